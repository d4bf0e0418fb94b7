// What is made out of a text: sentences, sections, boilerplate, words, Markdown.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findBoilerplate } from '../../../../shared/text/boilerplate.ts';
import { isMarkdown } from '../../../../shared/text/markdown.ts';
import { pdfSections, textSections } from '../../../../shared/text/sections.ts';
import { sentences } from '../../../../shared/text/sentences.ts';
import { countWords } from '../../../../shared/text/words.ts';

describe('sentences', () => {
  const split = (text: string, ...ranges: Parameters<typeof sentences>[1]) =>
    sentences(text, ranges).map(({ start, end }) => text.slice(start, end));

  test.each([
    ['a full stop', 'They left. We stayed!', ['They left.', 'We stayed!']],
    ['closing quotes', 'He said “no.” She left.', ['He said “no.”', 'She left.']],
    ['glued footnote digits', 'They left.1 We stayed.2', ['They left.1', 'We stayed.2']],
    ['spaced footnote digits', 'They left. 2 We stayed.', ['They left. 2', 'We stayed.']],
    ['initialisms', 'U.S. officials of the P. R. C. met.', ['U.S. officials of the P. R. C. met.']],
    [
      'abbreviations',
      'Dr. Ito cites Art. 5, No. 12 and p. 4.',
      ['Dr. Ito cites Art. 5, No. 12 and p. 4.'],
    ],
    ['a No that is an answer', 'They said no. We left.', ['They said no.', 'We left.']],
    ['numbers with points', 'It cost 3.5 million.', ['It cost 3.5 million.']],
    ['a paragraph’s number', '1. Introduction', ['1. Introduction']],
    ['Chinese', '他們離開了。「我們留下！」他說。', ['他們離開了。', '「我們留下！」', '他說。']],
    ['an ellipsis before a small letter', 'They … left... and came.', ['They … left... and came.']],
    ['paragraphs', 'A heading\nA line', ['A heading', 'A line']],
    ['Markdown', '# Heading\n- An item.', ['An item.']],
  ])('know %s', (_, text, expected) => {
    expect(split(text)).toEqual(expected);
  });

  test('leave marked ranges out but read over references to notes', () => {
    const text = 'Home > China\nThey left1 early. They came.\n12';
    expect(
      split(
        text,
        { start: 0, end: 12, kind: 'boilerplate', page: 0 },
        { start: 22, end: 23, kind: 'noteref', page: 0 },
        { start: 42, end: 44, kind: 'furniture', page: 0 },
      ),
    ).toEqual(['They left1 early.', 'They came.']);
  });

  test('lie in order, trimmed, within the text', () => {
    const text = fc
      .array(fc.constantFrom('a', 'B', ' ', '.', '。', '\n', '"', '1', 'No', 'U.S.'))
      .map((p) => p.join(''));
    fc.assert(
      fc.property(text, (whole) => {
        let last = 0;
        for (const { start, end } of sentences(whole, [])) {
          expect(start).toBeGreaterThanOrEqual(last);
          const sentence = whole.slice(start, end);
          expect(sentence).toBe(sentence.trim());
          expect(sentence).not.toBe('');
          last = end;
        }
      }),
    );
  });

  test('cost their length, not its square: a leader of 300,000 dots', () => {
    expect(split(`Contents ${'.'.repeat(300_000)}12`)).toHaveLength(1);
  });
});

describe('sections', () => {
  test('of Markdown are its hashes, without their markup', () => {
    const text = 'Intro\n\n## The **law** of [2031](#a) ##\n\nText\n\n### Shelters';
    expect(textSections(text)).toEqual([
      { start: 7, level: 2, title: 'The law of 2031' },
      { start: text.indexOf('###'), level: 3, title: 'Shelters' },
    ]);
  });

  test('of plain text are its numbered lines', () => {
    expect(textSections('3.2 Shelters for men\nThere are 3.2 million.\n3.2.1 Wages')).toEqual([
      { start: 0, level: 2, title: '3.2 Shelters for men' },
      { start: 44, level: 3, title: '3.2.1 Wages' },
    ]);
  });

  const text = 'THE REPORT\nWages\nThe wages are low.\nRivers\nThe river is high.';
  const paragraph = (title: string, size: number, page: number) => {
    const start = text.indexOf(title);
    return { start, end: start + title.length, size, lines: 1, page };
  };
  const paragraphs = [
    paragraph('THE REPORT', 20, 0),
    paragraph('Wages', 14, 0),
    paragraph('The wages are low.', 10, 0),
    paragraph('Rivers', 14, 1),
    paragraph('The river is high.', 10, 1),
  ];

  test('of a PDF follow the size of its letters', () => {
    expect(pdfSections(text, paragraphs, 10, []).map(({ level, title }) => [level, title])).toEqual(
      [
        [1, 'THE REPORT'],
        [2, 'Wages'],
        [2, 'Rivers'],
      ],
    );
  });

  test('of a PDF follow its outline where that is found in the text', () => {
    const outline = [
      { title: 'Rivers ', level: 1, page: 1 },
      { title: 'Wages', level: 2, page: 0 },
      { title: 'Nowhere', level: 1, page: 0 },
    ];
    expect(pdfSections(text, paragraphs, 10, outline)).toEqual([
      { start: 11, level: 2, title: 'Wages' },
      { start: text.indexOf('Rivers'), level: 1, title: 'Rivers' },
    ]);
  });
});

describe('boilerplate', () => {
  const found = (line: string) => findBoilerplate(line, []).length === 1;

  test.each([
    'How You Can Help | About Us | Contact Us',
    '[Home](#) > ... > [Haiyun](#)',
    'Home » Reports » 2031',
    'Tags: mills, rivers, wages',
    '0 Comments',
    '© 2001 - 2006 Mill Watch. All Rights Reserved.',
    '[Privacy Policy](#)',
    'Skip to main content',
    '---',
  ])('%s', (line) => {
    expect(found(line)).toBe(true);
  });

  test.each([
    'The government reported 12 comments.',
    '| Province | Cases | Year |',
    'Home is where people were taken > 3 times.',
    'The tags: they were lost. Nobody knew.',
    'Copyrighted works were burnt.',
    'A | B',
    'Share of women among the victims',
  ])('is not: %s', (line) => {
    expect(found(line)).toBe(false);
  });

  test('is not looked for where a range is marked already', () => {
    expect(findBoilerplate('---', [{ start: 0, end: 3, kind: 'furniture', page: 0 }])).toEqual([]);
  });

  test('costs no more for a list that never ends well', () => {
    expect(found(`Tags: ${'a,'.repeat(190)}!`)).toBe(false);
  });
});

describe('words', () => {
  test.each([
    ['', 0],
    ['one  two\nthree', 3],
    ['well-known — U.S.', 3],
    ['海雲共和國', 5],
    ['海雲，2031年。', 4],
    ['海雲 (Haiyun)', 3],
    ['한국 사람', 2],
    ['\ud840\udc00', 1],
  ])('%j are %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe('Markdown', () => {
  test('is known by two kinds of markup whatever its name', () => {
    expect(isMarkdown('# Title\n\nSee [here](#).', 'page.txt')).toBe(true);
    expect(isMarkdown('# not a title, a comment', 'script.txt')).toBe(false);
  });

  test('is believed by its name', () => {
    expect(isMarkdown('No markup.', 'Notes.MD')).toBe(true);
  });
});
