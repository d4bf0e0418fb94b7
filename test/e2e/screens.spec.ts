// Every room with content in it, as `test/support/looks.ts` looks at a screen.
import path from 'node:path';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { createLocker, goTo, lock, openSource } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { look } from '../support/looks.ts';
import { RunningApp } from '../support/running-app.ts';

const root = path.resolve(import.meta.dirname, '../..');

test('every room is sound in light, dark, from right to left and narrow', async ({ place }) => {
  test.setTimeout(600_000);
  const running = await RunningApp.start(place, ['--demo']);
  const problems: string[] = [];
  try {
    const { page } = running;
    const shoot = (screen: string) => look(page, screen, problems);
    const button = (name: string | RegExp) => page.getByRole('button', { name });
    const room = (name: string) =>
      page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name });
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
    await shoot('reader-mark');
    const marks = page.getByRole('complementary', { name: 'Marks' });
    const passages = marks.locator('[data-mark]');
    for (const at of [0, 1]) await passages.nth(at).click({ modifiers: ['Control'] });
    await shoot('reader-several');
    await page.keyboard.press('Escape');
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
    await running.page.getByLabel('Passphrase').waitFor();
    await look(running.page, 'lock', problems);
  } finally {
    await running.close();
  }
  expect(problems).toEqual([]);
});
