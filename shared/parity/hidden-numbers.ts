// Expressions that hold a number without being one, or that another language puts as another number. They answer a number
// of the other side and never miss one.
import { chineseNumeral, numeralCharacters } from './chinese-numeral.ts';

const fixed: readonly (readonly [RegExp, readonly number[]])[] = [
  [/半年|half[\s-](?:a\s)?year/iu, [6, 0.5]],
  [/半/u, [0.5, 30, 50]],
  [/[雙双倆俩]|夫婦|夫妇|夫妻/u, [2]],
  [/仨/u, [3]],
  [/季度|每季/u, [3, 4]],
  [/刻[鐘钟]?|quarter/iu, [15, 3, 4, 25]],
  [/fortnight/iu, [2, 14]],
  [/half past|half an hour|half-hour/iu, [30]],
  [/\bhundreds\b/iu, [100]],
  [/\bthousands\b/iu, [1000]],
  [/\bdozens\b/iu, [12]],
];
const decades = 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' ');
const decadeWord = new RegExp(`\\b(?:${decades.join('|')})\\b`, 'giu');
const yearOfTheRepublic = new RegExp(`民[國国]\\s?([${numeralCharacters}\\d]{1,6})\\s?年`, 'gu');
/** 七旬 is seventy; 三年半 three and a half, 兩個半 two and a half. */
const tenYears = new RegExp(`([${numeralCharacters}])旬`, 'gu');
const andHalf = new RegExp(
  `([${numeralCharacters}]{1,4}|\\d{1,3})\\s?(?:[個个年歲岁天]|小[時时]|个月|個月)半`,
  'gu',
);
const andHalfYears = /(\d{1,3})\.5[\s-](?:years?|年)|and a half[\s-]years?|year and a half/giu;
const yearSpan = /(?<!\d)(\d\d)(\d\d)\s?[-–/]\s?(\d\d)(?!\d)/g;

/** `text` is legible (`makeLegible`). */
export function hiddenNumbers(text: string): number[] {
  const found = fixed.flatMap(([form, values]) => (form.test(text) ? values : []));
  const numeral = (written = '') =>
    /^\d/.test(written) ? Number(written) : (chineseNumeral(written)?.value ?? 0);
  for (const [word] of text.matchAll(decadeWord))
    found.push(10 * decades.indexOf(word.toLowerCase()) + 20);
  for (const [, year] of text.matchAll(yearOfTheRepublic)) found.push(numeral(year));
  for (const [, tens] of text.matchAll(tenYears)) found.push(numeral(tens) * 10);
  for (const [, whole] of text.matchAll(andHalf))
    found.push(numeral(whole) + 0.5, numeral(whole) * 12 + 6, 6);
  for (const [, whole = '1'] of text.matchAll(andHalfYears)) found.push(numeral(whole) * 12 + 6, 6);
  for (const [, century, , year] of text.matchAll(yearSpan))
    found.push(Number(`${century}${year}`));
  return found;
}
