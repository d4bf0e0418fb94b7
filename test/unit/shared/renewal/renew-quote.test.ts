import { describe, expect, test } from 'vitest';
import { printedQuote, renderQuote } from '../../../../shared/quote/render-quote.ts';
import { renewQuote } from '../../../../shared/renewal/renew-quote.ts';
import { prepareSource } from '../../../../shared/verify/prepare-source.ts';
import { contentOn } from '../../../support/composed.ts';

const before =
  'The ministry ran ten shelters in the river provinces. Two of them were closed in the winter. ' +
  'Nobody told the people who lived there where they should go.';

function stretch(words: string): readonly [number, number] {
  const start = before.indexOf(words);
  return [start, start + words.length];
}

const first = 'The ministry ran ten shelters in the river provinces.';
const last = 'Nobody told the people who lived there where they should go.';
const insertion = { kind: 'insertion', start: 4, end: 12, text: 'state' } as const;
const content = contentOn(before, [stretch(first), stretch(last)], { edits: [insertion] });

function renew(text: string, quote = content) {
  return renewQuote(quote, prepareSource({ text, skipped: [], sections: [] }));
}

describe('a quote in a new text of its source', () => {
  test('is exact where nothing before it changed', () => {
    expect(renew(`${before} The end.`).how).toBe('exact');
  });

  test('is moved with its brackets where something came before it', () => {
    const now = `A new preface.\n\n${before}`;
    const renewed = renew(now);
    expect(renewed.how).toBe('moved');
    if (renewed.how !== 'moved') return;
    expect(printedQuote(renderQuote(renewed.draft, { text: now, ranges: [] }))).toBe(
      `The [state] ran ten shelters in the river provinces. [...] ${last}`,
    );
  });

  test('is moved where only line ends and signs of print differ, as long as nothing was edited in it', () => {
    const now = before.replace('ten shelters in', 'ten\nshel-\nters in');
    const plain = contentOn(before, [stretch(first), stretch(last)]);
    const renewed = renew(now, plain);
    expect(renewed.how).toBe('moved');
    if (renewed.how === 'moved') {
      const { start = 0, end = 0 } = renewed.draft.passages[0] ?? {};
      expect(now.slice(start, end)).toBe(first.replace('ten shelters in', 'ten\nshel-\nters in'));
    }
    expect(renew(now)).toEqual({ how: 'changed', differences: [] });
  });

  test('is changed where a number differs, and says which', () => {
    expect(renew(before.replace('ran ten', 'ran twelve'))).toMatchObject({
      how: 'changed',
      differences: [{ class: 'number', quote: 'ten', source: 'twelve' }],
    });
  });

  test('is changed, never turned round, where its passages stand in the other order', () => {
    const parts = before.split(/(?<=\.) /);
    expect(renew(parts.toReversed().join(' '))).toEqual({ how: 'changed', differences: [] });
  });

  test('is orphaned where one passage is gone, whatever became of the other', () => {
    expect(renew(before.replace(last, 'Other words stand here now.'))).toEqual({ how: 'orphaned' });
  });
});
