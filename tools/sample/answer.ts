// What import made of a source, in the shape of the sample's answer key.
import type { SourceDetails } from '../../shared/evidence/source.ts';
import { sentences } from '../../shared/text/sentences.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';

/** An entry of the key's `sources`. What is not named is empty, none or nought. */
export interface SourceKey {
  readonly file: string;
  readonly metadata: Partial<SourceDetails>;
  readonly boilerplate: readonly string[];
  readonly rejoined: readonly string[];
  /** Digits that point to notes. */
  readonly references?: readonly string[];
  readonly pageLabels?: readonly string[];
  readonly unreadable?: number;
}

export type SourceAnswer = Required<Omit<SourceKey, 'file' | 'metadata'>> & {
  readonly metadata: Readonly<Record<string, unknown>>;
};

/** What the key says, with what it leaves out. */
export function expectedOf(key: SourceKey): SourceAnswer {
  return {
    metadata: withoutEmpty(key.metadata),
    boilerplate: key.boilerplate.map(oneSpaced),
    rejoined: key.rejoined,
    references: key.references ?? [],
    pageLabels: key.pageLabels ?? [''],
    unreadable: key.unreadable ?? 0,
  };
}

export function answerOf(work: WorkingText, details: Partial<SourceDetails>): SourceAnswer {
  const { text, ranges } = work;
  const those = (kind: string): string[] =>
    ranges
      .filter((range) => range.kind === kind)
      .flatMap(({ start, end }) => text.slice(start, end).split('\n').map(oneSpaced))
      .filter((line) => line !== '');
  return {
    metadata: withoutEmpty(details),
    boilerplate: those('boilerplate'),
    rejoined: rejoinedIn(work),
    references: those('noteref'),
    pageLabels: work.pages.map(({ label }) => label),
    unreadable: work.unreadable,
  };
}

/** Names of the parts in which the two differ. */
export function differingParts(expected: SourceAnswer, answer: SourceAnswer): string[] {
  return Object.entries(expected).flatMap(([part, value]) =>
    canonical(value) === canonical(answer[part as keyof SourceAnswer]) ? [] : [part],
  );
}

/** Sentences over which the break of a page or column was closed. */
function rejoinedIn({ text, ranges, joins }: WorkingText): string[] {
  const breaks = joins.filter(({ kind }) => kind === 'page' || kind === 'column');
  return sentences(text, ranges)
    .filter(({ start, end }) => breaks.some(({ at }) => at > start && at < end))
    .map(({ start, end }) => text.slice(start, end));
}

function withoutEmpty(details: Partial<SourceDetails>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(details).filter(([, value]) =>
      typeof value === 'string' ? value !== '' : value.precision !== 'none',
    ),
  );
}

function oneSpaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** JSON with keys in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
