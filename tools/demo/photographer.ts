import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';

const size = { width: 1280, height: 800 };
/** What a screen still paints after it is there: pages of a document, hits of a search. */
const settleMs = 700;

/** Takes each screen in light and in dark. */
export class Photographer {
  readonly #folder: string;
  #count = 0;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.#folder = folder;
  }

  async take(page: Page, name: string): Promise<void> {
    await page.setViewportSize(size);
    await page.waitForTimeout(settleMs);
    const number = String(++this.#count).padStart(2, '0');
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      const file = `${number}-${name}-${colorScheme}.png`;
      await page.screenshot({ path: path.join(this.#folder, file) });
    }
  }
}
