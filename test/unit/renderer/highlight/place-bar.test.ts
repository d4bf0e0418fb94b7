import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeBar } from '../../../../renderer/highlight/place-bar.ts';

const window = { left: 0, top: 44, right: 900, bottom: 800 };
const bar = { width: 400, height: 34 };

function line(left: number, top: number, right: number, bottom = top + 20) {
  return { left, top, right, bottom };
}

test('the bar stands above the first line', () => {
  expect(placeBar([line(300, 300, 500), line(100, 325, 500)], window, bar)).toEqual({
    left: 200,
    top: 258,
  });
});

test('without room above it stands under the last line', () => {
  expect(placeBar([line(300, 50, 500), line(100, 75, 500)], window, bar)?.top).toBe(103);
});

test('it keeps inside the window sideways', () => {
  expect(placeBar([line(0, 300, 20)], window, bar)?.left).toBe(8);
  expect(placeBar([line(880, 300, 900)], window, bar)?.left).toBe(492);
});

test('a selection out of the window has no bar', () => {
  expect(placeBar([line(10, 900, 50)], window, bar)).toBeUndefined();
  expect(placeBar([], window, bar)).toBeUndefined();
});

test('it never covers a selection that leaves room above or below', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 44, max: 700 }),
      fc.integer({ min: 1, max: 20 }),
      (top, count) => {
        const lines = Array.from({ length: count }, (_, i) => line(100, top + i * 22, 600));
        const seen = lines.filter((rect) => rect.top < window.bottom);
        const bottom = Math.max(...seen.map((rect) => rect.bottom));
        if (top < 100 && bottom > 740) return;
        const at = placeBar(lines, window, bar);
        expect(at).toBeDefined();
        const covers = at !== undefined && at.top < bottom && at.top + bar.height > top;
        expect(covers).toBe(false);
      },
    ),
  );
});
