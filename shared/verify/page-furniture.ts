// What a page's edge left in a raw text: lone page numbers, running heads, boilerplate between two halves of a sentence.
import { isBoilerplate } from '../text/boilerplate.ts';
import { findPageEdges } from '../text/page-edges.ts';
import type { SkippedRange } from './verdict.ts';

interface Line {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly gap: boolean;
}

export function findPageFurniture(text: string): SkippedRange[] {
  const lines = readLines(text);
  const edges = findPageEdges(lines, (index) => isBoilerplate(lines[index]?.text ?? ''));
  return edges.flatMap(({ from, to }): SkippedRange[] => {
    const [first, last] = [lines[from], lines[to - 1]];
    return first && last ? [{ start: first.start, end: last.end, kind: 'furniture' }] : [];
  });
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
