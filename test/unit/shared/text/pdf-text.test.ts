import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildPdfText } from '../../../../shared/text/pdf-text.ts';
import { typesetLines, typesetPage } from '../../../support/typeset.ts';
import { mapBreaches, squeezed, textBreaches } from '../../../support/text-laws.ts';

// 60 letters: full lines of one column.
const full = (text: string) => text.padEnd(60, ' and more of it').slice(0, 60);

describe('paragraphs', () => {
  test('lines of a paragraph are joined by one space', () => {
    const page = typesetLines(0, [full('The river rose in the night'), 'fell again before noon.']);
    expect(buildPdfText([page]).text).toBe(
      `${full('The river rose in the night').trim()} fell again before noon.`,
    );
  });

  test('an indented line after a full stop begins a paragraph', () => {
    const page = typesetLines(0, [
      full('The river rose'),
      'It fell.',
      { str: full('Nobody saw it'), x: 70 },
      'but the miller.',
    ]);
    expect(buildPdfText([page]).text.split('\n')).toHaveLength(2);
  });

  test('cells of a table row stay on one line, apart', () => {
    const page = typesetPage(0, [
      { str: 'Province', x: 50, y: 700 },
      { str: 'Cases', x: 200, y: 700 },
      { str: 'Year', x: 300, y: 700 },
    ]);
    expect(buildPdfText([page]).text).toBe('Province Cases Year');
  });

  test('a sentence goes on over the page, and the join is told', () => {
    const first = typesetLines(0, [full('The river rose in the night and')]);
    const second = typesetLines(1, ['fell again before noon.']);
    const { text, joins } = buildPdfText([first, second]);
    expect(text).not.toContain('\n');
    expect(joins).toMatchObject([{ kind: 'page', sure: true }]);
    expect(text.slice(joins[0]?.at)).toBe('fell again before noon.');
  });
});

describe('hyphens at line ends', () => {
  const build = (...lines: string[]) => buildPdfText([typesetLines(0, lines)]);

  test('one that the document proves to be layout goes', () => {
    const { text, joins } = build(
      full('settlement and government are the words of this text'),
      `${full('here the settlement has its own govern').slice(0, 50).trim()} govern-`,
      `ment and a ${full('council that meets beside the settle').slice(0, 40)} settle-`,
      'ment hall.',
    );
    expect(text).toContain('government and a');
    expect(text).toContain('settlement hall.');
    expect(joins.map(({ kind }) => kind)).toEqual(['hyphen-dropped', 'hyphen-dropped']);
  });

  test('one of a compound the document writes elsewhere stays', () => {
    const { text } = build(
      full('a state-owned mill and a mill'),
      `${full('beside the river there is another').slice(0, 50).trim()} state-`,
      'owned mill.',
    );
    expect(text).toContain('state-owned mill.');
  });

  test('soft hyphens are dropped', () => {
    const { text } = build(`${full('the min').slice(0, 50)} minis\u00ad`, 'try said so.');
    expect(text).toContain('ministry said so.');
  });
});

describe('what interrupts a text', () => {
  const pages = [0, 1, 2, 3].map((index) =>
    typesetPage(index, [
      { str: 'The Mill Report 2031', x: 50, y: 780 },
      {
        str: full(`${index > 0 ? 'goes' : 'It'} on in part ${'abcd'.charAt(index)} and`),
        x: 50,
        y: 700,
      },
      { str: full('never stops in the middle of a page but'), x: 50, y: 688 },
      { str: String(index + 5), x: 300, y: 30 },
    ]),
  );

  test('running heads and page numbers stay, marked, behind the paragraph', () => {
    const { text, ranges } = buildPdfText(pages);
    const furniture = ranges.filter(({ kind }) => kind === 'furniture');
    expect(furniture.map(({ start, end }) => text.slice(start, end))).toEqual([
      'The Mill Report 2031',
      '5',
      'The Mill Report 2031',
      '6',
      'The Mill Report 2031',
      '7',
      'The Mill Report 2031',
      '8',
    ]);
    expect(text.indexOf('part d')).toBeLessThan(text.indexOf('The Mill Report'));
  });

  test('a note is marked when its marker is raised on the page', () => {
    const page = typesetPage(0, [
      { str: 'The council met.', x: 50, y: 700 },
      { str: '1', x: 131, y: 704, size: 6 },
      { str: ' It was late.', x: 135, y: 700 },
      { str: '1 Minutes of the council.', x: 50, y: 60, size: 8 },
    ]);
    const { text, ranges } = buildPdfText([page]);
    expect(ranges.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['noteref', '1'],
      ['footnote', '1 Minutes of the council.'],
    ]);
  });

  test('small print without a marker is body', () => {
    const page = typesetPage(0, [
      { str: 'The council met in the great hall of the mill.', x: 50, y: 700 },
      { str: '1 Mill Lane', x: 50, y: 60, size: 8 },
    ]);
    expect(buildPdfText([page]).ranges).toEqual([]);
  });
});

