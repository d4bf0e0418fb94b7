import type { Page } from 'playwright';
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { RunningApp } from '../../test/support/running-app.ts';
import { goTo, lock, unlock } from '../demo/person.ts';
import { median, row, type Row } from './row.ts';

const coldRounds = 7;
const warmRounds = 7;

interface Opening {
  readonly running: RunningApp;
  readonly passphrase: string;
  readonly source: SourceId;
}

interface Shown {
  readonly tookMs: number;
  /** Of the canvas, in device pixels. */
  readonly width: number;
}

/**
 * From "Read" to the first page on its canvas, beside pdf.js alone doing the same from bytes in memory: in a page that has
 * not opened a PDF yet, and in one that has.
 */
export async function benchFirstPage(opening: Opening): Promise<Row[]> {
  const cold = await compare(opening, coldRounds, freshPage);
  const warm = await compare(opening, warmRounds, () => Promise.resolve());
  return [cold, warm].map(({ own, bare }, i) =>
    row({
      name: `first page of a PDF, ${i === 0 ? 'cold' : 'warm'}`,
      value: median(own),
      unit: 'ms',
      yardstick: 'bare pdf.js with its own worker',
      yardstickValue: median(bare),
      goal: { of: 'ratio', most: 1.2 },
    }),
  );
}

async function compare(
  opening: Opening,
  rounds: number,
  prepare: (opening: Opening) => Promise<void>,
): Promise<{ readonly own: readonly number[]; readonly bare: readonly number[] }> {
  const own: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    await prepare(opening);
    const { tookMs, width } = await openOnlySource(opening.running.page);
    own.push(tookMs);
    await prepare(opening);
    bare.push(
      await opening.running.page.evaluate(
        ({ source, width }) => window.lockerDemo.timeBarePage(source, width),
        { source: opening.source, width },
      ),
    );
  }
  return { own, bare };
}

/** Locking ends the page and its process; what comes after has loaded nothing yet. */
async function freshPage({ running, passphrase }: Opening): Promise<void> {
  await running.lockBy(() => lock(running.page));
  await unlock(running.page, passphrase);
}

/** Opens the one PDF of the library in the reader. */
export async function openOnlySource(page: Page): Promise<Shown> {
  await goTo(page, 'Library');
  await page.getByRole('table', { name: 'Sources' }).getByRole('row').nth(1).click();
  const read = page.getByRole('button', { name: 'Read', exact: true });
  return read.evaluate(
    (button: HTMLElement) =>
      new Promise<Shown>((resolve) => {
        const startedMs = performance.now();
        const observer = new MutationObserver(() => {
          const canvas = document.querySelector<HTMLCanvasElement>('[data-box="0"] canvas');
          if (canvas === null) return;
          observer.disconnect();
          resolve({ tookMs: performance.now() - startedMs, width: canvas.width });
        });
        observer.observe(document.body, { childList: true, subtree: true });
        button.click();
      }),
  );
}
