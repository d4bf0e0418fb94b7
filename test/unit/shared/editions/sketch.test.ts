import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overlap, sketchText, type Sketch } from '../../../../shared/editions/sketch.ts';
import { hanProse, prose } from '../../../support/made-up-prose.ts';
import { there } from '../../../support/small-locker.ts';

const seed = fc.integer({ min: 1, max: 1e9 });
const text = fc.oneof(
  fc.tuple(seed, fc.integer({ min: 1, max: 3000 })).map(([from, words]) => prose(from, words)),
  fc.tuple(seed, fc.integer({ min: 1, max: 3000 })).map(([from, length]) => hanProse(from, length)),
);

describe('a sketch', () => {
  test('does not see case, punctuation, accents, width, soft hyphens and white space', () => {
    const plain = prose(1, 400);
    const dressed = plain
      .toUpperCase()
      .replaceAll('. ', ' —\n\n“')
      .replaceAll('RIVER', 'RI\u00adVÉR')
      .replaceAll('MILL', 'ＭＩＬＬ')
      .replaceAll('BRIDGE', 'BRI-\nDGE')
      .replaceAll('SHELTER', 'SHEL-\r\nTER');
    expect(sketchText(dressed)).toEqual(sketchText(plain));
  });

  test('has a bounded size, whatever the text', () => {
    for (const length of [0, 3, 500, 50_000]) {
      const { hashes, whole } = sketchText(prose(2, length));
      expect(hashes.length).toBeLessThanOrEqual(512);
      expect(whole).toBe(length < 512);
      expect(Array.from(hashes)).toEqual([...new Set(hashes)].sort((a, b) => a - b));
    }
  });

  test('leaves out what is skipped', () => {
    const [head, body, foot] = [prose(3, 40), prose(4, 300), prose(5, 40)];
    const page = `${head}\n${body}\n${foot}`;
    const skipped = [
      { start: 0, end: head.length },
      { start: page.length - foot.length, end: page.length },
    ];
    expect(sketchText(page, skipped)).toEqual(sketchText(body));
    expect(sketchText(page)).not.toEqual(sketchText(body));
  });
});

/** Shared shingles in proportion to all of either text. */
const resemblance = (a: Sketch, b: Sketch) => {
  const shared = there(overlap(a, b, 0));
  return shared.both / Math.max(1, shared.a + shared.b - shared.both);
};
/** The part of the one that stands in the other. */
const containment = (a: Sketch, b: Sketch) => {
  const shared = there(overlap(a, b, 0));
  return shared.both / Math.max(1, shared.a);
};

describe('resemblance', () => {
  test('is 1 for a text with itself, 0 for texts that share nothing, and the same both ways', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [one, other] = [sketchText(a), sketchText(b)];
        expect(resemblance(one, one)).toBe(1);
        expect(resemblance(one, other)).toBe(resemblance(other, one));
      }),
      { numRuns: 50 },
    );
    expect(resemblance(sketchText(prose(6, 2000)), sketchText(hanProse(6, 2000)))).toBe(0);
    expect(resemblance(sketchText(''), sketchText(''))).toBe(0);
  });

  test('is near what is shared', () => {
    fc.assert(
      fc.property(seed, fc.integer({ min: 1, max: 9 }), (from, tenths) => {
        const own = 10_000 - tenths * 1000;
        const shared = prose(from, tenths * 1000);
        const a = sketchText(`${shared} ${prose(from + 1, own)}`);
        const b = sketchText(`${shared} ${prose(from + 2, own)}`);
        const expected = (tenths * 1000) / (tenths * 1000 + 2 * own);
        expect(Math.abs(resemblance(a, b) - expected)).toBeLessThan(0.12);
        expect(Math.abs(containment(a, b) - tenths / 10)).toBeLessThan(0.15);
      }),
      { numRuns: 50 },
    );
  });
});

test('what shares less than is asked for is given up, and nothing else', () => {
  const least = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(seed, fc.nat({ max: 600 }), fc.nat({ max: 600 }), least, (from, a, b, share) => {
      const common = prose(from, 300);
      const one = sketchText(`${common} ${prose(from + 1, a)}`);
      const other = sketchText(`${prose(from + 2, b)} ${common}`);
      const all = there(overlap(one, other, 0));
      const enough = all.both >= share * Math.min(all.a, all.b);
      expect(overlap(one, other, share)).toEqual(enough ? all : undefined);
    }),
    { numRuns: 100 },
  );
});

test('a part is contained in the whole, the whole not in the part', () => {
  const part = prose(7, 6000);
  const [small, large] = [sketchText(part), sketchText(`${part} ${prose(8, 18_000)}`)];
  expect(containment(small, large)).toBeGreaterThan(0.98);
  expect(containment(large, small)).toBeLessThan(0.35);
});

test('a sketch has 512 hashes at most, so a comparison costs the same whatever the length of the texts', () => {
  for (const words of [2000, 200_000]) {
    const { hashes, whole } = sketchText(prose(9, words));
    expect([hashes.length, whole]).toEqual([512, false]);
  }
});
