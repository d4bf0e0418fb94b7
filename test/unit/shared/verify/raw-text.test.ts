import { describe, expect, test } from 'vitest';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { sourceFromRaw, sourceFromWorkingText } from '../../../../shared/verify/raw-text.ts';

const found = (text: string, kind: 'furniture' | 'noteref'): string[] =>
  sourceFromRaw(text)
    .skipped.filter((range) => range.kind === kind)
    .map(({ start, end }) => text.slice(start, end));

describe('references to notes', () => {
  test('are digits after sentences, glued or spaced, that are counted', () => {
    const text =
      'It serves local communities.1 It trains the police. 2 It helps “victims.”3\n\nThey met often.4';
    expect(found(text, 'noteref')).toEqual(['1', '2', '3', '4']);
  });

  test('may be raised or in brackets', () => {
    expect(found('They left¹ early. They came.² They went.[3] They sat.[4]', 'noteref')).toEqual([
      '¹',
      '²',
      '[3]',
      '[4]',
    ]);
  });

  test.each([
    ['decimals', 'It cost 10.5 million. It fell by 3.4 percent. Then 5.6 percent.'],
    ['articles', 'See Article 5. Article 6. 7 officials of Art.8 left.'],
    ['numbers of things', 'See No. 7. See p. 8. Vol. 9 is lost.'],
    ['a sentence that begins with a number', 'They freed some women. 12 Burmese men were held.'],
    ['times and dates', 'They met at 10:30. 2031 was calm. In May. 5 June came.'],
    ['numbers inside a sentence', 'They freed 1 woman, 2 men and 3 children.'],
  ])('are not %s', (_, text) => {
    expect(found(text, 'noteref')).toEqual([]);
  });
});

describe('page furniture', () => {
  const half =
    'The provinces maintained a number of shelters for people who had been rescued under the';

  test('is a lone number between two halves of a sentence', () => {
    expect(found(`${half}\n\n17\n\nflag of convenience.`, 'furniture')).toEqual(['17']);
    expect(found(`${half}\n\n- 17 -\n\nflag of convenience.`, 'furniture')).toEqual(['- 17 -']);
    expect(found(`${half}\r\n\r\nPage 17 of 40\r\n\r\nflag.`, 'furniture')).toEqual([
      'Page 17 of 40',
    ]);
  });

  test('is a running head that returns, with the number beside it', () => {
    const page = (n: number) =>
      `${half}\n\n${n}\n\nLabour Monitor 2031\n\nflag of convenience.\n\n`;
    const text = page(1) + page(2) + page(3);
    expect(found(text, 'furniture')).toHaveLength(3);
    expect(found(text, 'furniture')[0]).toBe('1\n\nLabour Monitor 2031');
  });

  test('is a number that counts pages, also between paragraphs', () => {
    const text = 'One ended.\n\n1\n\nTwo ended.\n\n2\n\nThree ended.\n\n3\n\nFour ended.';
    expect(found(text, 'furniture')).toEqual(['1', '2', '3']);
  });

  test.each([
    ['a number between two paragraphs', 'One ended here.\n\n17\n\nTwo began.'],
    ['a number in its line', `${half}\n17\nflag of convenience.`.replace('\n17\n', ' 17 ')],
    ['a heading', 'One ended here.\n\nShelters\n\nTwo began.'],
  ])('is not %s', (_, text) => {
    expect(found(text, 'furniture')).toEqual([]);
  });
});

test('sections are the headings', () => {
  expect(sourceFromRaw('# Law\n\nText.\n\n## Courts\n\nMore.').sections).toEqual([
    { start: 0, title: 'Law' },
    { start: 14, title: 'Courts' },
  ]);
});

test('a working text brings its own furniture and sections', () => {
  const work = buildPlainText(
    '# Law\n\nThe provinces maintained a number of shelters for people rescued under the\n\n17\n\nflag of convenience.',
    'markdown',
  );
  const { text, skipped, sections } = sourceFromWorkingText(work);
  expect(skipped.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
    ['17', 'furniture'],
  ]);
  expect(sections).toEqual([{ start: 0, title: 'Law' }]);
});
