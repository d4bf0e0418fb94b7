// The sample's answer key and the files it speaks of, as they lie in assets/sample.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SourceKey } from '../../../tools/sample/answer.ts';

interface Difference {
  readonly class: string;
  readonly quote: string;
  readonly source: string;
}

export interface KeySegment {
  readonly text: string;
  readonly tier: string;
  readonly source?: string;
  readonly start?: number;
  readonly end?: number;
  readonly differences: readonly Difference[];
  readonly flags: readonly string[];
}

export interface KeyQuote {
  readonly line: number;
  readonly section: string;
  readonly cites: string;
  readonly verdict: string;
  readonly source?: string;
  readonly segments: readonly KeySegment[];
  readonly editions: readonly {
    readonly source: string;
    readonly tier: string;
    readonly differences: readonly Difference[];
  }[];
}

interface AnswerKey {
  readonly verify: {
    readonly arguments: {
      readonly report: string;
      readonly sources: string;
      readonly identifiers: string;
    };
    readonly result: {
      readonly report: Readonly<
        Record<'findings' | 'quotes' | 'originals' | 'citations' | 'unparsed', number>
      > & { readonly date: string };
      readonly quotes: readonly KeyQuote[];
      readonly lints: readonly { readonly id: string; readonly line: number }[];
    };
  };
  readonly sources: readonly SourceKey[];
}

const root = path.resolve(import.meta.dirname, '../../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

export const key = JSON.parse(read('assets/sample/answer-key.json')) as AnswerKey;
export const reportLines = read(key.verify.arguments.report).split('\n');

/** Of `mail.eml/list.txt`: what is attached to the mail, which is in base64. */
export function readSource(file: string): string {
  const [name = '', attached] = file.split('/');
  const text = read(path.posix.join(key.verify.arguments.sources, name));
  if (attached === undefined) return text;
  const [, packed = ''] = text.split(`filename="${attached}"\n\n`);
  return Buffer.from(packed.split('\n--')[0] ?? '', 'base64').toString();
}

/** Best first. */
export const tiers =
  'verbatim whitespace typography skeleton marked too-short altered out-of-order weak not-found'.split(
    ' ',
  );
/** Worst first. */
export const classes = 'number negation name hedge omission added word spelling'.split(' ');

/** 1-based. */
export function lineOf(line: number): string {
  return reportLines[line - 1] ?? '';
}
