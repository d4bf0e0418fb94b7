import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkedSource, checkQuote, placedDraft } from '../../../../shared/quote/check-quote.ts';
import { draftOf } from '../../../../shared/quote/draft.ts';
import { printedQuote } from '../../../../shared/quote/render-quote.ts';
import { readQuote } from '../../../../shared/verify/quote-segments.ts';
import { rankOf } from '../../../../shared/verify/verdict.ts';
import { contentOn } from '../../../support/composed.ts';
import { editedQuote, editStep, madeUpText, share } from '../../../support/quote-edits.ts';

const edits = fc.array(editStep, { maxLength: 10 });

test('any sequence of acts gives a print that is verified as marked or better, at its own places', () => {
  fc.assert(
    fc.property(madeUpText, fc.tuple(share, share), edits, (text, stretch, steps) => {
      const draft = editedQuote(text, stretch, steps);
      fc.pre(draft !== undefined);
      const { pieces, verdict } = checkQuote(
        draft,
        checkedSource({ text, ranges: [], sections: [] }),
      );
      const print = printedQuote(pieces);
      expect(rankOf(verdict.verdict), `${print} is ${verdict.verdict}`).toBeLessThanOrEqual(
        rankOf('marked'),
      );
      draft.passages.forEach(({ start, end }, i) => {
        const { start: from = -1, end: to = -1 } = verdict.segments[i] ?? {};
        expect(from < end && start < to, print).toBe(true);
      });
    }),
    { numRuns: 1_000 },
  );
});

test('the print is read back as the passages it was made of', () => {
  fc.assert(
    fc.property(madeUpText, fc.tuple(share, share), edits, (text, stretch, steps) => {
      const draft = editedQuote(text, stretch, steps);
      fc.pre(draft !== undefined);
      const { pieces } = checkQuote(draft, checkedSource({ text, ranges: [], sections: [] }));
      const segments = readQuote(printedQuote(pieces));
      expect(segments).toHaveLength(draft.passages.length);
      expect(segments[0]?.gapBefore).toBe(draft.opensCut);
      expect(segments.at(-1)?.gapAfter).toBe(draft.endsCut);
    }),
  );
});

const text =
  'The ministry ran ten shelters. It closed two of them in the winter, and nobody said why.';
const checked = checkedSource({ text, ranges: [], sections: [] });

describe('a text that was read anew', () => {
  const content = contentOn(text, [
    [0, 30],
    [31, 54],
  ]);
  const quote = { ...content, edits: [{ kind: 'sic', start: 12, end: 12 }] as const };

  test('has the quote where its words went, with its brackets', () => {
    const anew = `A new first line of the document.\n${text}`;
    const draft = placedDraft(quote, anew, 'e'.repeat(32));
    expect(draft?.passages.map(({ start }) => start)).toEqual([34, 65]);
    expect(draft?.edits).toEqual([{ kind: 'sic', start: 46, end: 46 }]);
  });

  test('has none where a passage is gone, and never one in another order', () => {
    expect(placedDraft(quote, text.replace('closed', 'opened'), 'e'.repeat(32))).toBeUndefined();
    const turned = 'It closed two of them in the winter. The ministry ran ten shelters.';
    expect(placedDraft(quote, turned, 'e'.repeat(32))).toBeUndefined();
  });

  test('is not looked at while the text is the same', () => {
    expect(placedDraft(quote, '', quote.workingFile)).toEqual(draftOf(quote));
  });
});

test('a bracket that stands for a negation or a number is altered, whatever it says', () => {
  const replaced = (start: number, words: string) => ({
    ...draftOf(contentOn(text, [[0, 30]])),
    edits: [{ kind: 'insertion', start, end: start + 3, text: words } as const],
  });
  expect(checkQuote(replaced(text.indexOf('ten'), 'many'), checked).verdict.verdict).toBe(
    'altered',
  );
  expect(checkQuote(replaced(text.indexOf('ran'), 'kept'), checked).verdict.verdict).toBe('marked');
});
