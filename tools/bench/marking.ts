import type { Page } from 'playwright';
import { median, p95, row, type Row } from './row.ts';

const rounds = 15;
/** One the program does nothing with; F9 hides and locks it. */
const idleKey = 'F8';
const leastCharacters = 12;

interface Seen {
  /** Frames begun since the key was pressed, the one that shows the change included. */
  readonly frames: number;
  readonly tookMs: number;
}

/** From the key press to the frame that has the mark, beside the next frame after a key that means nothing. */
export async function benchMarking(page: Page): Promise<Row[]> {
  const marked: Seen[] = [];
  const empty: Seen[] = [];
  for (let round = 0; round < rounds; round++) {
    await selectLine(page, round);
    marked.push(await pressAndWatch(page, '1', true));
    empty.push(await pressAndWatch(page, idleKey, false));
  }
  return [
    row({
      name: 'mark on screen, p95',
      value: p95(marked.map(({ frames }) => frames)),
      unit: 'frames',
      yardstick: 'next frame after an idle key, p95',
      yardstickValue: p95(empty.map(({ frames }) => frames)),
      goal: { of: 'value', most: 1 },
    }),
    row({
      name: 'mark on screen, p50',
      value: median(marked.map(({ tookMs }) => tookMs)),
      unit: 'ms',
      yardstick: 'next frame after an idle key, p50',
      yardstickValue: median(empty.map(({ tookMs }) => tookMs)),
    }),
  ];
}

/** Selects a line of the first page as the browser selects, and waits until the bar is there. */
async function selectLine(page: Page, nth: number): Promise<void> {
  const lines = page.locator('[data-box="0"] span').filter({
    hasText: new RegExp(`.{${leastCharacters},}`),
  });
  await lines.first().waitFor();
  const count = await lines.count();
  await lines.nth(nth % count).evaluate((line) => {
    document.getSelection()?.selectAllChildren(line);
  });
  await page.getByRole('toolbar').first().waitFor();
}

/** Presses a key; answers at the next frame, or at the first that draws other marks than before. */
export async function pressAndWatch(page: Page, key: string, untilDrawn: boolean): Promise<Seen> {
  const watch = await page.evaluateHandle((untilDrawn) => {
    const drawn = () =>
      Array.from(document.querySelectorAll('[data-box] svg path'), (path) =>
        path.getAttribute('d'),
      ).join();
    const before = drawn();
    const seen = new Promise<Seen>((resolve) => {
      const pressed = () => {
        const startedMs = performance.now();
        let frames = 0;
        const look = () => {
          frames++;
          if (untilDrawn && drawn() === before) requestAnimationFrame(look);
          else resolve({ frames, tookMs: performance.now() - startedMs });
        };
        requestAnimationFrame(look);
      };
      addEventListener('keydown', pressed, { capture: true, once: true });
    });
    return { seen };
  }, untilDrawn);
  await page.keyboard.press(key);
  return watch.evaluate(({ seen }) => seen);
}
