// The source beside a quote: its passages with what stands around them, cut into runs that look alike. Pure values.
import type { QuoteEdit } from '../../shared/evidence/quote.ts';
import type { QuoteDraft } from '../../shared/quote/draft.ts';
import { otherCase } from '../../shared/quote/render-quote.ts';
import { countWordsIn } from '../../shared/quote/whole-words.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { RangeKind, WorkingText } from '../../shared/text/working-text.ts';

/** `kept` is printed, `cut` lies between two passages, `around` before the first and after the last. */
type RunState = 'kept' | 'cut' | 'around';

export interface SourceRun extends TextRange {
  readonly state: RunState;
  readonly kind: RangeKind | 'body';
  readonly isEmphasised: boolean;
  readonly isFlagged: boolean;
  readonly isSelected: boolean;
  readonly isFlashed: boolean;
  /** A bracket stands for it in print. */
  readonly isReplaced: boolean;
  /** Brackets that stand before it in print; behind it only at a paragraph's end. */
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

export interface SourceParagraph extends TextRange {
  readonly runs: readonly SourceRun[];
  /** Words of the source that are not shown before it. */
  readonly skipped: number;
}

export interface SourceOverlays {
  readonly flagged: readonly TextRange[];
  readonly selection: TextRange | undefined;
  /** Pointed out for a moment. */
  readonly flash: readonly TextRange[];
}

type ShownText = Pick<WorkingText, 'text' | 'ranges'>;

/** Paragraphs shown around a passage on each side, to begin with. */
const leastAround = 1;
/** A paragraph without an end is shown for so many characters around a passage. */
const mostAround = 1_500;

/** What is shown of the text, in order and apart: each passage with so many further paragraphs on both sides. */
export function shownWindows(
  text: string,
  passages: readonly TextRange[],
  more: number,
): readonly TextRange[] {
  const windows: TextRange[] = [];
  for (const { start, end } of passages) {
    const window = {
      start: paragraphsBefore(text, start, leastAround + more),
      end: paragraphsAfter(text, end, leastAround + more),
    };
    const last = windows.at(-1);
    if (last !== undefined && last.end >= window.start) {
      windows.splice(-1, 1, { start: last.start, end: Math.max(last.end, window.end) });
    } else windows.push(window);
  }
  return windows;
}

export function sourceParagraphs(
  { text, ranges }: ShownText,
  draft: QuoteDraft,
  windows: readonly TextRange[],
  overlays: SourceOverlays,
): readonly SourceParagraph[] {
  const paragraphs: SourceParagraph[] = [];
  let shownTo = 0;
  for (const window of windows) {
    for (const line of text.slice(window.start, window.end).matchAll(/[^\n]+/g)) {
      const start = window.start + line.index;
      const end = start + line[0].length;
      const runs = runsOf({ text, ranges }, draft, { start, end }, overlays);
      paragraphs.push({ start, end, runs, skipped: countWordsIn(text.slice(shownTo, start)) });
      shownTo = end;
    }
  }
  return paragraphs;
}

function runsOf(
  { text, ranges }: ShownText,
  draft: QuoteDraft,
  paragraph: TextRange,
  { flagged, selection, flash }: SourceOverlays,
): readonly SourceRun[] {
  const { passages, edits, emphasis } = draft;
  const own = ranges.filter((range) => meets(range, paragraph));
  const chosen = selection === undefined ? [] : [selection];
  const all = [passages, edits, emphasis, own, flagged, chosen, flash].flat();
  const ends = new Set([paragraph.start, paragraph.end]);
  for (const { start, end } of all) {
    for (const place of [start, end]) {
      if (place > paragraph.start && place < paragraph.end) ends.add(place);
    }
  }
  const places = [...ends].sort((a, b) => a - b);
  const isLast = (i: number): boolean => i === places.length - 2;
  return places.slice(0, -1).map((start, i): SourceRun => {
    const run = { start, end: places[i + 1] ?? paragraph.end };
    const isIn = (range: TextRange): boolean => range.start <= run.start && run.end <= range.end;
    const standing = edits.filter((edit) => edit.start === start);
    const behind = isLast(i) ? edits.filter((edit) => edit.start === run.end) : [];
    return {
      ...run,
      state: stateOf(run, passages),
      kind: own.find(isIn)?.kind ?? 'body',
      isEmphasised: emphasis.some(isIn),
      isFlagged: flagged.some(isIn),
      isSelected: chosen.some(isIn),
      isFlashed: flash.some(isIn),
      isReplaced: edits.some((edit) => edit.start < edit.end && isIn(edit)),
      before: standing.map((edit) => bracketOf(edit, text)),
      behind: behind.map((edit) => bracketOf(edit, text)),
    };
  });
}

function stateOf(run: TextRange, passages: readonly TextRange[]): RunState {
  if (passages.some(({ start, end }) => start <= run.start && run.end <= end)) return 'kept';
  const first = passages[0]?.start ?? 0;
  const last = passages.at(-1)?.end ?? 0;
  return run.start >= first && run.end <= last ? 'cut' : 'around';
}

/** What stands in print there. */
function bracketOf(edit: QuoteEdit, text: string): string {
  switch (edit.kind) {
    case 'insertion':
      return `[${edit.text}]`;
    case 'sic':
      return '[sic]';
    case 'case':
      return `[${otherCase(text.slice(edit.start, edit.end))}]`;
  }
}

function paragraphsBefore(text: string, offset: number, count: number): number {
  let at = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
  if (offset === 0) at = 0;
  for (let i = 0; i < count && at > 0; i++) {
    let end = at;
    while (end > 0 && /\s/.test(text.charAt(end - 1))) end--;
    at = end === 0 ? 0 : text.lastIndexOf('\n', end - 1) + 1;
  }
  return Math.max(at, offset - mostAround * (count + 1));
}

function paragraphsAfter(text: string, offset: number, count: number): number {
  let at = lineEnd(text, offset);
  for (let i = 0; i < count && at < text.length; i++) {
    let start = at;
    while (start < text.length && /\s/.test(text.charAt(start))) start++;
    at = lineEnd(text, start);
  }
  return Math.min(at, offset + mostAround * (count + 1));
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}

function meets(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}
