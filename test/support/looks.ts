// How a screen is looked at: in light and dark, from right to left and narrow; axe finds nothing, and nothing that can be pressed
// stands out of the window or is cut off. With SCREENS=1 a picture of each look lies in test-results/screens.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type axe from 'axe-core';

const root = path.resolve(import.meta.dirname, '../..');
const pictures = path.join(root, 'test-results/screens');
const axeSource = readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8');

const takesPictures = process.env['SCREENS'] !== undefined;

declare global {
  interface Window {
    axe: typeof axe;
  }
}

interface Look {
  readonly name: string;
  readonly colorScheme: 'light' | 'dark';
  readonly dir: 'ltr' | 'rtl';
  readonly width: number;
}

const looks: readonly Look[] = [
  { name: 'light', colorScheme: 'light', dir: 'ltr', width: 1280 },
  { name: 'dark', colorScheme: 'dark', dir: 'ltr', width: 1280 },
  { name: 'rtl', colorScheme: 'light', dir: 'rtl', width: 1280 },
  { name: 'narrow', colorScheme: 'light', dir: 'ltr', width: 1024 },
];

/** What paints late: pages, thumbnails, found places. */
const settleMs = takesPictures ? 250 : 60;

/** Takes a screen in every look; what is wrong with it goes to `problems`. */
export async function look(page: Page, screen: string, problems: string[]): Promise<void> {
  if (takesPictures) mkdirSync(pictures, { recursive: true });
  for (const { name, colorScheme, dir, width } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.evaluate((way) => {
      document.documentElement.dir = way;
    }, dir);
    await page.waitForTimeout(settleMs);
    if (takesPictures) {
      await page.screenshot({ path: path.join(pictures, `${screen}-${name}.png`) });
    }
    // The same elements stand in the other two; only colours differ between the first.
    const isTold = dir === 'ltr' && width > 1024;
    const found = [...(await standingOut(page)), ...(isTold ? await violations(page) : [])];
    problems.push(...found.map((each) => `${screen}, ${name}: ${each}`));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => {
    document.documentElement.dir = 'ltr';
  });
}

/** What can be pressed and does not lie wholly between the sides of the window and of what holds it, unless it can be scrolled to. */
function standingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, textarea, a')]
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        if (width < 2 || height < 2 || !element.checkVisibility()) return false;
        for (let up = element.parentElement; up !== null; up = up.parentElement) {
          const { overflowX } = getComputedStyle(up);
          if (overflowX === 'auto' || overflowX === 'scroll') return false;
          const holds = up.getBoundingClientRect();
          const cuts = overflowX === 'hidden' || overflowX === 'clip';
          if (cuts && (left < holds.left - 1 || right > holds.right + 1)) return true;
        }
        return left < -1 || right > innerWidth + 1;
      })
      .map((element) => `stands out or is cut off: ${element.outerHTML.slice(0, 160)}`),
  );
}

async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { violations: found } = await window.axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { region: { enabled: false } },
    });
    return found.flatMap(({ id, nodes }) =>
      nodes.slice(0, 4).map(({ html, failureSummary }) => {
        const why = (failureSummary ?? '').replaceAll(/\s+/g, ' ');
        return `${id}: ${html.slice(0, 200)} ${why.slice(0, 300)}`;
      }),
    );
  });
}
