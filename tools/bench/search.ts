import Fuse from 'fuse.js';
import type { SearchableMark } from '../../shared/search/answer.ts';
import { createMarkSearch } from '../../shared/search/mark-search.ts';
import { makeMarks, mistype, pick, seeded, type Random } from '../../test/support/searchable.ts';
import { p95, row, timed, type Row } from './row.ts';

const markCount = 3_000;
const queryCount = 100;
/** Fuse takes seconds over a record of a page's length: it is asked every fifth query, of each kind as many. */
const fuseEvery = 5;
const seed = 20_260_401;
const limit = 50;

/** Search as one types over marks the bench makes, beside Fuse over the same records. */
export function benchSearch(): Row[] {
  const marks = makeMarks(markCount, seed);
  const search = createMarkSearch(marks);
  const fuse = new Fuse(marks, {
    keys: ['text', 'note', 'tags', 'title'] satisfies (keyof SearchableMark)[],
    threshold: 0.35,
    ignoreLocation: true,
  });
  const own: number[] = [];
  const plain: number[] = [];
  for (const [n, query] of makeQueries(marks, seeded(seed + 1)).entries()) {
    own.push(timed(() => search.search(query, limit)));
    if (n % fuseEvery === 0) plain.push(timed(() => fuse.search(query, { limit })));
  }
  return [
    row({
      name: `search over ${markCount} marks, p95`,
      value: p95(own),
      unit: 'ms',
      yardstick: 'plain Fuse.js, p95',
      yardstickValue: p95(plain),
      goal: { of: 'value', most: 50 },
    }),
  ];
}

/** In turn: two words of a mark as they stand, one with a typing error, one half typed. */
function makeQueries(marks: readonly SearchableMark[], random: Random): readonly string[] {
  const word = (mark: SearchableMark) => pick(random, mark.text.match(/[a-z]{5,}/g) ?? ['none']);
  return Array.from({ length: queryCount }, (_, n) => {
    const mark = pick(random, marks);
    switch (n % 3) {
      case 0:
        return `${word(mark)} ${word(mark)}`;
      case 1:
        return mistype(word(mark), random);
      default:
        return word(mark).slice(0, 3);
    }
  });
}
