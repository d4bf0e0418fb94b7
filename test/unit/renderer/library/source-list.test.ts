import { expect, test } from 'vitest';
import {
  filterSources,
  nextSorting,
  sortSources,
  startSorting,
  type LibrarySource,
} from '../../../../renderer/library/source-list.ts';
import type { PersonId } from '../../../../shared/evidence/ids.ts';
import { emptyDetails } from '../../../../shared/evidence/source.ts';
import { fullDetails, importedAct } from '../../../support/library.ts';

type Given = Parameters<typeof importedAct>[2];

function source(number: number, name: string, given: Given = {}, marks = 0): LibrarySource {
  const act = importedAct(number, name, given);
  if (act.kind !== 'source-imported') throw new Error('importedAct makes sources');
  const { source: id, details, ...rest } = act.payload;
  return {
    ...rest,
    details: { ...emptyDetails, ...details },
    id,
    importedAt: number,
    importedBy: '' as PersonId,
    marks,
    related: [],
  };
}

const names = (sources: readonly LibrarySource[]) => sources.map(({ original }) => original.name);

const monitor = source(1, 'em-2025.pdf', { details: fullDetails }, 4);
const interview = source(2, 'b.txt', {
  details: { title: 'Résumé of an interview', publisher: 'B' },
});
const scan = source(3, 'scan.pdf', { status: 'unreadable', reason: 'damaged' });
const all = [monitor, interview, scan];

test('finds every word somewhere in what is known, without case and accents', () => {
  expect(names(filterSources(all, 'NORTHERN monitor', new Set()))).toEqual(['em-2025.pdf']);
  expect(names(filterSources(all, 'resume', new Set()))).toEqual(['b.txt']);
  expect(names(filterSources(all, 'northern interview', new Set()))).toEqual([]);
  expect(names(filterSources(all, '  ', new Set()))).toEqual(names(all));
});

test('keeps what has all chosen facets', () => {
  expect(names(filterSources(all, '', new Set(['needs-details'])))).toEqual(['b.txt', 'scan.pdf']);
  expect(names(filterSources(all, '', new Set(['needs-details', 'readable'])))).toEqual(['b.txt']);
  expect(names(filterSources(all, '', new Set(['marked'])))).toEqual(['em-2025.pdf']);
});

test('sorts by what is known; the unknown come last in both directions', () => {
  const ascending = sortSources(all, { by: 'publisher', direction: 'ascending' });
  const descending = sortSources(all, { by: 'publisher', direction: 'descending' });
  expect(names(ascending)).toEqual(['b.txt', 'em-2025.pdf', 'scan.pdf']);
  expect(names(descending)).toEqual(['em-2025.pdf', 'b.txt', 'scan.pdf']);
});

test('sorts titles as people count: 9 before 10', () => {
  const numbered = ['Annex 10', 'annex 9'].map((title, at) =>
    source(at, title, { details: { title } }),
  );
  expect(names(sortSources(numbered, { by: 'title', direction: 'ascending' }))).toEqual([
    'annex 9',
    'Annex 10',
  ]);
});

test('a third click on a column goes back to the order of adding', () => {
  const first = nextSorting(startSorting, 'marks');
  const second = nextSorting(first, 'marks');
  expect(first).toEqual({ by: 'marks', direction: 'descending' });
  expect(second).toEqual({ by: 'marks', direction: 'ascending' });
  expect(nextSorting(second, 'marks')).toEqual(startSorting);
});
