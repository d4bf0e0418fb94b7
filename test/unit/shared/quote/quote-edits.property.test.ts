import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyId } from '../../../../shared/evidence/ids.ts';
import { generalCase } from '../../../../shared/journal/change.ts';
import { parseAct } from '../../../../shared/journal/parse-change.ts';
import { contentOn, type QuoteDraft } from '../../../../shared/quote/draft.ts';
import { cut, takeIn } from '../../../../shared/quote/edit-quote.ts';
import { printedQuote, renderQuote } from '../../../../shared/quote/render-quote.ts';
import { editedQuote, editStep, madeUpText, share } from '../../../support/quote-edits.ts';

const onePage = { pagesOf: () => ({ first: 0, last: 0 }) };
const pages = [{ label: '', start: 0, width: 0, height: 0, print: '' }];
const edits = fc.array(editStep, { maxLength: 12 });

test('whatever is done to a quote, it is one that the journal takes', () => {
  fc.assert(
    fc.property(madeUpText, fc.tuple(share, share), edits, (text, stretch, steps) => {
      const draft = editedQuote(text, stretch, steps);
      fc.pre(draft !== undefined);
      const workingFile = 'f'.repeat(32);
      const content = contentOn({ text, pages }, onePage, draft, { workingFile, note: '' });
      const source = '5'.repeat(32) as AnyId;
      const act = {
        subject: `marks/${source}/${generalCase}`,
        kind: 'quote-made',
        payload: { quote: '9'.repeat(32), source, content },
      };
      expect(parseAct(structuredClone(act))).toEqual(act);
    }),
    { numRuns: 500 },
  );
});

test('outside of brackets the print has whole words of the source, in their order, and nothing else', () => {
  fc.assert(
    fc.property(madeUpText, fc.tuple(share, share), edits, (text, stretch, steps) => {
      const draft = editedQuote(text, stretch, steps);
      fc.pre(draft !== undefined);
      const print = printedQuote(renderQuote(draft, { text, ranges: [] }));
      const bare = print
        .replace(/\[(\p{L})\](?=\p{L})/gu, '$1')
        .replace(/\[[^\]]*\]/g, ' ')
        .replace(/\*/g, ' ');
      const has = (all: string): string[] => all.toLowerCase().match(/\p{L}+/gu) ?? [];
      const words = has(text);
      let at = -1;
      for (const word of has(bare)) {
        at = words.indexOf(word, at + 1);
        expect(at, `${word} in ${print}`).toBeGreaterThanOrEqual(0);
      }
      expect(print).not.toMatch(/^\s|\s$| {2}|\[\.\.\.\] \[\.\.\.\]/);
    }),
    { numRuns: 500 },
  );
});

test('what was cut out of the middle comes back as it was', () => {
  fc.assert(
    fc.property(madeUpText, share, share, (text, from, length) => {
      const source = { text, ranges: [] };
      const whole: QuoteDraft = {
        passages: [{ start: 0, end: text.trimEnd().length }],
        ...{ edits: [], emphasis: [], opensCut: false, endsCut: false, footnotesOmitted: false },
      };
      const start = Math.floor(from * text.length);
      const range = { start, end: start + 1 + Math.floor(length * 40) };
      const shorter = cut(whole, source, range);
      fc.pre(shorter.ok && shorter.draft.passages.length === 2);
      const [left, right] = shorter.draft.passages;
      fc.pre(left !== undefined && right !== undefined);
      const restored = takeIn(shorter.draft, source, { start: left.end, end: right.start });
      expect(restored.ok && restored.draft.passages).toEqual(whole.passages);
    }),
  );
});
