// Every screen with content in it: axe finds nothing in light and dark, and nothing stands out of the window, from right to
// left and narrow neither. With SCREENS=1 a picture of each in every look lies in test-results/screens.
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type axe from 'axe-core';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { createLocker, goTo, lock, openSource } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

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
const settleMs = 250;

/** Takes a screen in every look; what is wrong with it goes to `problems`. */
async function look(page: Page, screen: string, problems: string[]): Promise<void> {
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

/** What can be pressed and does not lie wholly between the sides of the window, unless it can be scrolled to. */
function standingOut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, input, select, a')]
      .filter((element) => {
        const { left, right, width, height } = element.getBoundingClientRect();
        if (width < 2 || height < 2 || !element.checkVisibility()) return false;
        if (left >= -1 && right <= innerWidth + 1) return false;
        for (let up = element.parentElement; up !== null; up = up.parentElement)
          if (['auto', 'scroll'].includes(getComputedStyle(up).overflowX)) return false;
        return true;
      })
      .map((element) => `stands out of the window: ${element.outerHTML.slice(0, 160)}`),
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

test('every screen is sound in light, dark, from right to left and narrow', async ({ place }) => {
  test.setTimeout(600_000);
  mkdirSync(pictures, { recursive: true });
  const running = await RunningApp.start(place, ['--demo']);
  const problems: string[] = [];
  try {
    const { page } = running;
    const shoot = (screen: string) => look(page, screen, problems);
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const room = (name: string) =>
      page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name });
    await shoot('create');
    await createLocker(page, () => undefined);
    const sample = page.getByRole('region', { name: 'Sample case' });
    await shoot('first-run');
    await sample.getByRole('button', { name: 'Open the sample case' }).click();
    await sample
      .getByRole('button', { name: 'Remove the sample case' })
      .waitFor({ timeout: 120_000 });
    await shoot('library');
    const rows = page.getByRole('table', { name: 'Sources' }).getByRole('row');
    await rows.filter({ hasText: 'annual-monitor-2025' }).click();
    await shoot('library-details');
    await page
      .getByRole('button', { name: /^Acts on/ })
      .nth(1)
      .click();
    await shoot('library-menu');
    await page.keyboard.press('Escape');
    const choose = page.getByRole('checkbox', { name: /^Choose / });
    for (const at of [1, 2, 3]) await choose.nth(at).click();
    await shoot('library-several');
    await page.keyboard.press('F2');
    await shoot('library-sheet');
    await goTo(page, 'Settings');
    await shoot('settings');

    await openSource(page, 'annual-monitor-2025.txt');
    await shoot('reader-text');
    await page.keyboard.press('.');
    await shoot('reader-selection');
    await page.keyboard.press('2');
    const chosen = page.getByRole('complementary', { name: 'Marks' }).getByRole('checkbox');
    if ((await chosen.count()) > 0) for (const at of [0, 1]) await chosen.nth(at).click();
    await shoot('reader-several');
    await button('More of this source').click();
    await page.getByRole('menuitem', { name: 'Open another beside…' }).click();
    await shoot('dialog-beside');
    const beside = page.getByRole('dialog');
    await beside.getByRole('button', { name: 'Returnees and the Residence Act' }).click();
    await beside.waitFor({ state: 'hidden' });
    await shoot('reader-beside');

    await openSource(page, 'exploitation-monitor-2025.pdf');
    await shoot('reader-pdf');
    await page.keyboard.press('Control+f');
    await page.keyboard.type('women');
    await page.waitForTimeout(500);
    await button('List').click();
    await shoot('reader-find');
    await page.keyboard.press('Escape');
    await button('More of this source').click();
    await page.getByRole('menuitem', { name: 'Label pages from here on…' }).click();
    await shoot('dialog-labels');
    await page.keyboard.press('Escape');

    await openSource(page, 'salt-workers-ar.txt');
    await shoot('reader-arabic');
    await openSource(page, 'register-page.png');
    await shoot('reader-picture');

    await openSource(page, 'annual-monitor-2025.txt');
    await page.keyboard.press('n');
    await page.keyboard.press('q');
    await page.getByRole('article', { name: 'As printed' }).waitFor();
    await shoot('quote-editor');
    await button('Write a translation…').click();
    await shoot('dialog-translation');
    await page.keyboard.press('Escape');
    await goTo(page, 'Quotes');
    await shoot('quotes');

    await page.getByLabel('Search marks').fill('workers');
    await page.getByRole('list', { name: 'Hits' }).getByRole('listitem').first().waitFor();
    await shoot('search');
    await goTo(page, 'Check a report');
    await page
      .getByLabel('Report to check')
      .setInputFiles(path.join(root, 'assets/sample/report/country-report.md'));
    await page.getByRole('list', { name: 'Found' }).getByRole('button').first().waitFor();
    await shoot('report');
    await page.getByRole('list', { name: 'Found' }).getByRole('button').first().click();
    await shoot('report-entry');
    await room('Tags').click();
    await page.waitForTimeout(300);
    await shoot('tags');
    await room('Keys and people').click();
    await shoot('keys');
    await room('Activity').click();
    await button('Take the phrase').click();
    await shoot('activity');
    await goTo(page, 'Library');
    await page.getByLabel('Filter by words').fill('ferry');
    await rows.nth(1).click();
    await page
      .getByLabel('Newer file of this source')
      .setInputFiles(path.join(root, 'assets/sample/sources/annual-monitor-2024.txt'));
    await page.getByRole('dialog', { name: 'Replace by this file?' }).waitFor();
    await shoot('dialog-version');
    await page.keyboard.press('Escape');
    await button('Remove').last().click();
    await goTo(page, 'Trash');
    await shoot('trash');
    await goTo(page, 'Safekeeping');
    await shoot('safekeeping');
    await page.keyboard.press('Control+k');
    await shoot('palette');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await shoot('keys-sheet');
    await page.keyboard.press('Escape');
    await running.lockBy(() => lock(page));
    await look(running.page, 'lock', problems);
  } finally {
    await running.close();
  }
  expect(problems).toEqual([]);
});
