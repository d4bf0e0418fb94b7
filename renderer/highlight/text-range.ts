import type { TextRange } from '../../shared/text/text-map.ts';

/** Shrinks to the first and last character that is not white space; `undefined` when there is none. */
export function trimRange(text: string, { start, end }: TextRange): TextRange | undefined {
  const slice = text.slice(start, end);
  const trimmed = slice.trim();
  if (trimmed === '') return undefined;
  const from = start + slice.length - slice.trimStart().length;
  return { start: from, end: from + trimmed.length };
}

export function rangesMeet(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

/** Ascending, those that overlap or touch as one. */
export function unitedRanges(ranges: readonly TextRange[]): readonly TextRange[] {
  const united: TextRange[] = [];
  for (const { start, end } of ranges.toSorted((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last === undefined || last.end < start) united.push({ start, end });
    else united.splice(-1, 1, { start: last.start, end: Math.max(last.end, end) });
  }
  return united;
}
