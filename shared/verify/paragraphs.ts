// Paragraphs of a source as its reader sees them: over wrapped lines, and over page breaks inside a sentence.
import { continuesOverGap, isWrapped, wrapWidth } from '../text/page-breaks.ts';
import type { Stretch } from './markup.ts';
import type { SourceText } from './verdict.ts';

interface Line extends Stretch {
  /** Trimmed; the middle of a very long line left out. */
  readonly text: string;
  readonly length: number;
  /** Blank lines, a form feed or furniture before it. */
  readonly gap: boolean;
}

const longEnough = 800;

/** Ascending; furniture and blank lines between two paragraphs belong to neither. */
export function findParagraphs(source: SourceText): Stretch[] {
  const lines = readLines(source);
  const width = wrapWidth(lines.map(({ length }) => length));
  const paragraphs: { start: number; end: number }[] = [];
  lines.forEach((line, i) => {
    const last = paragraphs.at(-1);
    const before = lines[i - 1];
    if (last && before && goesOn(before, line, width)) last.end = line.end;
    else paragraphs.push({ start: line.start, end: line.end });
  });
  return paragraphs;
}

function goesOn(a: Line, b: Line, width: number): boolean {
  if (!b.gap && a.length <= longEnough && isWrapped(a.text, b.text, width)) return true;
  return continuesOverGap(a.text, b.text).joins;
}

function readLines({ text, skipped }: SourceText): Line[] {
  const furniture = skipped.filter(({ kind }) => kind === 'furniture');
  const lines: Line[] = [];
  let gap = false;
  let next = 0;
  for (const { 0: whole, index } of text.matchAll(/[^\r\n]+/g)) {
    while ((furniture[next]?.end ?? Infinity) <= index) next++;
    const end = index + whole.length;
    const trimmed = whole.trim();
    const before = lines.at(-1);
    const own = index + whole.length - whole.trimStart().length;
    const cover = furniture[next];
    const isFurniture =
      cover !== undefined && cover.start <= own && cover.end >= own + trimmed.length;
    gap ||= whole.startsWith('\f') || (before !== undefined && isParted(text, before.end, index));
    if (trimmed === '' || isFurniture) {
      gap = true;
      continue;
    }
    lines.push({ start: index, end, text: shortened(trimmed), length: trimmed.length, gap });
    gap = false;
  }
  return lines;
}

/** More than one line end lies between. */
function isParted(text: string, from: number, to: number): boolean {
  return /\n[^\n]*\n|\r[^\n\r]*\r|\f/.test(text.slice(from, to));
}

/** Both ends of a line decide; its middle costs time. */
function shortened(line: string): string {
  if (line.length <= longEnough) return line;
  return line.slice(0, longEnough / 2) + line.slice(-longEnough / 2);
}
