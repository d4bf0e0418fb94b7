// What a page's edge left in a raw text: lone page numbers, running heads, boilerplate between two halves of a sentence.
import { findBoilerplate } from '../text/boilerplate.ts';
import { continuesOverGap, isPageNumber } from '../text/page-breaks.ts';
import type { SkippedRange } from './verdict.ts';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Blank lines or a form feed before it. */
  readonly gap: boolean;
}

const longestHead = 120;
const leastRepeats = 3;
/** Lines of furniture at one page break. */
const mostLines = 6;

export function findPageFurniture(text: string): SkippedRange[] {
  const lines = readLines(text);
  const repeated = repeatedLines(lines);
  const numbered = countedPages(lines);
  const boilerplate = new Set(findBoilerplate(text, []).map(({ start }) => start));
  const ranges: SkippedRange[] = [];
  let at = 0;
  while (at < lines.length) {
    const to = furnitureEnd(lines, at, (line) => isCandidate(line, repeated, boilerplate));
    const [first, last] = [lines[at], lines[to - 1]];
    if (to === at || first === undefined || last === undefined) {
      at++;
      continue;
    }
    const [before, after] = [lines[at - 1], lines[to]];
    const inside =
      before !== undefined &&
      after !== undefined &&
      continuesOverGap(shortened(before.text), shortened(after.text)).joins;
    const isPageBreak = lines.slice(at, to).some((line) => numbered.has(line.start));
    if (inside || isPageBreak)
      ranges.push({ start: first.start, end: last.end, kind: 'furniture' });
    at = to;
  }
  return ranges;
}

function furnitureEnd(lines: readonly Line[], from: number, is: (line: Line) => boolean): number {
  let to = from;
  for (let line = lines[to]; line && to - from < mostLines && is(line); line = lines[to]) {
    // A page break stands apart from the lines around it.
    if (to === from && !line.gap) break;
    to++;
  }
  return to > from && (lines[to]?.gap ?? true) ? to : from;
}

function isCandidate(
  line: Line,
  repeated: ReadonlySet<string>,
  boilerplate: ReadonlySet<number>,
): boolean {
  return isPageNumber(line.text) || repeated.has(keyOf(line.text)) || boilerplate.has(line.start);
}

/** Short lines that stand in the text again and again, their numbers aside. */
function repeatedLines(lines: readonly Line[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    if (text.length > longestHead || /[.!?。！？]$/.test(text)) continue;
    const key = keyOf(text);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= leastRepeats).map(([key]) => key));
}

function keyOf(text: string): string {
  return text.length > longestHead
    ? ''
    : text.replace(/\d+/g, '#').replace(/\s+/g, ' ').toLowerCase();
}

/** Starts of lone numbers that count pages: three or more that go up by one. */
function countedPages(lines: readonly Line[]): ReadonlySet<number> {
  const numbers = lines.flatMap(({ text, start, gap }) =>
    gap && isPageNumber(text) ? [{ start, value: Number(/\d+/.exec(text)?.[0]) }] : [],
  );
  const counted = new Set<number>();
  let run: typeof numbers = [];
  for (const number of numbers) {
    if (number.value !== (run.at(-1)?.value ?? NaN) + 1) run = [];
    run.push(number);
    if (run.length >= leastRepeats)
      for (const { start } of run.slice(-leastRepeats)) counted.add(start);
  }
  return counted;
}

function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let end = 0;
  for (const { 0: whole, index } of text.matchAll(/[^\r\n\f]+/g)) {
    const own = whole.trim();
    if (own === '') continue;
    const start = index + whole.indexOf(own);
    const gap = lines.length === 0 || /\n[^\n]*\n|\r[^\n\r]*\r|\f/.test(text.slice(end, start));
    lines.push({ start, end: start + own.length, text: own, gap });
    end = start + own.length;
  }
  return lines;
}

/** Both ends of a line decide whether a sentence goes on; the middle of a very long one costs time. */
function shortened(line: string): string {
  return line.length <= 800 ? line : line.slice(0, 400) + line.slice(-400);
}
