import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readNumbers } from '../../../../shared/parity/numbers.ts';
import { inChinese, inEnglish } from '../../../support/spelled-numbers.ts';

const valuesIn = (text: string) => readNumbers(text).map(({ value }) => value);
const sureIn = (text: string) =>
  readNumbers(text)
    .filter(({ sure }) => sure)
    .map(({ value }) => value);

describe('a number is read', () => {
  test.each([
    ['10,000 mill hands', [10_000]],
    ['12,34,567 letters', [1_234_567]],
    ['10 000 mill hands', [10_000]],
    ['10\u202f000 mill hands', [10_000]],
    ['1.5 million letters', [1_500_000]],
    ['1,5 million letters', [1_500_000]],
    ['1.234.567,50 €', [1_234_567.5]],
    ['US$2bn', [2e9]],
    ['Article 5 200 hands', [5, 200]],
    ['1,234.5 tons', [1234.5]],
    ['a share of 30 %', [30]],
    ['１２ hands and ٣٤ boats', [12, 34]],
    ['at 10:30', [10, 30]],
  ])('in digits: %s', (text, values) => {
    expect(sureIn(text)).toEqual(values);
  });

  test.each([
    ['twelve', [12]],
    ['twenty-one', [21]],
    ['two hundred and fifty-three thousand', [253_000]],
    ['half a million', [500_000]],
    ['two and a half million', [2_500_000]],
    ['fifteen hundred', [1500]],
    ['three dozen', [36]],
    ['a hundred thousand', [100_000]],
    ['three quarters', [0.75]],
    ['a third of the mills', [1 / 3]],
    ['one hundred and two hundred', [100, 200]],
    ['one thousand and two thousand', [1000, 2000]],
    ['twenty, thirty', [20, 30]],
  ])('in English words: %s', (text, values) => {
    expect(sureIn(text)).toEqual(values);
  });

  test.each([
    ['二十三人', [23]],
    ['一萬二千戶', [12_000]],
    ['一万二千户', [12_000]],
    ['三億人', [3e8]],
    ['三亿人', [3e8]],
    ['12萬人', [120_000]],
    ['12万5千', [125_000]],
    ['1.2億元', [1.2e8]],
    ['一點五億', [1.5e8]],
    ['1 億 2000 萬', [1.2e8]],
    ['百分之三十', [30]],
    ['百分之三點五', [3.5]],
    ['三成', [30]],
    ['三成半', [35]],
    ['三分之二', [2 / 3]],
    ['廿三歲', [23]],
    ['兩名工人', [2]],
    ['一百〇五天', [105]],
    ['二〇〇七', [2007]],
    ['一萬億元', [1e12]],
  ])('in Chinese: %s', (text, values) => {
    expect(sureIn(text)).toEqual(values);
  });

  test('with the unit that stands beside it, in a range to its first number, too', () => {
    const units = (text: string) => readNumbers(text).map(({ unit }) => unit);
    expect(units('20 to 30 percent')).toEqual(['percent', 'percent']);
    expect(units('$5 and 6 yuan')).toEqual(['currency', 'currency']);
    expect(units('in 2007')).toEqual(['year']);
    expect(units('民國96年')).toEqual(['year']);
    expect(units('the 1990s, 九十年代')).toEqual(['decade', 'decade']);
    expect(units('two thirds')).toEqual(['fraction']);
  });

  test('with the other values its form may have', () => {
    expect(readNumbers('10.000 hands')[0]?.alternatives).toEqual([10_000]);
    expect(readNumbers('三百五')[0]?.alternatives).toEqual([350]);
    expect(readNumbers('七八個')[0]).toMatchObject({ alternatives: [7, 8], sure: false });
    expect(readNumbers('二三十人')[0]).toMatchObject({
      value: 20,
      alternatives: [30],
      sure: false,
    });
    expect(readNumbers('3 p.m.')[0]?.alternatives).toEqual([15]);
    expect(readNumbers('1,5 Millionen')[0]).toMatchObject({
      value: 1.5,
      alternatives: [1, 5],
      sure: false,
    });
    expect(readNumbers('1.5 million')[0]?.mantissa).toBe(1.5);
  });
});

describe('no quantity is made of', () => {
  test.each([
    ['a note’s digit', 'In the communities.1 The mills'],
    ['a note’s digit apart', 'It helped victims. 2 The mills'],
    ['a note’s digit between Chinese sentences', '工人離開。3警方沉默'],
    ['list markers', '1. The mills\n(2) The boats\n三、其他'],
    ['the name of a thing', 'COVID-19, the F-16, a 3D map'],
    ['an article', 'one of the mills, 一個工人'],
    ['parts of words', '四川, 十分, 百姓, 統一, 四周'],
    ['what is vague', 'dozens, hundreds of thousands, a hundred, several hundred thousand'],
  ])('%s', (_, text) => {
    expect(sureIn(text)).toEqual([]);
  });

  test.each([
    ['vague Chinese', '數十人, 几百人, 上萬人'],
    ['weekdays', '星期三, 周五'],
    ['addresses, versions and telephone numbers', 'https://example.org/12/34 2.1.4 +86-10-1234'],
    ['dates', '12 June 2007, 2007年6月12日, 2007-06-12, 3 May'],
    ['a day nobody can read', '12/06/2007'],
    ['ordinals', 'the third, the 12th, 第三'],
  ])('%s', (_, text) => {
    expect(valuesIn(text)).toEqual([]);
  });

  test('ordinals, unless asked for', () => {
    const read = readNumbers('the third, the 12th, 第二百四十條', { ordinals: true });
    expect(read.map(({ value, ordinal }) => [value, ordinal])).toEqual([
      [3, true],
      [12, true],
      [240, true],
    ]);
  });
});

describe('whatever the number', () => {
  const whole = fc.integer({ min: 2, max: 999_999_999_999 });

  test('digits with and without separators give it back', () => {
    fc.assert(
      fc.property(whole, (n) => {
        expect(valuesIn(`There are ${n.toLocaleString('en')} boats`)).toEqual([n]);
        expect(valuesIn(`有${n}個`)).toEqual([n]);
      }),
    );
  });

  test('English words give it back', () => {
    fc.assert(
      fc.property(whole, (n) => {
        expect(valuesIn(`There are ${inEnglish(n)} boats`)).toEqual([n]);
      }),
    );
  });

  test('Chinese numerals of either script give it back', () => {
    fc.assert(
      fc.property(whole, fc.constantFrom('traditional', 'simplified'), (n, script) => {
        expect(valuesIn(`共${inChinese(n, script)}個`)).toEqual([n]);
      }),
    );
  });

  test('numbers keep their order and their places', () => {
    const piece = fc.constantFrom(
      '12',
      '1,000',
      '三十',
      'twenty-one',
      ' ',
      '. ',
      '萬',
      'June',
      '2007',
      '年',
      '%',
      '-',
      '第',
      'half',
      '(',
      '１',
      '點',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 3 })), { maxLength: 30 }),
        (pieces) => {
          const text = pieces.join('');
          let end = 0;
          for (const number of readNumbers(text, { ordinals: true })) {
            expect(number.start).toBeGreaterThanOrEqual(end);
            expect(number.end).toBeGreaterThan(number.start);
            expect(Number.isFinite(number.value)).toBe(true);
            end = number.end;
          }
          expect(end).toBeLessThanOrEqual(text.length);
        },
      ),
    );
  });
});
