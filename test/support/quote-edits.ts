// Any sequence of acts on a quote over a made-up text, for property tests.
import fc from 'fast-check';
import {
  changeCase,
  cut,
  emphasise,
  insert,
  sic,
  takeIn,
  type Edited,
} from '../../shared/quote/edit-quote.ts';
import type { QuoteDraft, QuotedText } from '../../shared/quote/draft.ts';
import type { TextRange } from '../../shared/text/text-map.ts';

type EditStep = (draft: QuoteDraft, source: QuotedText) => Edited;

/** Words of which each stands once, so that even one of them proves its place; sentences, paragraphs, odd characters. */
export const madeUpText: fc.Arbitrary<string> = fc
  .array(
    fc.record({
      words: fc.integer({ min: 3, max: 14 }),
      comma: fc.boolean(),
      end: fc.constantFrom('.', '.', '?', '!”', '.)'),
      gap: fc.constantFrom(' ', ' ', '\n', '\u00a0', '  '),
    }),
    { minLength: 3, maxLength: 12 },
  )
  .map((sentences) => {
    let count = 0;
    return sentences
      .map(({ words, comma, end, gap }) => {
        const said = Array.from({ length: words }, () => nameOf(count++));
        said[0] = `${said[0]?.charAt(0).toUpperCase() ?? ''}${said[0]?.slice(1) ?? ''}`;
        const joined = said.map((word, i) => (comma && i === 1 ? `${word},` : word)).join(' ');
        return `${joined}${end}${gap}`;
      })
      .join('');
  });

const syllables = ['ka', 'lo', 'mi', 'nu', 're', 'sa', 'tu', 'vo', 'xe', 'zi'];

/** A word for a number, no two alike. */
function nameOf(count: number): string {
  const digits = String(count + 100).split('');
  return digits.map((digit) => syllables[Number(digit)] ?? '').join('');
}

/** Evenly over the text: doubles would nearly all be at its beginning. */
export const share = fc.integer({ min: 0, max: 999 }).map((part) => part / 1_000);

function rangeIn(from: number, length: number, text: string): TextRange {
  const start = Math.floor(from * text.length);
  return { start, end: Math.min(text.length, start + Math.floor(length * 60)) };
}

export const editStep: fc.Arbitrary<EditStep> = fc
  .record({
    from: share,
    length: share,
    kind: fc.constantFrom('cut', 'cut', 'takeIn', 'insert', 'put', 'case', 'sic', 'emphasise'),
    by: fc.constantFrom('added', 'original'),
    words: fc.constantFrom('of justice', 'i.e.', 'the women', '收容所'),
  })
  .map(({ from, length, kind, by, words }): EditStep => (draft, source) => {
    const range = rangeIn(from, length, source.text);
    switch (kind) {
      case 'cut':
        return cut(draft, source, range);
      case 'takeIn':
        return takeIn(draft, source, range);
      case 'insert':
        return insert(draft, source, range, words);
      case 'put':
        return insert(draft, source, { start: range.start, end: range.start }, words);
      case 'case':
        return changeCase(draft, source, range.start);
      case 'sic':
        return sic(draft, source, range);
      case 'emphasise':
        return emphasise(draft, source, range, by);
    }
  });

/** A quote of one stretch, and what became of it by all steps that were not refused. */
export function editedQuote(
  text: string,
  stretch: readonly [number, number],
  steps: readonly EditStep[],
): QuoteDraft | undefined {
  const source: QuotedText = { text, ranges: [] };
  const none: QuoteDraft = {
    passages: [],
    ...{ edits: [], emphasis: [], opensCut: false, endsCut: false, footnotesOmitted: false },
  };
  const first = takeIn(none, source, rangeIn(stretch[0], stretch[1] * 8, text));
  if (!first.ok) return undefined;
  return steps.reduce((draft, step) => {
    const edited = step(draft, source);
    return edited.ok ? edited.draft : draft;
  }, first.draft);
}
