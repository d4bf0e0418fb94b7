import { describe, expect, test } from 'vitest';
import {
  changeCase,
  cut,
  emphasise,
  insert,
  removeEdit,
  sic,
  takeIn,
  type Edited,
} from '../../../../shared/quote/edit-quote.ts';
import type { QuoteDraft, QuotedText } from '../../../../shared/quote/draft.ts';
import { printedQuote, renderQuote } from '../../../../shared/quote/render-quote.ts';
import type { RangeKind } from '../../../../shared/text/working-text.ts';

const text =
  'However, the ministry said it ran ten shelters. It closed two of them, and 10,000 people moved on.\n' +
  'Women who asked for help were not heard for months. Nobody knows why.';
const source: QuotedText = { text, ranges: [] };

function at(words: string, from = 0): { start: number; end: number } {
  const start = text.indexOf(words, from);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

function quoting(...passages: readonly string[]): QuoteDraft {
  const plain = { edits: [], emphasis: [], opensCut: false, endsCut: false };
  return { passages: passages.map((words) => at(words)), ...plain, footnotesOmitted: false };
}

function must(edited: Edited): QuoteDraft {
  if (!edited.ok) throw new Error(edited.why);
  return edited.draft;
}

const print = (draft: QuoteDraft, from: QuotedText = source): string =>
  printedQuote(renderQuote(draft, from));

const first = 'However, the ministry said it ran ten shelters.';

describe('cutting', () => {
  test('words in the middle become a gap', () => {
    const draft = must(cut(quoting(first), source, at('said it ')));
    expect(print(draft)).toBe('However, the ministry [...] ran ten shelters.');
    expect(draft.passages).toHaveLength(2);
  });

  test('half a word takes the whole of it, and a number its thousands', () => {
    expect(print(must(cut(quoting(first), source, at('nistr'))))).toBe(
      'However, the [...] said it ran ten shelters.',
    );
    const second = quoting('It closed two of them, and 10,000 people moved on.');
    expect(print(must(cut(second, source, at('000'))))).toBe(
      'It closed two of them, and [...] people moved on.',
    );
  });

  test('at the beginning the quote says that a sentence is cut; whole sentences leave no sign', () => {
    expect(print(must(cut(quoting(first), source, at('However,'))))).toBe(
      '[...] the ministry said it ran ten shelters.',
    );
    const both = quoting(`${first} It closed two of them, and 10,000 people moved on.`);
    expect(print(must(cut(both, source, at(first))))).toBe(
      'It closed two of them, and 10,000 people moved on.',
    );
  });

  test('at the end too, and a full stop alone is no quote', () => {
    expect(print(must(cut(quoting(first), source, at('ten shelters'))))).toBe(
      'However, the ministry said it ran [...]',
    );
  });

  test('everything cannot be cut, and nothing outside of the quote', () => {
    expect(cut(quoting(first), source, at(first))).toEqual({ ok: false, why: 'nothing-left' });
    expect(cut(quoting(first), source, at('Nobody'))).toEqual({ ok: false, why: 'not-in-quote' });
    expect(cut(quoting(first), source, { start: 8, end: 9 })).toEqual({
      ok: false,
      why: 'nothing-chosen',
    });
  });

  test('brackets and emphasis in what is cut go with it', () => {
    const marked = must(insert(quoting(first), source, at('said'), 'claims'));
    const loud = must(emphasise(marked, source, at('said it ran'), 'added'));
    const draft = must(cut(loud, source, at('said it')));
    expect(draft.edits).toEqual([]);
    expect(print(draft)).toBe('However, the ministry [...] *ran* ten shelters. [emphasis added]');
  });
});

describe('taking in', () => {
  test('what was cut comes back as it was', () => {
    const whole = quoting(first);
    const draft = must(cut(whole, source, at('said it')));
    expect(must(takeIn(draft, source, at('said it')))).toEqual(whole);
  });

  test('part of it leaves a smaller gap', () => {
    const draft = must(cut(quoting(first), source, at('ministry said it')));
    expect(print(must(takeIn(draft, source, at('it ran'))))).toBe(
      'However, the [...] it ran ten shelters.',
    );
  });

  test('a passage from another mark is put where it stands in the source', () => {
    const draft = must(takeIn(quoting('Nobody knows why.'), source, at(first)));
    expect(print(draft)).toBe(`${first} [...] Nobody knows why.`);
    const next = at('It closed two of them, and 10,000 people moved on.');
    expect(must(takeIn(draft, source, next)).passages).toHaveLength(2);
  });

  test('what is in the quote is not taken in again', () => {
    expect(takeIn(quoting(first), source, at('ministry'))).toEqual({
      ok: false,
      why: 'in-quote-already',
    });
  });
});

describe('brackets', () => {
  test('words are put in before a word, and in the place of words', () => {
    const draft = must(insert(quoting(first), source, { start: 15, end: 15 }, ' of justice '));
    expect(print(draft)).toBe('However, the [of justice] ministry said it ran ten shelters.');
    expect(print(must(insert(draft, source, at('it ran'), 'Haiyun ran')))).toBe(
      'However, the [of justice] ministry said [Haiyun ran] ten shelters.',
    );
  });

  test('a second bracket in the same place stands for the first', () => {
    const draft = must(insert(quoting(first), source, at('it ran'), 'one'));
    expect(must(insert(draft, source, at('it ran'), 'two')).edits).toHaveLength(1);
    expect(insert(draft, source, at('ran ten'), 'three')).toEqual({
      ok: false,
      why: 'across-an-edit',
    });
  });

  test('more than eight words are not replaced, and nothing across a gap', () => {
    const long = quoting('Women who asked for help were not heard for months.');
    expect(insert(long, source, at('Women who asked for help were not heard for'), 'x y')).toEqual({
      ok: false,
      why: 'too-many-words',
    });
    const gapped = must(cut(quoting(first), source, at('said it')));
    expect(insert(gapped, source, at('ministry said it ran'), 'it ran')).toEqual({
      ok: false,
      why: 'across-a-gap',
    });
  });

  test.each(['...', '…', 'sic', 'T', 'Emphasis added', 'footnotes omitted', 'a [b]', '*loud*'])(
    'what reads as another sign is refused: %s',
    (words) => {
      expect(insert(quoting(first), source, at('it'), words)).toEqual({
        ok: false,
        why: 'words-not-allowed',
      });
    },
  );

  test('a letter changes its case and back', () => {
    const draft = must(changeCase(quoting('the ministry said it'), source, at('the').start));
    expect(print(draft)).toBe('[T]he ministry said it');
    expect(print(must(changeCase(draft, source, at('the').start)))).toBe('the ministry said it');
    expect(changeCase(quoting('10,000 people'), source, at('10,000').start)).toEqual({
      ok: false,
      why: 'no-letter',
    });
  });

  test('[sic] stands behind the word and goes again', () => {
    const draft = must(sic(quoting(first), source, at('ministr')));
    expect(print(draft)).toBe('However, the ministry [sic] said it ran ten shelters.');
    expect(must(sic(draft, source, at('ministry'))).edits).toEqual([]);
    const [edit] = draft.edits;
    expect(edit && removeEdit(draft, edit).edits).toEqual([]);
  });
});

describe('emphasis', () => {
  test('neighbours are one stretch; the note says by whom, once', () => {
    let draft = must(emphasise(quoting(first), source, at('ran ten'), 'added'));
    draft = must(emphasise(draft, source, at('shelters'), 'added'));
    expect(draft.emphasis).toHaveLength(1);
    draft = must(emphasise(draft, source, at('However'), 'original'));
    expect(print(draft)).toBe(
      '*However*, the ministry said it *ran ten shelters*. [emphasis added] [emphasis in original]',
    );
  });

  test('again takes it off, also from a part', () => {
    const draft = must(emphasise(quoting(first), source, at('ran ten shelters'), 'added'));
    expect(print(must(emphasise(draft, source, at('ten'), 'added')))).toBe(
      'However, the ministry said it *ran* ten *shelters*. [emphasis added]',
    );
  });

  test('over a paragraph’s end each paragraph has its own marks', () => {
    const draft = quoting('moved on.\nWomen who asked');
    const loud = must(emphasise(draft, source, at('on.\nWomen'), 'added'));
    expect(print(loud)).toBe('moved *on.*\n*Women* who asked [emphasis added]');
  });
});

test('page furniture is left out without a sign, references to notes only when footnotes are omitted', () => {
  const paged = 'The men were\n\n9 Monitor\n\nheld for days.2 They left.';
  const range = (words: string, kind: RangeKind, from = 0) => {
    const start = paged.indexOf(words, from);
    return { start, end: start + words.length, kind, page: 0 };
  };
  const from: QuotedText = {
    text: paged,
    ranges: [range('9 Monitor', 'furniture'), range('2', 'noteref')],
  };
  const draft: QuoteDraft = {
    passages: [{ start: 0, end: paged.length }],
    ...{ edits: [], emphasis: [], opensCut: false, endsCut: false, footnotesOmitted: false },
  };
  expect(print(draft, from)).toBe('The men were held for days.2 They left.');
  expect(print({ ...draft, footnotesOmitted: true }, from)).toBe(
    'The men were held for days. They left. [footnotes omitted]',
  );
});

test('scripts without spaces are cut and filled between any two characters', () => {
  const han: QuotedText = { text: '返鄉者因污名而不願向收容所求助。', ranges: [] };
  const draft: QuoteDraft = {
    passages: [{ start: 0, end: han.text.length }],
    ...{ edits: [], emphasis: [], opensCut: false, endsCut: false, footnotesOmitted: false },
  };
  expect(print(must(cut(draft, han, { start: 3, end: 7 })), han)).toBe(
    '返鄉者 [...] 不願向收容所求助。',
  );
  expect(print(must(insert(draft, han, { start: 3, end: 3 }, '三人')), han)).toBe(
    '返鄉者[三人]因污名而不願向收容所求助。',
  );
});
