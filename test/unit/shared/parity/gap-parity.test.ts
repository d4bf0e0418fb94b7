import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketParity } from '../../../../shared/parity/bracket-parity.ts';
import { gapParity } from '../../../../shared/parity/gap-parity.ts';

describe('gaps', () => {
  test.each([
    '[...]',
    '[…]',
    '[. . .]',
    '(...)',
    '（……）',
    '[。。。]',
    '［……］',
    '[⋯⋯]',
    '（略）',
    '[ ... ]',
    '【中略】',
  ])('are counted: %s', (mark) => {
    expect(gapParity('The mills [...] stood.', `甲${mark}乙`)).toEqual({
      translation: { marked: 1, bare: 0 },
      original: { marked: 1, bare: 0 },
      equal: true,
    });
  });

  test('bare ellipses may be gaps or the author’s own', () => {
    expect(gapParity('The mills [...] stood.', '甲……乙').equal).toBe(true);
    expect(gapParity('The mills stood.', '甲……乙').equal).toBe(true);
    expect(gapParity('The mills [...] stood [...].', '甲……乙')).toMatchObject({ equal: false });
  });

  test('one that is missing on either side is told', () => {
    expect(gapParity('The mills [...] stood.', '甲乙').equal).toBe(false);
    expect(gapParity('The mills stood.', '甲（……）乙').equal).toBe(false);
  });

  test('two with nothing between them are one', () => {
    expect(gapParity('The mills [...]\n\n[...] stood.', '甲[...]乙').equal).toBe(true);
  });

  test('as many on both sides are equal, one more is not', () => {
    const mark = fc.constantFrom('[...]', '[…]', '（……）', '[。。。]');
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 8 }), mark, (marks, other) => {
        const with_ = (gap: (mark: string) => string) =>
          marks.map((own) => `words ${gap(own)} `).join('');
        const [one, same] = [with_((own) => own), with_(() => other)];
        expect(gapParity(one, same).equal).toBe(true);
        expect(gapParity(`${one}words ${other}`, same).equal).toBe(false);
      }),
    );
  });
});

describe('words in brackets', () => {
  test('are listed on both sides, without gaps, notes and changed letters', () => {
    const text =
      '[T]he [Ministry of Mills] said [sic] the[y] left [12] [here](https://example.org) [...] [emphasis added]';
    expect(bracketParity(text, '該[部]')).toEqual({
      translation: [{ text: 'Ministry of Mills', start: 6, end: 25 }],
      original: [{ text: '部', start: 1, end: 4 }],
      equal: true,
    });
    expect(bracketParity('the [river] mill', '工廠').equal).toBe(false);
  });
});
