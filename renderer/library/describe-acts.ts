// Acts on details, of one source or of many. Many in one call are one step of undo.
import { emptyDetails, type Source, type SourceDetails } from '../../shared/evidence/source.ts';
import type { Act } from '../../shared/journal/change.ts';
import { sharedDetails, type DetailName } from './detail-fields.ts';

type Described = Pick<Source, 'id' | 'details' | 'proposed'>;

export function describeAct(source: Pick<Source, 'id'>, details: Partial<SourceDetails>): Act {
  return {
    subject: `source/${source.id}`,
    kind: 'source-described',
    payload: { source: source.id, details },
  };
}

/** The same details for all; a source that has them already and confirmed is left alone. */
export function describeAll(
  sources: readonly Described[],
  details: Partial<SourceDetails>,
): readonly Act[] {
  const names = Object.keys(details) as DetailName[];
  return sources
    .filter((source) => names.some((name) => !isSettled(source, name, details[name])))
    .map((source) => describeAct(source, details));
}

function isSettled(
  { details, proposed }: Described,
  name: DetailName,
  value: SourceDetails[DetailName] | undefined,
): boolean {
  return proposed?.[name] === undefined && isSameDetail(details[name], value);
}

/** Says of every proposal that it is right: the same value, described by a person. */
export function confirmAll(sources: readonly Described[]): readonly Act[] {
  return sources.flatMap((source) => {
    const names = proposedNames(source);
    if (names.length === 0) return [];
    return [describeAct(source, pick(source.details, names))];
  });
}

export function proposedNames({ proposed }: Pick<Source, 'proposed'>): readonly DetailName[] {
  return Object.keys(proposed ?? {}) as DetailName[];
}

/** What another source has and this one lacks, of what files that came together share. */
export function missingFrom(
  source: Pick<Source, 'details'>,
  other: Pick<Source, 'details'>,
): Partial<SourceDetails> {
  return pick(
    other.details,
    sharedDetails.filter(
      (name) => source.details[name] === '' && other.details[name] !== emptyDetails[name],
    ),
  );
}

function pick(details: SourceDetails, names: readonly DetailName[]): Partial<SourceDetails> {
  return Object.fromEntries(names.map((name) => [name, details[name]]));
}

/** The value all have in a field; undefined where they differ. */
export function commonDetail<Name extends DetailName>(
  sources: readonly Pick<Source, 'details'>[],
  name: Name,
): SourceDetails[Name] | undefined {
  const [first, ...others] = sources;
  if (first === undefined) return undefined;
  const value = first.details[name];
  return others.every(({ details }) => isSameDetail(details[name], value)) ? value : undefined;
}

function isSameDetail(
  a: SourceDetails[DetailName] | undefined,
  b: SourceDetails[DetailName] | undefined,
): boolean {
  return textOf(a) === textOf(b);
}

function textOf(value: SourceDetails[DetailName] | undefined): string | undefined {
  return typeof value === 'object' ? value.value : value;
}