describe('where a word ends', () => {
  test('letters whose font tells too great a width stay one word', () => {
    const page = typesetPage(
      0,
      Array.from('Graduates', (str, i) => ({ str, x: 60 + i * 4, y: 700, width: 10 })),
    );
    expect(buildPdfText([page]).text).toBe('Graduates');
  });

  test('a wide blank does not reach into the next cell', () => {
    const page = typesetPage(0, [
      { str: 'Max', x: 50, y: 700 },
      { str: ' ', x: 65, y: 700, width: 200 },
      { str: 'Maximum', x: 200, y: 700 },
      { str: 'Min', x: 50, y: 640 },
    ]);
    expect(buildPdfText([page]).text).toBe('Max Maximum\nMin');
  });

  test('a watermark of another scale takes no caption into its line', () => {
    const page = typesetPage(0, [
      { str: 'Firm', x: 300, y: 620, size: 6 },
      { str: 'DRAFT', x: 10, y: 560, size: 300 },
      { str: 'Date', x: 400, y: 640, size: 6 },
    ]);
    expect(buildPdfText([page]).text.split('\n').sort()).toEqual(['DRAFT', 'Date', 'Firm']);
  });

  test('numbers over one another are not read as one number', () => {
    const page = typesetPage(0, [
      { str: 'z', x: 50, y: 700, size: 14 },
      { str: '1', x: 60, y: 703, size: 8 },
      { str: '2', x: 60, y: 696, size: 8 },
      { str: 'i', x: 66, y: 700, size: 14 },
    ]);
    expect(buildPdfText([page]).text).not.toMatch(/12|21/);
  });

  test('a blank the stream writes between neighbours of a right-to-left line parts them', () => {
    const page = typesetPage(0, [
      { str: 'שלום', x: 125, y: 700, dir: 'rtl', width: 25 },
      { str: ' ', x: 110, y: 700, width: 1 },
      { str: 'עולם', x: 100, y: 700, dir: 'rtl', width: 25 },
    ]);
    expect(buildPdfText([page]).text).toBe('שלום עולם');
  });
});

describe('scripts', () => {
  test('ligatures and presentation forms are folded, other compatibility characters are not', () => {
    const { text } = buildPdfText([typesetLines(0, ['of\ufb01ce x\u00b2 \u2f08'])]);
    expect(text).toBe('office x² 人');
  });

  test('items of a right-to-left line are read from the right', () => {
    const page = typesetPage(0, [
      { str: 'עולם', x: 100, y: 700, dir: 'rtl' },
      { str: ' ', x: 120, y: 700 },
      { str: 'שלום', x: 125, y: 700, dir: 'rtl' },
    ]);
    expect(buildPdfText([page]).text).toBe('שלום עולם');
  });

  test('Latin within a right-to-left line keeps its own order', () => {
    const page = typesetPage(0, [
      { str: 'כאן', x: 50, y: 700, dir: 'rtl' },
      { str: ' ', x: 65, y: 700 },
      { str: 'UN', x: 70, y: 700 },
      { str: ' ', x: 80, y: 700 },
      { str: 'Watch', x: 85, y: 700 },
      { str: ' ', x: 110, y: 700 },
      { str: 'ארגון של', x: 115, y: 700, dir: 'rtl' },
    ]);
    expect(buildPdfText([page]).text).toBe('ארגון של UN Watch כאן');
  });

  test('Han characters of two lines are joined without a space', () => {
    const han = '海雲共和國各省的工人每天都在河邊工作到很晚才能回家休息而且沒有';
    const { text } = buildPdfText([typesetLines(0, [{ str: han, width: 300 }, '工資可拿。'])]);
    expect(text).toBe(`${han}工資可拿。`);
  });
});

describe('whatever the items are', () => {
  const word = fc.oneof(
    fc.stringMatching(/^[a-z]{1,8}[-.,]?$/),
    fc.constantFrom(
      'o\ufb03ce',
      'mini\u00adster',
      '海雲',
      'שלום',
      'ﺍﻟ',
      '12',
      '•',
      ' ',
      '\u00a0x y',
      ')(',
    ),
    fc.string({ maxLength: 6 }),
  );
  const placed = fc.record({
    str: word,
    x: fc.integer({ min: -20, max: 600 }),
    y: fc.integer({ min: 0, max: 70 }).map((line) => line * 12),
    size: fc.constantFrom(6, 8, 10, 10, 10, 14),
    dir: fc.constantFrom('ltr' as const, 'rtl' as const),
  });
  const document = fc.array(fc.array(placed, { maxLength: 40 }), { minLength: 1, maxLength: 4 });

  test('every readable character of the pages is in the text once, and the map says where', () => {
    fc.assert(
      fc.property(document, (content) => {
        const pages = content.map((items, index) => typesetPage(index, items));
        const built = buildPdfText(pages);
        expect(mapBreaches(built, pages.map(squeezed))).toEqual([]);
        expect(textBreaches(built)).toEqual([]);
      }),
    );
  });

  test('places that are no numbers do not lose the text', () => {
    const page = typesetPage(0, [
      { str: 'Here', x: Number.NaN, y: Infinity },
      { str: 'there', x: 10, y: 10, width: Number.NaN, size: 0 },
    ]);
    expect(buildPdfText([page]).text.split(/\s/).sort()).toEqual(['Here', 'there']);
  });
});
