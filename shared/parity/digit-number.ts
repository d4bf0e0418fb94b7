// A number that begins with a digit, in the ways digits are grouped.
import { yearsOf, type NumberInPlace } from './chinese-number.ts';
import { scaleAfter } from './english-numeral.ts';

interface Form {
  readonly form: RegExp;
  readonly read: (written: string) => number;
  /** Not where this stands before it. */
  readonly unless?: RegExp;
}

const withoutCommas = (written: string) => Number(written.replaceAll(',', ''));
const european = (written: string) => Number(written.replaceAll('.', '').replace(',', '.'));

/** “Article 5 200 people left”: a reference and a number. */
const reference = /\b(?:articles?|art|nos?|pp?|pages?|paras?|rooms?|sections?)\b\.?\s{1,2}$/i;
/** 1,5 is a number, or two. */
const commaAlone = /\d{1,9},\d{1,2}(?![\d,])/y;

/** Tried in order, at the place where the digits begin. */
const forms: readonly Form[] = [
  { form: /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d{1,9}(?!\d))?/y, read: withoutCommas },
  { form: /\d{1,2}(?:,\d{2})+,\d{3}(?!\d)/y, read: withoutCommas },
  {
    form: /\d{1,3}(?:[\u00a0\u202f\u2007\u2009'’]\d{3})+(?!\d)/y,
    read: (written) => Number(written.replace(/\D/g, '')),
  },
  {
    form: /\d{1,3}(?: \d{3})+(?![\d.,]\d|\d)/y,
    read: (written) => Number(written.replaceAll(' ', '')),
    unless: reference,
  },
  { form: /\d{1,3}(?:\.\d{3}){2,}(?!\d)(?:,\d{1,2}(?!\d))?/y, read: european },
  { form: /\d{1,3}\.\d{3},\d{1,2}(?!\d)/y, read: european },
  {
    form: /\d{1,9},\d{1,2}(?=\s?(?:%|€|per\s?cent|percent|thousand|million|billion|[萬万億亿]))/y,
    read: european,
  },
  { form: commaAlone, read: european },
  { form: /\d{1,15}\.\d{1,9}(?!\d|\.\d)/y, read: Number },
  { form: /\d{1,15}(?!\d)/y, read: Number },
];
/** Section numbers, versions, telephone and case numbers. */
const noNumber = /\d{1,20}(?:(?:\.\d{1,9}){2,}|(?:-\d{1,20}){2,})|\d{16,}/y;
const timeOfDay = /(\d{1,2}):(\d{2})(?::\d{2})?(?!\d)/y;
const fraction = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;
const abbreviated = /^\s?(bn|mn|m|k|tn)(?![\p{L}\d])/iu;
const factors: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9, tn: 1e12 };
const currencyBefore = /(?:[$€£¥₩₹]|\b(?:USD|CNY|RMB|EUR|GBP|HKD|TWD|JPY))\s?$/;
/** `text` is legible (`makeLegible`) and has a digit at `at`. A time of day gives its hour; its minutes follow as a number. */
export function digitNumber(text: string, at: number): NumberInPlace {
  const before = text.slice(Math.max(0, at - 12), at);
  const skipped = matchAt(noNumber, text, at);
  // 1.234.567 is a number all the same.
  const grouped = matchAt(/\d{1,3}(?:\.\d{3}){2,}(?![\d.]\d|\d)/y, text, at);
  if (skipped && grouped?.[0] !== skipped[0]) {
    return { value: NaN, end: at + skipped[0].length, sure: false, alternatives: [] };
  }
  return readTime(text, at) ?? readFraction(text, at) ?? readQuantity(text, at, before);
}

function readTime(text: string, at: number): NumberInPlace | undefined {
  const match = matchAt(timeOfDay, text, at);
  const hour = Number(match?.[1]);
  if (!match || hour > 24 || Number(match[2]) > 59) return undefined;
  const minutes = Number(match[2]);
  const end = at + (minutes === 0 ? match[0] : (match[1] ?? '')).length;
  return { value: hour, end, sure: true, alternatives: [(hour + 12) % 24] };
}

function readFraction(text: string, at: number): NumberInPlace | undefined {
  const match = matchAt(fraction, text, at);
  const [one, whole] = [Number(match?.[1]), Number(match?.[2])];
  if (!match) return undefined;
  const end = at + match[0].length;
  // 3/4 of the votes, but also the third of April and an issue of a journal; 24/7 is neither.
  if (one < 1 || one >= whole) return { value: one, end, sure: false, alternatives: [whole] };
  return { value: one / whole, end, unit: 'fraction', sure: false, alternatives: [one, whole] };
}

function readQuantity(text: string, at: number, before: string): NumberInPlace {
  for (const { form, read, unless } of forms) {
    const written = matchAt(form, text, at)?.[0];
    if (written === undefined || unless?.test(before) === true) continue;
    const number = scaled(text, at + written.length, read(written), written, before);
    if (form !== commaAlone) return number;
    return { ...number, sure: false, alternatives: written.split(',').map(Number) };
  }
  return { value: NaN, end: at + 1, sure: false, alternatives: [] };
}

function scaled(
  text: string,
  end: number,
  mantissa: number,
  written: string,
  before: string,
): NumberInPlace {
  const after = text.slice(end, end + 6);
  const word = scaleAfter(text, end);
  const short = currencyBefore.test(before) ? abbreviated.exec(after) : null;
  const factor = word?.value ?? factors[short?.[1]?.toLowerCase() ?? ''] ?? 1;
  const stop = word?.end ?? end + (short?.[0].length ?? 0);
  // 10.000 is ten in one country and ten thousand in another.
  const alternatives = /^\d{1,3}\.\d{3}$/.test(written) ? [mantissa * 1e3 * factor] : [];
  if (/^(?:年(?![級级])|[后後])/.test(after) && written.length === 2)
    alternatives.push(...yearsOf(mantissa));
  if (/^\s?[時时點点]/.test(after) || /^\s?[ap]\.?m\b/i.test(after))
    alternatives.push((mantissa + 12) % 24);
  return {
    value: mantissa * factor,
    end: stop,
    sure: true,
    alternatives,
    ...(factor > 1 && { mantissa }),
  };
}

function matchAt(form: RegExp, text: string, at: number): RegExpExecArray | null {
  form.lastIndex = at;
  return form.exec(text);
}
