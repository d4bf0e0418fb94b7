// The value of a numeral in Chinese characters of either script, digits of other scripts among them: 二十三, 一萬二千, 12萬5千.

const digits = new Map<string, number>();
for (const [value, forms] of [
  '〇零○',
  '一壹',
  '二贰貳兩两',
  '三叁參',
  '四肆',
  '五伍',
  '六陆陸',
  '七柒',
  '八捌',
  '九玖',
].entries()) {
  for (const character of forms) digits.set(character, value);
}
const tens = new Map([
  ['廿', 20],
  ['卅', 30],
]);
const units = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1e3],
  ['仟', 1e3],
]);
const scales = new Map([
  ['萬', 1e4],
  ['万', 1e4],
  ['億', 1e8],
  ['亿', 1e8],
  ['兆', 1e12],
]);

/** Characters a numeral is made of, for a character class. */
export const numeralCharacters = [digits, tens, units, scales]
  .flatMap((map) => [...map.keys()])
  .join('');

/** The value of one digit character, 0 to 9. */
export function chineseDigit(character: string): number | undefined {
  return digits.get(character);
}

export function isUnit(character: string): boolean {
  return units.has(character) || scales.has(character);
}

export interface Numeral {
  readonly value: number;
  /** Other values of the same writing. */
  readonly alternatives: readonly number[];
  /** “七八” is seven or eight, not 78. */
  readonly approximate: boolean;
  /** More than a single character, and put together as the rules want it. */
  readonly composed: boolean;
}

/** Digits one after the other, as in a year: 二〇〇七. */
function positional(numeral: string): number | undefined {
  let value = 0;
  for (const character of numeral) {
    const digit = /\d/.test(character) ? Number(character) : digits.get(character);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

/** At most this many characters: longer ones are no number anybody wrote. */
const longest = 40;

/** Undefined where the characters make no number. */
export function chineseNumeral(numeral: string): Numeral | undefined {
  if (numeral === '' || numeral.length > longest) return undefined;
  const characters = [...numeral];
  const [first = '', second = ''] = characters;
  const inRow = positional(numeral);
  if (inRow !== undefined) {
    const approximate =
      characters.length === 2 && inRow % 10 === Math.floor(inRow / 10) + 1 && !/\d/.test(numeral);
    const alternatives = approximate
      ? characters.map((character) => digits.get(character) ?? 0)
      : [];
    return { value: inRow, alternatives, approximate, composed: characters.length > 1 };
  }
  // 二三十 is twenty or thirty.
  const [a, b] = [digits.get(first), digits.get(second)];
  if (a !== undefined && b === a + 1 && a > 0) {
    const rest = numeral.slice(1 + first.length - 1);
    const [low, high] = [compose(first + rest.slice(second.length)), compose(rest)];
    if (low && high)
      return { value: low.value, alternatives: [high.value], approximate: true, composed: true };
  }
  return compose(numeral);
}

function compose(numeral: string): Numeral | undefined {
  let total = 0;
  let section = 0;
  let current: number | undefined;
  let unit = Infinity;
  let lastUnit = 1;
  let scale = 1;
  let zero = false;
  for (const [part] of numeral.matchAll(/\d{1,9}(?:,\d{3}){0,4}(?:\.\d{1,6})?|[^\d.,]/gu)) {
    const digit = /^\d/.test(part) ? Number(part.replaceAll(',', '')) : digits.get(part);
    const ten = tens.get(part);
    const small = units.get(part);
    const large = scales.get(part);
    if (digit !== undefined) {
      if (current !== undefined && current !== 0) return undefined;
      if (digit === 0) zero = true;
      current = digit;
    } else if (ten !== undefined) {
      if (current !== undefined || unit <= 10) return undefined;
      section += ten;
      unit = lastUnit = 10;
    } else if (small !== undefined) {
      if (small >= unit) return undefined;
      section += (current || 1) * small;
      current = undefined;
      zero = false;
      unit = lastUnit = small;
    } else if (large !== undefined) {
      section += current ?? 0;
      if (section === 0 && total === 0) section = 1;
      total = scale < large || section === 0 ? (total + section) * large : total + section * large;
      section = 0;
      current = undefined;
      zero = false;
      unit = Infinity;
      lastUnit = large;
      scale = large;
    } else return undefined;
  }
  const value = total + section + (current ?? 0);
  const short = current !== undefined && current > 0 && current < 10 && lastUnit > 10 && !zero;
  const composed = numeral.length > 1;
  // 三百五 is short for 350; the full form of 305 has a zero.
  if (short) {
    const alternatives = [value - (current ?? 0) + ((current ?? 0) * lastUnit) / 10];
    return { value, alternatives, approximate: false, composed };
  }
  // 兆 is a million in some places.
  const alternatives = numeral.includes('兆') ? [value / 1e6] : [];
  return { value, alternatives, approximate: false, composed };
}
