// The value of a number in English words: “two hundred and fifty-three thousand”, “half a million”, “two thirds”.

import { loose, ordinals, parts, scales, small, tens } from './english-words.ts';

export interface WordNumber {
  readonly value: number;
  readonly end: number;
  readonly ordinal?: true;
  readonly fraction?: true;
  /** “two” is; “both”, “a hundred”, “one” may not be meant as numbers. */
  readonly sure: boolean;
  /** 3 of “three and a half years”, which are three years and six months. */
  readonly alternatives: readonly number[];
  /** The number before its scale: 1.5 of 1.5 million. */
  readonly mantissa?: number;
}

interface Word {
  readonly word: string;
  readonly end: number;
  /** What stands before it: a blank, a hyphen, “and”. */
  readonly joint: string;
}

const nextWord = /(\s{1,3}|-)?(and\s{1,3}a\s{1,3}|and\s{1,3}|a\s{1,3})?(\p{L}{1,14})(?!\p{L})/iuy;

function wordAt(text: string, at: number, joined: boolean): Word | undefined {
  nextWord.lastIndex = at;
  const match = nextWord.exec(text);
  if (!match || (joined && match[1] === undefined)) return undefined;
  const joint = (match[2] ?? match[1] ?? '').toLowerCase().replace(/\s+/g, ' ').trim();
  return { word: (match[3] ?? '').toLowerCase(), end: at + match[0].length, joint };
}

interface Read {
  readonly value: number;
  readonly end: number;
}

/** 1 to 9,999: “twenty-one”, “three hundred and five”, “fifteen hundred”; “a hundred” and “a million” begin with 1. */
function belowScale(text: string, at: number, joined: boolean): Read | undefined {
  const first = belowHundred(text, at, joined);
  const bare = first || joined ? undefined : wordAt(text, at, false)?.word;
  if (bare !== undefined && scales.has(bare)) return { value: 1, end: at };
  if (bare !== 'hundred' && first === undefined) return undefined;
  const read = first ?? { value: 1, end: at };
  const next = wordAt(text, read.end, first !== undefined);
  if (next?.word !== 'hundred' || isWord(next.joint)) return read;
  const hundreds = { value: read.value * 100, end: next.end };
  const rest = belowHundred(text, next.end, true);
  // “one hundred and two hundred” are two numbers.
  if (rest === undefined || wordAt(text, rest.end, true)?.word === 'hundred') return hundreds;
  return { value: hundreds.value + rest.value, end: rest.end };
}

function belowHundred(text: string, at: number, joined: boolean): Read | undefined {
  const first = wordAt(text, at, joined);
  if (first === undefined || first.joint.endsWith('a')) return undefined;
  const unit = small.get(first.word);
  if (unit !== undefined) return { value: unit, end: first.end };
  const ten = tens.get(first.word);
  if (ten === undefined) return undefined;
  const second = wordAt(text, first.end, true);
  const digit = second && !isWord(second.joint) ? (small.get(second.word) ?? 0) : 0;
  return second && digit > 0 && digit < 10
    ? { value: ten + digit, end: second.end }
    : { value: ten, end: first.end };
}

/** “and”, “a”, “and a” rather than a blank or a hyphen. */
function isWord(joint: string): boolean {
  return /[a-z]/.test(joint);
}

/** What multiplies a number that ends at `at`: “million” of 1.5 million, “dozen” of three dozen. */
export function scaleAfter(text: string, at: number, joined = true): Read | undefined {
  const next = wordAt(text, at, joined);
  if (!next || isWord(next.joint)) return undefined;
  const value = next.word === 'dozen' ? 12 : scales.get(next.word);
  return value === undefined ? undefined : { value, end: next.end };
}

/** The number in words that begins at `at`; undefined where none does. */
export function englishNumeral(text: string, at: number): WordNumber | undefined {
  return cardinal(text, at) ?? single(text, at);
}

