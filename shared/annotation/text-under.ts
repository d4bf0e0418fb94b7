// Boxes on a page → the text under them. Where a character stands in its item is a guess (`advance.ts`); pdf.js knows it
// exactly and says what text an annotation lies over, though not where. The two together are exact.
import { guessAdvances } from '../text/advance.ts';
import { isBlank } from '../text/blank.ts';
import { turn, type PdfPage, type TextItem } from '../text/pdf-page.ts';
import type { UserBox } from './raw.ts';

/** Squeezed places on a page: non-blank units from `start` to `end`. */
export interface SolidRun {
  readonly start: number;
  readonly end: number;
}

/** Of a line's height, from its foot: there a box over the line always is. */
const middle = 0.3;
/** As far as a guess has been seen off, in characters. */
const mostOff = 12;

/** Runs of the page whose characters' middles lie in a box, ascending. */
export function runsUnder(page: PdfPage, boxes: readonly UserBox[]): readonly SolidRun[] {
  const runs: SolidRun[] = [];
  const add = (solid: number): void => {
    const last = runs.at(-1);
    if (last?.end === solid) runs[runs.length - 1] = { start: last.start, end: solid + 1 };
    else runs.push({ start: solid, end: solid + 1 });
  };
  for (const item of page.items) {
    const near = boxes.filter((box) => mayMeet(box, item));
    if (near.length === 0) continue;
    for (const { solid, x, y } of middlesOf(item)) {
      if (near.some((box) => isIn(box, x, y))) add(solid);
    }
  }
  return runs;
}

/**
 * The same runs with their ends put right by what pdf.js says the text is; `undefined` where the two cannot be brought
 * together (it gives right-to-left text in another order).
 */
export function alignedRuns(
  page: PdfPage,
  guessed: readonly SolidRun[],
  overlaid: string,
): readonly SolidRun[] | undefined {
  const stream = squeeze(page.items.map(({ str }) => str).join(''));
  let left = squeeze(overlaid);
  if (left === '') return undefined;
  const runs: SolidRun[] = [];
  for (const guess of guessed) {
    const from = runs.at(-1)?.end ?? 0;
    if (guess.end <= from || left === '') continue;
    const run = longestNear(stream, left, Math.max(from, guess.start));
    if (run === undefined) continue;
    runs.push(run);
    left = left.slice(run.end - run.start);
  }
  return left === '' ? runs : undefined;
}

/** The longest beginning of `wanted` that stands in `stream` near `place`; of equals, the nearest. */
function longestNear(stream: string, wanted: string, place: number): SolidRun | undefined {
  let best: SolidRun | undefined;
  for (let off = 0; off <= 2 * mostOff; off++) {
    const start = place + (off % 2 === 0 ? off / 2 : -(off + 1) / 2);
    if (start < 0) continue;
    let length = 0;
    while (length < wanted.length && stream[start + length] === wanted[length]) length++;
    if (length > (best === undefined ? 0 : best.end - best.start)) {
      best = { start, end: start + length };
    }
  }
  return best;
}

interface Middle {
  readonly solid: number;
  readonly x: number;
  readonly y: number;
}

function middlesOf(item: TextItem): readonly Middle[] {
  const advances = guessAdvances(item);
  const middles: Middle[] = [];
  let along = 0;
  let { solid } = item;
  for (let i = 0; i < item.str.length; i++) {
    const advance = advances[i] ?? 0;
    if (!isBlank(item.str.charCodeAt(i))) {
      const at = along + advance / 2;
      const [x, y] = turn(
        item.rtl ? item.x + item.width - at : item.x + at,
        item.y + middle * item.size,
        -item.angle,
      );
      middles.push({ solid, x, y });
      solid++;
    }
    along += advance;
  }
  return middles;
}

function mayMeet({ left, bottom, right, top }: UserBox, item: TextItem): boolean {
  const y = item.y + middle * item.size;
  const [x1, y1] = turn(item.x, y, -item.angle);
  const [x2, y2] = turn(item.x + item.width, y, -item.angle);
  return (
    Math.min(x1, x2) <= right &&
    Math.max(x1, x2) >= left &&
    Math.min(y1, y2) <= top &&
    Math.max(y1, y2) >= bottom
  );
}

function isIn({ left, bottom, right, top }: UserBox, x: number, y: number): boolean {
  return x > left && x < right && y > bottom && y < top;
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}
