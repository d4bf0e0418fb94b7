// A text file as quotes are looked for in it: the text as it stands in the file, and what may stand inside a sentence
// without belonging to it.
import { isPageNumber } from '../text/page-breaks.ts';
import { textSections } from '../text/sections.ts';
import type { SkippedRange, SourceText } from '../verify/verdict.ts';

/** `raw`: the decoded file with its own line ends. Offsets of verdicts are offsets in it. */
export function rawSource(raw: string): SourceText {
  const furniture = pageNumbers(raw);
  const free = noteReferences(raw).filter(
    ({ start, end }) => !furniture.some((range) => range.start < end && start < range.end),
  );
  const skipped = [...furniture, ...free].sort((a, b) => a.start - b.start);
  return { text: raw, skipped, sections: textSections(raw) };
}

/** Page numbers that stand alone between blank lines, and lines that come again beside them. */
function pageNumbers(raw: string): SkippedRange[] {
  const lines = Array.from(raw.matchAll(/[^\r\n\f]*\S[^\r\n\f]*/g), ({ 0: text, index }) => ({
    text: text.trim(),
    start: index + text.length - text.trimStart().length,
    end: index + text.trimEnd().length,
  }));
  const isAlone = (i: number) => {
    const [last, line, next] = [lines[i - 1], lines[i], lines[i + 1]];
    if (line === undefined || line.text.length > 20 || !isPageNumber(line.text)) return false;
    return (
      isGap(raw, last?.end ?? 0, line.start) && isGap(raw, line.end, next?.start ?? raw.length)
    );
  };
  const repeated = new Map<string, number>();
  for (const { text } of lines) repeated.set(text, (repeated.get(text) ?? 0) + 1);
  return lines.flatMap(({ text, start, end }, i): SkippedRange[] => {
    const head =
      text.length < 120 && (repeated.get(text) ?? 0) >= 3 && (isAlone(i - 1) || isAlone(i + 1));
    return isAlone(i) || head ? [{ start, end, kind: 'furniture' }] : [];
  });
}

function isGap(raw: string, from: number, to: number): boolean {
  const between = raw.slice(from, to);
  return from === 0 || to === raw.length || /\f|\n\s*\n|\r\s*\r/.test(between);
}

const glued = /(?<=[\p{L})][.,;:!?]["”’)]{0,2})\d{1,3}(?=\s|$)/gu;
const apart = /(?<=\p{Ll}[.!?]["”’)]?[ \t\u00a0])\d{1,3}(?=\s+["“]?\p{Lu}|\s*$)/gmu;
const bracketed = /(?<=[\p{L}.,;:!?”"’)])\s?\[\d{1,3}\]|(?<=\S)[¹²³⁰⁴-⁹]{1,3}/gu;

/** Digits behind a sentence that count up from note to note; a year or a quantity there does not. */
function noteReferences(raw: string): SkippedRange[] {
  const marks = [...raw.matchAll(glued), ...raw.matchAll(apart)].sort((a, b) => a.index - b.index);
  const ranges: SkippedRange[] = [];
  let last = 0;
  for (const { 0: digits, index } of marks) {
    const number = Number(digits);
    if (number !== 1 && (number <= last || number > last + 2)) continue;
    last = number;
    ranges.push({ start: index, end: index + digits.length, kind: 'noteref' });
  }
  for (const { 0: mark, index } of raw.matchAll(bracketed))
    ranges.push({ start: index, end: index + mark.length, kind: 'noteref' });
  return ranges;
}