/** “Two years” are two; “the two sides” may be “both” or “they” in another language. */
const counted =
  /^[\s-]{1,2}(?:years?|months?|weeks?|days?|hours?|minutes?|men|women|children|girls|boys|people|persons|million|percent|per cent|yuan|dollars?|cases|victims|workers|officers|kilo\w*|km|tons?)\b/i;

function cardinal(text: string, at: number): WordNumber | undefined {
  let total = 0;
  let end = at;
  let last = Infinity;
  let mantissa: number | undefined;
  let alternatives: readonly number[] = [];
  // One round a scale: million, thousand, and the rest.
  while (last > 1) {
    const read = belowScale(text, end, end > at);
    if (!read) break;
    const half = wordAt(text, read.end, true);
    const withHalf = half?.word === 'half' && half.joint === 'and a';
    const value = withHalf ? read.value + 0.5 : read.value;
    const stop = withHalf ? half.end : read.end;
    const scale = scaleAfter(text, stop, stop > at);
    if (withHalf && !scale) alternatives = [read.value];
    // “one thousand and two thousand” are two numbers.
    if ((scale?.value ?? 1) >= last) break;
    if (total === 0 && scale && stop > at) mantissa = value;
    total += value * (scale?.value ?? 1);
    end = scale?.end ?? stop;
    last = scale?.value ?? 1;
  }
  if (end === at) return undefined;
  const first = wordAt(text, at, false);
  // “a hundred” and “several hundred thousand” may be any number; “a hundred thousand” is one.
  const vague =
    first !== undefined &&
    (first.word === 'hundred' || scales.has(first.word)) &&
    (first.end === end || !afterArticle(text, at));
  return (
    partAfter(text, end, total) ?? {
      value: total,
      end,
      alternatives,
      sure:
        total > 1 &&
        !vague &&
        !(total === 2 && end === first?.end && !counted.test(text.slice(end, end + 16))),
      ...(mantissa !== undefined && { mantissa }),
    }
  );
}

/** “two thirds”, “three-quarters”, “one-third”; “twenty-first”. */
function partAfter(text: string, at: number, numerator: number): WordNumber | undefined {
  const next = wordAt(text, at, true);
  if (!next || isWord(next.joint)) return undefined;
  const plural = next.word === 'halves';
  const denominator = parts.get(plural ? 'half' : next.word.replace(/s$/, '')) ?? 0;
  const agrees = (numerator === 1) === parts.has(next.word);
  if (agrees && numerator >= 1 && numerator < denominator) {
    const sure = denominator > 2;
    return {
      value: numerator / denominator,
      end: next.end,
      fraction: true,
      alternatives: [],
      sure,
    };
  }
  const digit = ordinals.get(next.word) ?? 0;
  const isTens = numerator >= 20 && numerator % 10 === 0;
  if (!isTens || digit < 1 || digit > 9) return undefined;
  return { value: numerator + digit, end: next.end, ordinal: true, alternatives: [], sure: false };
}

function single(text: string, at: number): WordNumber | undefined {
  const first = wordAt(text, at, false);
  if (!first) return undefined;
  const { word, end } = first;
  const next = wordAt(text, end, true);
  // “half a million”, “half a dozen”.
  const halved =
    word === 'half' && next?.joint === 'a' ? scaleAfter(` ${next.word}`, 0) : undefined;
  if (halved && next)
    return { value: halved.value / 2, end: next.end, alternatives: [], sure: true };
  const ordinal = ordinals.get(word);
  const isPart = next?.word === 'of' && afterArticle(text, at);
  if (ordinal !== undefined && ordinal > 2 && isPart)
    return { value: 1 / ordinal, end, fraction: true, alternatives: [], sure: true };
  if (ordinal !== undefined)
    return { value: ordinal, end, ordinal: true, alternatives: [], sure: false };
  const value = word === 'dozen' ? 12 : loose.get(word);
  if (value === undefined) return undefined;
  return {
    value,
    end,
    alternatives: [],
    sure: false,
    ...(value < 1 && { fraction: true as const }),
  };
}

function afterArticle(text: string, at: number): boolean {
  return /\ba\s{1,3}$/i.test(text.slice(Math.max(0, at - 4), at));
}
