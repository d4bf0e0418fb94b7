// Publishers are found by name, whatever its case, accents and blanks.
import type { Organisation } from './organisation.ts';

export function organisationOf(
  organisations: readonly Organisation[],
  publisher: string,
): Organisation | undefined {
  const key = foldName(publisher);
  return key === '' ? undefined : organisations.find(({ name }) => foldName(name) === key);
}

export function foldName(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
