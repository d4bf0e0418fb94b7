import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numberParity } from '../../../../shared/parity/number-parity.ts';
import { readNumbers } from '../../../../shared/parity/numbers.ts';
import { faithfulPairs } from '../../../support/faithful-pairs.ts';
import { inChinese, inEnglish } from '../../../support/spelled-numbers.ts';

const found = (translation: string, original: string) => {
  const { missing, added } = numberParity(translation, original);
  return { missing: missing.map(({ text }) => text), added: added.map(({ text }) => text) };
};
const silent = { missing: [], added: [] };

/** Each number that stands in digits, its first digit another one. */
function withOneDigitChanged(text: string): string[] {
  return readNumbers(text).flatMap(({ start, end, sure }) => {
    const written = text.slice(start, end);
    const changed = written.replace(/[0-9]/, (digit) => String((Number(digit) % 9) + 1));
    return sure && changed !== written ? [text.slice(0, start) + changed + text.slice(end)] : [];
  });
}

describe('a faithful translation', () => {
  test.each(faithfulPairs)('raises nothing: %s %s', (english, chinese) => {
    expect(found(english, chinese)).toEqual(silent);
    expect(found(chinese, english)).toEqual(silent);
  });

  test('with one digit changed is told nearly always, from either side', () => {
    let [told, all] = [0, 0];
    for (const [english, chinese] of faithfulPairs) {
      for (const text of [english, chinese]) {
        for (const changed of withOneDigitChanged(text)) {
          const { missing, added } =
            text === english ? found(changed, chinese) : found(english, changed);
          all++;
          if (missing.length + added.length > 0) told++;
        }
      }
    }
    expect(all).toBeGreaterThan(120);
    expect(told / all).toBeGreaterThan(0.9);
  });

  test.each([
    [
      'He was held for twelve days and paid 1,250 crowns in 2007.',
      'احتجز لمدة 12 يوما ودفع 1250 كرونة في عام 2007',
    ],
    [
      'Thirty people came in the spring.',
      'Trente personnes sont venues au printemps de cette année.',
    ],
    [
      'It costs 1.5 million crowns and 10,000 hours.',
      'Es kostet 1,5 Millionen Kronen und 10.000 Stunden, sagt man dort.',
    ],
    ['In 2023 the 40 mills closed.', 'في عام 1445 أغلقت 40 مطحنة في المدينة القديمة'],
  ])('from a language that cannot be read raises nothing: %s', (translation, original) => {
    expect(found(translation, original)).toEqual(silent);
  });
});

describe('a number that differs', () => {
  test.each([
    ['Twenty-five hands left the mill.', '二十三人離開工廠。', ['二十三'], ['Twenty-five']],
    ['There are 12 million people in the valley.', '山谷有1.2億人。', ['1.2億'], ['12 million']],
    ['About 30 of the boats were sold.', '三成的船被出售。', ['三成'], []],
    [
      'On 13 June 2007 the mill closed.',
      '2007年6月12日工廠關閉。',
      ['2007年6月12日'],
      ['13 June 2007'],
    ],
    [
      'On 12 June 2007 the mill closed.',
      '民國95年6月12日工廠關閉。',
      ['民國95年6月12日'],
      ['12 June 2007'],
    ],
    ['The mill closed in 2008.', '工廠於二〇〇七年關閉。', ['二〇〇七年'], ['2008']],
    ['He was held for two years.', '他被關押三年。', ['三'], []],
    ['He was held for 15 days in the city.', 'احتجز لمدة 12 يوما في المدينة', ['12'], []],
  ])('is told: %s', (translation, original, missing, added) => {
    expect(found(translation, original)).toMatchObject({ missing });
    for (const each of added) expect(found(translation, original).added).toContain(each);
  });

  test('is told with its place in its own text', () => {
    const original = '共有二十三人，民國95年6月12日。';
    const { missing } = numberParity('There are some people.', original);
    expect(missing.map(({ start, end, text }) => original.slice(start, end) === text)).toEqual([
      true,
      true,
    ]);
    expect(missing.map(({ kind }) => kind)).toEqual(['number', 'date']);
  });
});

describe('whatever the number', () => {
  const n = fc.integer({ min: 3, max: 99_999_999 });
  const forms = [
    (value: number) => inChinese(value, 'traditional'),
    (value: number) => inChinese(value, 'simplified'),
    String,
  ];
  const english = [inEnglish, (value: number) => value.toLocaleString('en')];

  test('the same on both sides raises nothing, another is told', () => {
    fc.assert(
      fc.property(
        n,
        n,
        fc.constantFrom(...forms),
        fc.constantFrom(...english),
        (one, other, han, latin) => {
          const translation = `The mill had ${latin(one)} hands.`;
          expect(found(translation, `工廠有${han(one)}個工人。`)).toEqual(silent);
          if (one === other) return;
          const { missing, added } = found(translation, `工廠有${han(other)}個工人。`);
          expect(missing.length + added.length).toBeGreaterThan(0);
        },
      ),
    );
  });

  test('no text differs from itself', () => {
    const piece = fc.constantFrom(
      '12 ',
      '1,000',
      '三十人',
      'twenty-one ',
      ' ',
      '. ',
      '萬',
      ' June ',
      '2007',
      '年',
      '%',
      '-',
      '第',
      ' half ',
      '(',
      '6月',
      '[',
      ']',
      'the ',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 30 }),
        (pieces) => {
          expect(found(pieces.join(''), pieces.join(''))).toEqual(silent);
        },
      ),
    );
  });
});

test.each(['one ', '1万', '2007年6月12日', '12 June ', '1,', '[1', '百分之', '\n', '.'])(
  'a long text of %j only has what it has itself',
  (piece) => {
    const text = piece.repeat(Math.ceil(60_000 / piece.length));
    expect(numberParity(text, text)).toEqual({ missing: [], added: [] });
  },
);
