// The main job, by mouse and by keyboard: from a file to an exported quote, through a lock and a restart.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  addFiles,
  createLocker,
  exportQuotes,
  goTo,
  lock,
  openSource,
  unlock,
} from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';

const sample = path.resolve(import.meta.dirname, '../../assets/sample/sources');
const pdf = path.join(sample, 'exploitation-monitor-2025.pdf');
const text = path.join(sample, 'shelter-visits.txt');

/** Drags over a stretch of rendered text, as a hand would: from the left edge of its first box to the right of its last. */
async function dragOver(page: Page, words: string): Promise<void> {
  const found = page.getByRole('main').getByText(words).first();
  await found.scrollIntoViewIfNeeded();
  const box = await found.boundingBox();
  if (box === null) throw new Error(`not on the screen: ${words}`);
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + 1, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, y, { steps: 4 });
  await page.mouse.move(box.x + box.width - 1, y, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('toolbar', { name: 'What to do with the selection' })).toBeVisible();
}

const margin = (page: Page) => page.getByRole('complementary', { name: 'Marks' });

test('import, mark, note, tag, search, export, lock and start again', async ({ locker, place }) => {
  test.setTimeout(180_000);
  let { page } = locker;
  const passphrase = await createLocker(page, () => undefined);
  await addFiles(page, [pdf, text]);
  await expect(page.getByRole('table', { name: 'Sources' }).getByRole('row')).toHaveCount(3);

  await openSource(page, 'exploitation-monitor-2025.pdf');
  await dragOver(page, 'labour, and in 2024 it did less than in the year before.');
  await page.keyboard.press('2');
  await expect(margin(page)).toContainText('in 2024 it did less than in the year before.');

  await openSource(page, 'shelter-visits.txt');
  await page.getByRole('main').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('.');
  await page.keyboard.press('.');
  await page.keyboard.press('a');
  await page.getByRole('textbox', { name: 'Note' }).fill('first thing said');
  await page.keyboard.press('Escape');
  await expect(margin(page)).toContainText('first thing said');

  await page.getByLabel('Search marks').fill('yaer befroe');
  await page.getByRole('list', { name: 'Hits' }).getByRole('button').first().click();
  await expect(margin(page)).toContainText('it did less than in the year before.');

  await goTo(page, 'Quotes');
  await exportQuotes(page);
  const [folder = ''] = readdirSync(place.exports);
  const markdown = readFileSync(path.join(place.exports, folder, 'quotes.md'), 'utf8');
  expect(markdown.replaceAll('\\', '')).toContain('in 2024 it did less than in the year before.');
  expect(markdown).toContain('first thing said');

  await locker.lockBy(() => lock(page));
  await locker.restart();
  ({ page } = locker);
  await unlock(page, passphrase);
  await openSource(page, 'exploitation-monitor-2025.pdf');
  await expect(margin(page)).toContainText('in 2024 it did less than in the year before.');
});

test('an undone mark is gone, a redone one is back, and a wrong passphrase opens nothing', async ({
  locker,
}) => {
  test.setTimeout(120_000);
  const { page } = locker;
  await createLocker(page, () => undefined);
  await addFiles(page, [text]);
  await openSource(page, 'shelter-visits.txt');
  await dragOver(page, 'Publisher Lantern Street Network');
  await page.keyboard.press('1');
  await expect(margin(page)).toContainText('Publisher Lantern Street');
  await page.keyboard.press('Control+z');
  await expect(margin(page)).not.toContainText('Publisher Lantern Street');
  await page.keyboard.press('Control+Shift+z');
  await expect(margin(page)).toContainText('Publisher Lantern Street');

  await locker.lockBy(() => lock(page));
  const locked = locker.page;
  await locked.getByLabel('Passphrase').focus();
  await locked.keyboard.type('not the passphrase at all');
  await locked.getByRole('button', { name: 'Unlock' }).click();
  await expect(locked.getByText('does not open the locker')).toBeVisible();
});
