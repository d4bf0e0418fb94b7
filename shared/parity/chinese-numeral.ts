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
}

/** Longer ones are no number anybody wrote. */
const longest = 40;

/** Undefined where the characters make no number. */
export function chineseNumeral(numeral: string): Numeral | undefined {
  if (numeral === '' || numeral.length > longest) return undefined;
  const inRow = digitsInRow(numeral);
  const [a, b] = [digits.get(numeral.charAt(0)), digits.get(numeral.charAt(1))];
  const approximate = a !== undefined && a > 0 && b === a + 1;
  if (approximate && numeral.length === 2) {
    return { value: inRow ?? b, alternatives: [a, b], approximate };
  }
  if (inRow !== undefined) return { value: inRow, alternatives: [], approximate: false };
  if (!approximate) return compose(numeral) ?? lastTwoVary(numeral);
  // 二三十 is twenty or thirty.
  const low = compose(numeral.charAt(0) + numeral.slice(2));
  const high = compose(numeral.slice(1));
  return low && high && { value: low.value, alternatives: [high.value], approximate };
}

/** 十四五 is fourteen or fifteen. */
function lastTwoVary(numeral: string): Numeral | undefined {
  const [a, b] = [digits.get(numeral.at(-2) ?? ''), digits.get(numeral.at(-1) ?? '')];
  if (a === undefined || b !== a + 1) return undefined;
  const low = compose(numeral.slice(0, -1));
  const high = compose(numeral.slice(0, -2) + numeral.slice(-1));
  return low && high && { value: low.value, alternatives: [high.value], approximate: true };
}

/** Digits one after the other, as in a year: 二〇〇七. */
function digitsInRow(numeral: string): number | undefined {
  let value = 0;
  for (let i = 0; i < numeral.length; i++) {
    const character = numeral.charAt(i);
    const digit = /\d/.test(character) ? Number(character) : digits.get(character);
    if (digit === undefined) return undefined;
    value = value * 10 + digit;
  }
  return value;
}

const part = /\d{1,12}(?:,\d{3}){0,4}(?:\.\d{1,6})?|[^\d.,]/gu;

function compose(numeral: string): Numeral | undefined {
  let total = 0;
  let section = 0;
  let digit: number | undefined;
  let unit = Infinity;
  let lastFactor = 1;
  let scale = 1;
  let padded = false;
  for (const [written] of numeral.replace(/[\s多余餘來来]/g, '').matchAll(part)) {
    const one = /^\d/.test(written) ? Number(written.replaceAll(',', '')) : digits.get(written);
    const ten = tens.get(written);
    const small = units.get(written);
    const large = scales.get(written);
    if (one !== undefined) {
      if (digit !== undefined && digit !== 0) return undefined;
      padded ||= one === 0;
      digit = one;
    } else if (ten !== undefined || small !== undefined) {
      const factor = small ?? 10;
      if (factor >= unit || (ten !== undefined && digit !== undefined)) return undefined;
      section += ten ?? (digit === undefined || digit === 0 ? 1 : digit) * factor;
      [digit, padded] = [undefined, false];
      unit = lastFactor = factor;
    } else if (large !== undefined) {
      section += digit ?? 0;
      if (section === 0 && total === 0) section = 1;
      // 一萬億 multiplies what stands before; 三億五千萬 adds to it.
      const multiplies = scale < large || section === 0;
      total = multiplies ? (total + section) * large : total + section * large;
      [section, digit, padded] = [0, undefined, false];
      unit = Infinity;
      scale = lastFactor = large;
    } else return undefined;
  }
  const value = total + section + (digit ?? 0);
  // 三百五 is short for 350; 305 has a zero when it is written in full.
  const left = digit ?? 0;
  const short = left > 0 && left < 10 && lastFactor > 10 && !padded;
  const alternatives = short ? [value - left + (left * lastFactor) / 10] : [];
  // 兆 is a million in some places.
  if (numeral.includes('兆')) alternatives.push(value / 1e6);
  return { value, alternatives, approximate: false };
}
