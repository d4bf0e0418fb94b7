import fc from 'fast-check';
import { expect, test } from 'vitest';
import { landmarksOf, whereabouts } from '../../../../shared/text/landmarks.ts';

function judgment(count: number, mark: (number: number) => string): string {
  const paragraphs = Array.from(
    { length: count },
    (_, at) => `${mark(at + 1)} The bench heard witness ${at + 1}.\nHe spoke long.`,
  );
  return ['Judgment', ...paragraphs, 'Annex'].join('\n');
}

const place = (at: number) => ({ start: at, end: at + 1 });

function numberAt(text: string, words: string): string {
  const landmarks = landmarksOf({ text, sections: [], ranges: [] });
  return whereabouts(landmarks, [place(text.indexOf(words))]).paragraph;
}

test.each([
  ['12.', (number: number) => `${number}.`],
  ['[12]', (number: number) => `[${number}]`],
  ['12)', (number: number) => `${number})`],
  ['¶ 12', (number: number) => `¶ ${number}`],
])('a passage stands in the paragraph whose number is printed before it: %s', (_form, mark) => {
  const text = judgment(12, mark);
  expect(numberAt(text, 'The bench heard witness 7.')).toBe('7');
  expect(numberAt(text.replace('witness 7.\nHe', 'witness 7.\nShe'), 'She spoke')).toBe('7');
});

test('what stands before the first and behind the last has no number', () => {
  const text = judgment(12, (number) => `${number}.`);
  expect(numberAt(text, 'Judgment')).toBe('');
  expect(numberAt(text, 'Annex')).toBe('');
});

test('a short list, and numbers that do not count up, are no paragraphs of a text', () => {
  expect(
    numberAt(
      judgment(5, (number) => `${number}.`),
      'witness 3',
    ),
  ).toBe('');
  expect(
    numberAt(
      judgment(12, (number) => `${number * 2}.`),
      'witness 3',
    ),
  ).toBe('');
});

test('a section is the last heading at or before the place', () => {
  const sections = [
    { start: 0, level: 1, title: 'One' },
    { start: 20, level: 1, title: 'Two' },
  ];
  const landmarks = landmarksOf({ text: 'x'.repeat(40), sections, ranges: [] });
  expect([0, 19, 20, 39].map((at) => whereabouts(landmarks, [place(at)]).section)).toEqual([
    'One',
    'One',
    'Two',
    'Two',
  ]);
});

test('whatever the text, numbers are those printed at a line’s beginning', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.nat(400), (text, at) => {
      const { paragraph } = whereabouts(landmarksOf({ text, sections: [], ranges: [] }), [
        place(at),
      ]);
      expect(paragraph === '' || text.includes(paragraph)).toBe(true);
    }),
  );
});

test('a number beside a paragraph is its number, where a word processor counts through the text', () => {
  const lines = Array.from({ length: 9 }, (_, i) => `Paragraph ${'abcdefghi'.charAt(i)}.`);
  const blocks = lines.map((line, i) => {
    const start = i * (line.length + 1);
    return {
      start,
      end: start + line.length,
      kind: 'item' as const,
      level: 1,
      marker: `${i + 1}.`,
    };
  });
  const numbered = landmarksOf({ text: lines.join('\n'), sections: [], ranges: [], blocks });
  expect(whereabouts(numbered, [place(3)]).paragraph).toBe('1');
  expect(whereabouts(numbered, [place(blocks[4]?.start ?? 0)]).paragraph).toBe('5');
  const few = landmarksOf({
    text: lines.join('\n'),
    sections: [],
    ranges: [],
    blocks: blocks.slice(0, 3),
  });
  expect(few.paragraphs).toEqual([]);
});
