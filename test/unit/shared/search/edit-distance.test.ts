import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editDistance } from '../../../../shared/search/edit-distance.ts';

/** The textbook's full table, as slow as it is plain. */
function fullTable(a: string, b: string): number {
  const cost = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number): number => cost[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, at(i - 2, j - 2) + 1);
      }
      const row = cost[i];
      if (row !== undefined) row[j] = least;
    }
  }
  return at(a.length, b.length);
}

describe('the edit distance', () => {
  test('counts a swap of neighbours as one edit', () => {
    expect(editDistance('recieve', 'receive', 2)).toBe(1);
  });

  test('is that of the full table, up to the most it is asked for', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 12 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, most) => {
        expect(editDistance(a, b, most)).toBe(Math.min(fullTable(a, b), most + 1));
      }),
      { numRuns: 2000 },
    );
  });

  test('gives up on words over 64 units', () => {
    expect(editDistance('a'.repeat(65), 'a'.repeat(65), 2)).toBe(3);
  });
});
