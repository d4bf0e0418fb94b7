import fc from 'fast-check';
import { expect, test } from 'vitest';
import { moveEnd, nearSentence } from '../../../../renderer/highlight/move-selection.ts';
import { sentences } from '../../../../shared/text/sentences.ts';

const text = 'One came. Two 👩‍👩‍👧 stayed there.\nNobody asked.';
const walk = sentences(text, []);
const read = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);

test('the sentence cursor goes from sentence to sentence and stops at the ends', () => {
  let current = nearSentence(text, walk, undefined, 0, 1);
  const seen: string[] = [];
  while (current !== undefined) {
    seen.push(read(current));
    current = nearSentence(text, walk, current, 0, 1);
  }
  expect(seen).toEqual(['One came.', 'Two 👩‍👩‍👧 stayed there.', 'Nobody asked.']);
  expect(nearSentence(text, walk, { start: 0, end: 9 }, 0, -1)).toBeUndefined();
});

test('without a selection it begins at the place in view', () => {
  const found = nearSentence(text, walk, undefined, 12, 1);
  expect(found && read(found)).toBe('Nobody asked.');
});

test('an end moves by a whole character, however many units it has', () => {
  const start = text.indexOf('👩');
  const selection = { range: { start: start - 1, end: start }, moving: 'end' as const };
  expect(read(moveEnd(text, selection, 'character', 1).range)).toBe(' 👩‍👩‍👧');
});

test('an end moves by words', () => {
  const selection = { range: { start: 0, end: 3 }, moving: 'end' as const };
  const further = moveEnd(text, selection, 'word', 1);
  expect(read(further.range)).toBe('One came');
  expect(read(moveEnd(text, further, 'word', -1).range)).toBe('One ');
});

test('moving never leaves the text nor makes an empty selection', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', minLength: 2, maxLength: 60 }),
      fc.array(fc.tuple(fc.constantFrom('character' as const, 'word' as const), fc.boolean())),
      (words, moves) => {
        let selection: Parameters<typeof moveEnd>[1] = {
          range: { start: 0, end: words.length },
          moving: 'end',
        };
        for (const [step, forward] of moves) {
          selection = moveEnd(words, selection, step, forward ? 1 : -1);
          expect(selection.range.start).toBeGreaterThanOrEqual(0);
          expect(selection.range.end).toBeLessThanOrEqual(words.length);
          expect(selection.range.start).toBeLessThan(selection.range.end);
        }
      },
    ),
  );
});
