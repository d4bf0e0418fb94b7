// A number that begins with a Chinese numeral, or with digits before 萬, 億 and the like, in its surroundings.
import { chineseNumeral, isUnit, numeralCharacters, type Numeral } from './chinese-numeral.ts';

export interface NumberInPlace {
  readonly value: number;
  readonly end: number;
  readonly unit?: 'percent' | 'fraction' | 'decade';
  readonly ordinal?: true;
  readonly sure: boolean;
  readonly alternatives: readonly number[];
  readonly mantissa?: number;
}

const unit = '[十百千萬万億亿兆]';
const digitsBeforeUnit = `(?:(?<=${unit})\\s)?\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,6})?\\s?(?=[多余餘來来]?${unit})`;
const run = new RegExp(
  `(?:[${numeralCharacters}]|${digitsBeforeUnit}|(?<=${unit})\\d{1,4}(?!\\d)|(?<=[\\d${numeralCharacters}])[多余餘來来](?=[萬万億亿]))+`,
  'uy',
);
const decimals = new RegExp(
  `[點点]([〇零一二三四五六七八九]{1,6}|\\d{1,6})(?![分刻鐘钟])(${unit}{0,3})`,
  'uy',
);
const partOf = new RegExp(`分之\\s?([${numeralCharacters}]{1,12}|\\d{1,9}(?:\\.\\d{1,6})?)`, 'uy');
const partDecimals = /[點点]([〇零一二三四五六七八九]{1,6}|\d{1,6})/uy;

/** 名, 個, 年 and what else is counted. 四周 and 四處 are “all around”. */
const measure =
  /^\s?(?:多|余|餘|來|来)?\s?(?:[人名個个位年月天日歲岁次家間间所件起宗座元圓圆塊块倍周週號号份項项條条種种頭头隻只架艘輛辆樓楼棟栋村戶户批組组隊队支冊册篇頁页噸吨畝亩米克秒季級级屆届期套台臺場场]|公里|公斤|公頃|公顷|美元|歐元|欧元|港元|英[里鎊镑]|小[時时]|分[鐘钟]|星期|禮拜|礼拜|世[紀纪]|百分[點点]|[%％])/u;
const measureOfTwo =
  /^\s?(?:名|歲|岁|年|天|日|週|個月|个月|個星期|个星期|個小[時时]|个小[時时]|小[時时]|分[鐘钟]|元|美元|港元|公里|公斤|噸|吨)/u;
/** 三成 is 30 %; 成 also begins 成為, 成員, 成功. */
const tenths = /^成(?![為为立員员年功果本長长就人都份分熟績绩語语])(半)?/u;
const legal = /^\s?[條条款章節节項项頁页號号屆届編编卷期段]/u;
/** 數十, 幾百, 上萬: nobody knows how many. */
const vagueBefore = /[數数幾几若上成好]$/u;
const weekday = /(?:星期|周|週|禮拜|礼拜)$/u;

/** `text` is legible (`makeLegible`); undefined where no such number begins at `at`. */
export function chineseNumber(text: string, at: number): NumberInPlace | undefined {
  run.lastIndex = at;
  const written = run.exec(text)?.[0];
  if (written === undefined || /^\d+$/.test(written)) return undefined;
  const numeral = chineseNumeral(written);
  const end = at + written.length;
  const before = text.slice(Math.max(0, at - 3), at);
  // A weekday has no number elsewhere, and a row that makes none is skipped as a whole.
  if (numeral === undefined || (written.length === 1 && weekday.test(before)))
    return { ...nothing, end };
  if (isUnit(written.charAt(0)) && vagueBefore.test(before)) return { ...nothing, end };
  return (
    readPart(text, end, numeral) ??
    readDecimals(text, end, numeral.value) ??
    readWhole(text, at, end, written, before)
  );
}

function exactly(value: number): Numeral {
  return { value, alternatives: [], approximate: false };
}

/** What covers characters without being a number. */
const nothing = { value: NaN, sure: false, alternatives: [] };

/** 百分之三十, 三分之二. */
function readPart(text: string, end: number, { value: whole }: Numeral): NumberInPlace | undefined {
  const match = matchAt(partOf, text, end);
  const written = match?.[1] ?? '';
  const numeral = /^\d/.test(written) ? exactly(Number(written)) : chineseNumeral(written);
  if (!match || numeral === undefined || whole < 2) return undefined;
  const { value: share, alternatives, approximate } = numeral;
  const stop = end + match[0].length;
  const fraction = /^\d/.test(written) ? null : matchAt(partDecimals, text, stop);
  const value = share + afterPoint(fraction?.[1]);
  const last = stop + (fraction?.[0].length ?? 0);
  if (whole === 100) {
    return { value, end: last, unit: 'percent', sure: share !== 100 && !approximate, alternatives };
  }
  const sure = !(share === 1 && whole === 2);
  return { value: value / whole, end: last, unit: 'fraction', sure, alternatives: [] };
}

