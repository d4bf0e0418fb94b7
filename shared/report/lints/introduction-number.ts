import { readNumbers, type ReadNumber } from '../../parity/numbers.ts';
import { contentWords } from '../content-words.ts';
import type { Lint, LintResult } from '../lint.ts';
import type { Finding } from '../report.ts';

/** A number with the words behind it that may say what is counted. */
interface Counted {
  readonly number: ReadNumber;
  readonly text: string;
  readonly nouns: readonly string[];
}

const wordsBehind = 4;
const label =
  /\b(?:articles?|arts?\.?|sections?|paragraphs?|paras?\.?|pages?|pp?\.|chapters?|tier|no\.?|number|nos\.?|resolution|law|act|decree|part|annex|question|level|phase|category|class|type|group|point|table|figure|rule|round)\s*$/i;
/** Rounded or bounded: another number in the quote may agree with it. */
const approximate =
  /\b(?:over|under|above|below|about|around|roughly|nearly|almost|approximately|some|up to|more than|less than|fewer than|at least|at most|between|estimated|circa|ca\.|tens of|hundreds of|close to|several|or more)\s*(?:an?\s+)?[$€£¥]?$/i;

function countedIn(text: string): Counted[] {
  return readNumbers(text).flatMap((number): Counted[] => {
    if (!number.sure || number.unit === 'year' || number.unit === 'decade') return [];
    const before = text.slice(Math.max(0, number.start - 30), number.start);
    if (label.test(before)) return [];
    const nouns = contentWords(text.slice(number.end, number.end + 60))
      .slice(0, wordsBehind)
      .map(({ fold }) => fold)
      .filter((fold) => !/^\d/.test(fold));
    return [{ number, text: text.slice(number.start, number.end), nouns }];
  });
}

function isApproximate(text: string, { start, end }: ReadNumber): boolean {
  return (
    approximate.test(text.slice(Math.max(0, start - 30), start)) ||
    /^\s*(?:or (?:more|so|fewer)|-odd|\+|to\b|–|-)/.test(text.slice(end, end + 10))
  );
}

function hasValue(numbers: readonly Counted[], { value }: ReadNumber): boolean {
  return numbers.some(
    ({ number }) => number.value === value || number.alternatives.includes(value),
  );
}

function differing({ introduction, quotes }: Finding): string | undefined {
  if (introduction === undefined || quotes.length === 0) return undefined;
  const said = countedIn(introduction.text);
  const quoted = quotes.flatMap(({ text }) => countedIn(text));
  for (const own of said) {
    const { number, nouns } = own;
    if (isApproximate(introduction.text, number) || hasValue(quoted, number)) continue;
    const alike = quoted.filter((other) => other.number.unit === number.unit);
    // The noun stands right behind the number of the introduction.
    const same = alike.filter((other) =>
      nouns.slice(0, 2).some((noun) => other.nouns.includes(noun)),
    );
    const onlyOne = said.length === 1 && number.form === 'digits';
    const rival =
      same.length > 0
        ? same
        : onlyOne && (number.unit !== undefined || alike.length === 1)
          ? alike
          : [];
    const [first] = rival;
    if (first !== undefined)
      return `The introduction says “${own.text}”, the quote “${first.text}”.`;
  }
  return undefined;
}

/** The introduction counts something that the quote counts otherwise. */
export const introductionNumber: Lint = ({ report }) =>
  report.findings.flatMap((finding): LintResult[] => {
    const message = differing(finding);
    const line = finding.introduction?.line;
    return message === undefined || line === undefined
      ? []
      : [{ id: 'intro-number-differs', line, message }];
  });
