import type { Page } from 'playwright';
import { goTo } from '../demo/person.ts';
import type { LargeDocument } from './large-documents.ts';
import { median, p95, row, type Row } from './row.ts';

const frames = 150;
const rounds = 3;
/** Pixels a frame: what a hand at the wheel does who leafs through. */
const step = 300;
const longFrameMs = 50;
const openWithinMs = 1_000;

interface Opened {
  /** From "Read" to the first words on the screen. */
  readonly tookMs: number;
  /** Of a PDF: to its first painted page as well. */
  readonly paintedMs: number;
}

/**
 * Opening each document and scrolling it by 300 pixels a frame, in turns with a list that has nothing in it. `files` are in
 * the library already.
 */
export async function benchScrolling(
  page: Page,
  documents: readonly LargeDocument[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const document of documents) {
    const { tookMs, paintedMs } = await openTimed(page, document);
    const own: number[] = [];
    const empty: number[] = [];
    for (let round = 0; round < rounds; round++) {
      own.push(...(await scroll(page, false)));
      empty.push(...(await scroll(page, true)));
    }
    const { name } = document;
    const long = (all: readonly number[]): number => all.filter((ms) => ms > longFrameMs).length;
    rows.push(
      row({
        ...{ name: `${name}: opened`, value: tookMs, unit: 'ms' },
        ...{ yardstick: 'painted', yardstickValue: paintedMs },
        goal: { of: 'value', most: openWithinMs },
      }),
      row({
        ...{ name: `${name}: a frame, p50`, value: median(own), unit: 'ms' },
        ...{ yardstick: 'empty list', yardstickValue: median(empty) },
      }),
      row({
        ...{ name: `${name}: a frame, p95`, value: p95(own), unit: 'ms' },
        ...{ yardstick: 'empty list', yardstickValue: p95(empty) },
      }),
      row({
        ...{ name: `${name}: longest frame`, value: Math.max(...own), unit: 'ms' },
        ...{ yardstick: 'empty list', yardstickValue: Math.max(...empty) },
      }),
      row({
        ...{ name: `${name}: frames over 50 ms`, value: long(own), unit: 'frames' },
        ...{ yardstick: 'empty list', yardstickValue: long(empty) },
        goal: { of: 'value', most: long(empty) },
      }),
    );
  }
  return rows;
}

async function openTimed(page: Page, large: LargeDocument): Promise<Opened> {
  await goTo(page, 'Library');
  await page.getByLabel('Filter by words').fill(large.path.slice(large.path.lastIndexOf('/') + 1));
  await page.getByRole('table', { name: 'Sources' }).getByRole('row').nth(1).click();
  const read = page.getByRole('button', { name: 'Read', exact: true });
  return read.evaluate(
    (button: HTMLElement) =>
      new Promise<Opened>((resolve) => {
        const startedMs = performance.now();
        let tookMs = 0;
        const look = (): void => {
          const now = performance.now() - startedMs;
          const box = document.querySelector('[data-document] [data-box]');
          const isText = document.querySelector('[data-document] article') !== null;
          if (tookMs === 0 && box !== null) tookMs = now;
          if (tookMs > 0 && (isText || document.querySelector('[data-document] canvas') !== null)) {
            resolve({ tookMs, paintedMs: now });
          } else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        button.click();
      }),
  );
}

/** Milliseconds of each frame while the open document, or an empty list in its place, is scrolled. */
function scroll(page: Page, empty: boolean): Promise<readonly number[]> {
  return page.evaluate(
    ({ frames, step, empty }) => {
      const shown = document.querySelector<HTMLElement>('[role="group"][aria-label="Document"]');
      if (shown === null) throw new Error('no document is open');
      const list = document.createElement('div');
      if (empty) {
        const { left, top, width, height } = shown.getBoundingClientRect();
        list.style.cssText =
          `position: fixed; z-index: 9; overflow: auto; background: #fff;` +
          `left: ${left}px; top: ${top}px; width: ${width}px; height: ${height}px;`;
        const inside = document.createElement('div');
        inside.style.height = `${2 * frames * step}px`;
        list.append(inside);
        document.body.append(list);
      }
      const scrolled = empty ? list : shown;
      return new Promise<readonly number[]>((resolve) => {
        const took: number[] = [];
        let last = 0;
        const turn = (now: number): void => {
          if (last > 0) took.push(now - last);
          last = now;
          if (took.length < frames) {
            scrolled.scrollTop += step;
            requestAnimationFrame(turn);
          } else {
            list.remove();
            // What was left for the rest is done before the next round.
            setTimeout(resolve, 1_000, took);
          }
        };
        requestAnimationFrame(turn);
      });
    },
    { frames, step, empty },
  );
}
