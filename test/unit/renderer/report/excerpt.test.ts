import fc from 'fast-check';
import { expect, test } from 'vitest';
import { excerptOf } from '../../../../renderer/report/excerpt.ts';
import { prepareSource } from '../../../../shared/verify/prepare-source.ts';
import type { SegmentVerdict } from '../../../../shared/verify/verdict.ts';
import { verifyQuote } from '../../../../shared/verify/verify-quote.ts';

const text =
  'The gate was bolted at night. Inspectors counted 58 beds in the long house, and no lamp. Nobody had a key.';

function checked(quote: string): SegmentVerdict {
  const [segment] = verifyQuote(quote, prepareSource({ text, skipped: [], sections: [] })).segments;
  if (segment === undefined) throw new Error('no segment');
  return segment;
}

test('the passage, what stands around it and what differs are pieces of their own', () => {
  const pieces = excerptOf(
    text,
    checked('Inspectors counted 85 beds in the long house, and no lamp.'),
  );
  expect(pieces).toEqual([
    { kind: 'around', text: 'The gate was bolted at night. ' },
    { kind: 'passage', text: 'Inspectors counted ' },
    { kind: 'difference', text: '58' },
    { kind: 'passage', text: ' beds in the long house, and no lamp.' },
    { kind: 'around', text: ' Nobody had a key.' },
  ]);
});

test('the words a cut leaves out are pointed out beside the passage', () => {
  const pieces = excerptOf(text, checked('Inspectors counted 58 beds in the long house'));
  expect(pieces.filter(({ kind }) => kind === 'flag').map((piece) => piece.text)).toContain(
    ', and no lamp',
  );
});

test('whatever is pointed at, the pieces are one stretch of the text that holds the passage', () => {
  const place = fc.nat(text.length);
  fc.assert(
    fc.property(place, place, place, place, (a, b, c, d) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      const [from, to] = [Math.min(c, d), Math.max(c, d)];
      const flag = { flag: 'contrast-after', words: '', start: from, end: to } as const;
      const segment: SegmentVerdict = {
        text: '',
        tier: 'verbatim',
        start,
        end,
        similarity: 1,
        places: 1,
        differences: [],
        flags: [flag],
      };
      const shown = excerptOf(text, segment)
        .map((piece) => piece.text)
        .join('');
      expect(text).toContain(shown);
      expect(shown).toContain(text.slice(start, end));
    }),
  );
});
