// pdf.js gives each item in logical order, but the items in drawing order (left to right). A line with right-to-left text
// is put in reading order item by item: the implicit part of the bidirectional algorithm (UAX #9), on whole items.
import type { TextItem } from './pdf-page.ts';
import { leftToRight, rightToLeft } from './scripts.ts';

const mark = /^\p{M}+$/u;
/** Gap, in em, that stands for a space: between neighbours of the stream pdf.js has looked already and writes its own. */
const wordGap = 0.15;
const wordGapInStream = 0.6;

type Direction = 'right' | 'left' | 'digit' | 'neutral';

/** Whether there is room for a space between two items, and none is written. */
export function gapIsSpace(a: TextItem, b: TextItem): boolean {
  const gap = b.x >= a.x ? b.x - a.x - a.width : a.x - b.x - b.width;
  const least = b.index === a.index + 1 ? wordGapInStream : wordGap;
  return gap > least * Math.min(a.size, b.size);
}

export function logicalOrder(items: readonly TextItem[], rtl: boolean): TextItem[] {
  const parted = partedByStream(items);
  const visual = withSpaces(
    items.filter((item) => !mark.test(item.str)).sort((a, b) => centre(a) - centre(b)),
    parted,
  );
  const inner = innerRuns(visual.map(direction), rtl);
  const order = visual.map((item, i) => ({ item, inner: inner[i] === true }));
  if (rtl) order.reverse();
  const sequence = reverseInner(order);
  for (const item of items) if (mark.test(item.str)) placeMark(sequence, item);
  return sequence;
}

function centre(item: TextItem): number {
  return item.x + item.width / 2;
}

/** Indices of items that the stream writes right behind a blank: of each, the item right before that blank. */
function partedByStream(items: readonly TextItem[]): ReadonlyMap<number, number> {
  const blanks = new Set(items.filter(({ str }) => str.trim() === '').map(({ index }) => index));
  const behind = items.filter(({ index }) => blanks.has(index - 1) && !blanks.has(index));
  return new Map(behind.map(({ index }) => [index, index - 2]));
}

/**
 * Spaces are settled between neighbours on the page: in logical order they may lie far apart ("17 )"). A blank the
 * stream writes between two of them parts them, wherever it stands: its own place is often wrong.
 */
function withSpaces(items: readonly TextItem[], parted: ReadonlyMap<number, number>): TextItem[] {
  const out: TextItem[] = [];
  for (const item of items) {
    const last = out.at(-1);
    if (last && last.str.trim() !== '' && item.str.trim() !== '') {
      const written =
        parted.get(item.index) === last.index || parted.get(last.index) === item.index;
      if (written || gapIsSpace(last, item)) out.push({ ...item, str: ' ', width: 0, rtl: false });
    }
    out.push(item);
  }
  return out;
}

/** pdf.js says 'ltr' of digits, brackets, spaces and marks, so the characters themselves are asked. */
function direction({ str }: TextItem): Direction {
  if (rightToLeft.test(str)) return 'right';
  if (leftToRight.test(str)) return 'left';
  return /[0-9]/.test(str) ? 'digit' : 'neutral';
}

/** Which items run against the line's direction; neutrals between two of them go along. */
function innerRuns(kinds: readonly Direction[], rtl: boolean): boolean[] {
  const opposite: Direction = rtl ? 'left' : 'right';
  const inner = kinds.map((kind) => kind === opposite || (rtl && kind === 'digit'));
  for (let i = 0; i < kinds.length; i++) {
    if (kinds[i] !== 'neutral') continue;
    let end = i;
    while (kinds[end] === 'neutral') end++;
    const between = inner[i - 1] === true && inner[end] === true;
    if (between && (kinds[i - 1] === opposite || kinds[end] === opposite)) inner.fill(true, i, end);
    i = end;
  }
  return inner;
}

function reverseInner(order: readonly { item: TextItem; inner: boolean }[]): TextItem[] {
  const out: TextItem[] = [];
  let run: TextItem[] = [];
  for (const { item, inner } of order) {
    if (inner) {
      run.push(item);
      continue;
    }
    out.push(...run.reverse(), item);
    run = [];
  }
  return [...out, ...run.reverse()];
}

/** Combining marks are items of no width: each goes after the base that stands over it. */
function placeMark(sequence: TextItem[], combining: TextItem): void {
  const base = sequence.findIndex(
    ({ str, x, width }) =>
      str.trim() !== '' && combining.x >= x - 0.5 && combining.x <= x + width + 0.5,
  );
  sequence.splice(base < 0 ? sequence.length : base + 1, 0, combining);
}
