// Square brackets in a quote: what was left out, and what its editor or translator put in.

/** A stretch of a text, in UTF-16 code units. */
export interface Bracketed {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const dots = String.raw`(?:\.(?:\s?\.)+|…+|⋯+|。。+|[·・‧]{2,}|[上中下前後后]?略)`;
const gap = new RegExp(
  String.raw`[[(（［【〔]\s{0,3}${dots}\s{0,3}[\])）］】〕]|…+|⋯+|\.(?:\s?\.){2,}|。。。+|[·・‧]{3,}`,
  'gu',
);
const square = /[[［]([^[\]［］]{1,300})[\]］]/g;
const isGap = new RegExp(String.raw`^\s*${dots}\s*$`, 'u');
const editorial =
  /^\s*(?:sic|emphas[ei]s\b.{0,40}|(?:foot)?notes?\b.{0,20}omitted|citations?\b.{0,20}omitted|internal\b.{0,40}omitted|原文如此|[\d,;\s]+)[.!]?\s*$/iu;

/** Gap marks in order; one that follows another across a blank is the same gap. */
export function gapMarks(text: string): { readonly start: number; readonly bracketed: boolean }[] {
  const marks: { start: number; bracketed: boolean }[] = [];
  let end = -1;
  for (const match of text.matchAll(gap)) {
    const bracketed = /^[[(（［【〔]/u.test(match[0]);
    const last = marks.at(-1);
    if (last && /^\s*$/.test(text.slice(end, match.index))) last.bracketed ||= bracketed;
    else marks.push({ start: match.index, bracketed });
    end = match.index + match[0].length;
  }
  return marks;
}

/** Words put in: `[the Ministry]`. Not gaps, `[sic]`, notes' numbers, links, nor the changed letter of `[T]he`. */
export function insertions(text: string): Bracketed[] {
  const found: Bracketed[] = [];
  for (const match of text.matchAll(square)) {
    const [whole, inner = ''] = match;
    const [start, end] = [match.index, match.index + whole.length];
    if (isGap.test(inner) || editorial.test(inner) || text.startsWith('(', end)) continue;
    const glued =
      /\p{L}$/u.test(text.slice(Math.max(0, start - 1), start)) ||
      /^\p{L}/u.test(text.slice(end, end + 1));
    if (glued && /^[\p{sc=Latin}]{1,3}$/u.test(inner)) continue;
    found.push({ text: inner.trim(), start, end });
  }
  return found;
}