/** 一點五億. 三點五分 is a time of day. */
function readDecimals(text: string, end: number, whole: number): NumberInPlace | undefined {
  const match = matchAt(decimals, text, end);
  if (!match) return undefined;
  const scale = match[2] === '' ? 1 : (chineseNumeral(match[2] ?? '')?.value ?? 1);
  const mantissa = whole + afterPoint(match[1]);
  return {
    value: mantissa * scale,
    end: end + match[0].length,
    sure: true,
    alternatives: [],
    mantissa,
  };
}

function readWhole(
  text: string,
  at: number,
  end: number,
  written: string,
  before: string,
): NumberInPlace {
  const { value, alternatives, approximate } = chineseNumeral(written) ?? {
    ...nothing,
    approximate: true,
  };
  const after = text.slice(end, end + 8);
  const tenth = (value > 0 && value <= 10) || approximate ? tenths.exec(after) : null;
  if (tenth) {
    // 七八成 is 70 or 80 %.
    const half = tenth[1] === undefined ? 0 : 5;
    const [low = value, ...others] = approximate ? alternatives : [value];
    return {
      value: low * 10 + half,
      end: end + tenth[0].length,
      unit: 'percent',
      sure: !approximate,
      alternatives: others.map((other) => other * 10 + half),
    };
  }
  if (/第\s?$/.test(before))
    return { value, end, ordinal: true, sure: legal.test(after), alternatives };
  if (/^世[紀纪]/.test(after)) return { value, end, ordinal: true, sure: false, alternatives };
  if (after.startsWith('年代')) {
    return {
      value,
      end: end + 2,
      unit: 'decade',
      sure: true,
      alternatives: [1900 + value, 1800 + value, 2000 + value],
    };
  }
  const sure =
    !approximate &&
    isCounted(written, value, after) &&
    !/^[幾几數数]/.test(after) &&
    !before.endsWith('初');
  const mantissa = mantissaOf(written);
  return {
    value,
    end,
    sure,
    alternatives: /^[年后後]/.test(after) ? [...alternatives, ...yearsOf(value)] : alternatives,
    ...(mantissa !== undefined && { mantissa }),
  };
}

/** What stands before the last scale: 3 of 三萬, 1.5 of 1.5億. */
function mantissaOf(written: string): number | undefined {
  const before = /^(.+?)[多余餘來来]?[萬万億亿兆]+$/u.exec(written)?.[1]?.trim();
  if (before === undefined) return undefined;
  return /^[\d.,]+$/.test(before)
    ? Number(before.replaceAll(',', ''))
    : chineseNumeral(before)?.value;
}

/** 98年 may be short for 1998, or a year of the Republic without its name. */
export function yearsOf(value: number): number[] {
  return Number.isInteger(value) && value < 200 ? [1900 + value, 2000 + value, 1911 + value] : [];
}

/** Single characters are parts of words more often than numbers: 四川, 十分, 百姓, 統一. */
function isCounted(written: string, value: number, after: string): boolean {
  const counted = measure.test(after);
  if (/\d/.test(written)) return true;
  if (written.length === 1) {
    if (value === 1 || value === 0 || isUnit(written))
      return written === '十' && counted && !/^分(?![鐘钟])/.test(after);
    if (value === 2) return measureOfTwo.test(after);
    return counted && !(value === 4 && /^\s?[周處处]/.test(after)) && !/^\s?倍/.test(after);
  }
  if (/^[百千萬万億亿兆]/.test(written)) return false;
  // 二〇〇七 alone; a row without a zero is as often a name or a list: 一二三.
  if (!/[十百千萬万億亿兆廿卅拾佰仟]/.test(written))
    return counted || /..[〇零]|[〇零]../.test(written);
  return counted || written.length > 2;
}

function afterPoint(written: string | undefined): number {
  if (written === undefined) return 0;
  const digits = /^\d/.test(written) ? Number(written) : (chineseNumeral(written)?.value ?? 0);
  const length = written.length;
  // Two digits in a row may have been taken for “seven or eight”; their value is still the row.
  return digits / 10 ** length;
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}
