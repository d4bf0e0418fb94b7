import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import type { SourceId } from '../../shared/evidence/ids.ts';
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
  /** From "Read" to the first page painted, or the first words of a text on the screen. */
  readonly tookMs: number;
  /** Of a painted page, in device pixels; 0 of a text. */
  readonly width: number;
}

const manyMarks = 10_000;

/**
 * Opening each document and scrolling it by 300 pixels a frame, in turns with a list that has nothing in it; then the same
 * with 10,000 marks in it. They are in the library already, and the program was started as a demo.
 */
export async function benchScrolling(
  page: Page,
  documents: readonly LargeDocument[],
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const document of documents) {
    const source = await sourceOf(page, document);
    rows.push(...(await benchOne(page, document, source, document.name)));
    if (!document.isMarked) continue;
    await page.evaluate(([id, most]) => window.lockerDemo.markSentences(id, most), [
      source,
      manyMarks,
    ] as const);
    const name = `${document.name}, ${manyMarks.toLocaleString('en')} marks`;
    rows.push(...(await benchOne(page, document, source, name)));
  }
  return rows;
}

async function benchOne(
  page: Page,
  document: LargeDocument,
  source: SourceId,
  name: string,
): Promise<Row[]> {
  const { tookMs, width } = await openTimed(page, document);
  const own: number[] = [];
  const empty: number[] = [];
  for (let round = 0; round < rounds; round++) {
    own.push(...(await scroll(page, false)));
    empty.push(...(await scroll(page, true)));
  }
  const long = (all: readonly number[]): number => all.filter((ms) => ms > longFrameMs).length;
  return [
    row({
      ...{ name: `${name}: opened`, value: tookMs, unit: 'ms' },
      ...(await openingYardstick(page, source, width)),
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
  ];
}

async function openTimed(page: Page, large: LargeDocument): Promise<Opened> {
  await goTo(page, 'Library');
  await page.getByLabel('Filter by words').fill(path.basename(large.path));
  await page.getByRole('table', { name: 'Sources' }).getByRole('row').nth(1).click();
  const read = page.getByRole('button', { name: 'Read', exact: true });
  return read.evaluate(
    (button: HTMLElement) =>
      new Promise<Opened>((resolve) => {
        const startedMs = performance.now();
        const look = (): void => {
          const tookMs = performance.now() - startedMs;
          const words = document.querySelector('[data-document] article [data-at]');
          const canvas = document.querySelector<HTMLCanvasElement>('[data-document] canvas');
          if (words !== null) resolve({ tookMs, width: 0 });
          else if (canvas !== null) resolve({ tookMs, width: canvas.width });
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
        button.click();
      }),
  );
}

/** pdf.js alone, from the same bytes to the same page; a text has nothing beside it. */
async function openingYardstick(
  page: Page,
  source: SourceId,
  width: number,
): Promise<Pick<Row, 'yardstick' | 'yardstickValue'>> {
  if (width === 0) return { yardstick: '', yardstickValue: 0 };
  const yardstickValue = await page.evaluate(
    ([id, pixels]) => window.lockerDemo.timeBarePage(id, pixels),
    [source, width] as const,
  );
  return { yardstick: 'bare pdf.js with its own worker', yardstickValue };
}

async function sourceOf(page: Page, large: LargeDocument): Promise<SourceId> {
  const name = path.basename(large.path);
  const id = await page.evaluate(
    async (wanted) =>
      (await window.lockerDemo.readLibrary()).sources.find(
        ({ original }) => original.name === wanted,
      )?.id,
    name,
  );
  if (id === undefined) throw new Error(`not in the library: ${name}`);
  return id;
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
