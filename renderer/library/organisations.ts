// Publishers as the locker remembers them: found by name, whatever its case, accents and blanks.
import { foldName, organisationOf } from '../../shared/evidence/organisation-names.ts';
import type { Organisation } from '../../shared/evidence/organisation.ts';
import type { SourceDetails } from '../../shared/evidence/source.ts';

/** Naming a known publisher says what kind of source it is and what it disclaims, where nobody has said otherwise. */
export function withOrganisation(
  details: SourceDetails,
  difference: Partial<SourceDetails>,
  organisations: readonly Organisation[],
): Partial<SourceDetails> {
  const known = organisationOf(organisations, difference.publisher ?? '');
  if (known === undefined) return difference;
  const { sourceType, disclaimer } = known;
  return {
    ...(details.sourceType === '' && sourceType !== '' ? { sourceType } : {}),
    ...(details.disclaimer === '' && disclaimer !== '' ? { disclaimer } : {}),
    ...difference,
  };
}

/** Names to offer while a publisher is typed, each once, by alphabet. */
export function publisherNames(
  sources: readonly { readonly details: SourceDetails }[],
  organisations: readonly Organisation[],
): readonly string[] {
  const names = new Map<string, string>();
  for (const name of [
    ...organisations.map((organisation) => organisation.name),
    ...sources.map(({ details }) => details.publisher),
  ]) {
    const key = foldName(name);
    if (key !== '' && !names.has(key)) names.set(key, name);
  }
  return [...names.values()].sort((a, b) => a.localeCompare(b));
}
