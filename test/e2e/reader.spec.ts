// Reading in the running program: found by keyboard, come back to, called by the labels a person set.
import path from 'node:path';
import { addFiles, createLocker, lock, openSource, unlock } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';

const sources = path.resolve(import.meta.dirname, '../../assets/sample/sources');
const survey = path.join(sources, 'kiln-labour-survey-2024.pdf');
const monitor = path.join(sources, 'annual-monitor-2025.txt');

test('a source is gone back to where it was left, after the locker was locked', async ({
  locker,
}) => {
  const passphrase = await createLocker(locker.page, () => undefined);
  await addFiles(locker.page, [monitor]);
  await openSource(locker.page, 'annual-monitor-2025.txt');
  const document = () => locker.page.getByRole('group', { name: 'Document' });
  await document().evaluate((element) => {
    element.scrollTo({ top: 1500 });
  });
  await locker.page.waitForTimeout(2500);
  await locker.lockBy(() => lock(locker.page));
  await unlock(locker.page, passphrase);
  await openSource(locker.page, 'annual-monitor-2025.txt');
  await expect
    .poll(() => document().evaluate((element) => element.scrollTop), { timeout: 10_000 })
    .toBeGreaterThan(900);
});

test('pages are called as a person says, in the page box and the margin, until it is undone', async ({
  locker,
}) => {
  const { page } = locker;
  await createLocker(page, () => undefined);
  await addFiles(page, [survey]);
  await openSource(page, 'kiln-labour-survey-2024.pdf');
  const box = page.getByRole('textbox', { name: 'Page' });
  await expect(box).toBeVisible();
  const own = await box.inputValue();
  await page.getByRole('button', { name: 'More of this source' }).click();
  await page.getByRole('menuitem', { name: 'Label pages from here on…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Page labels' });
  await dialog.getByLabel('Before the number').fill('Annex ');
  await dialog.getByRole('button', { name: /^Label from page/ }).click();
  await expect(box).toHaveValue(/^Annex 1 \(/);
  await page.keyboard.press('.');
  await page.keyboard.press('1');
  await expect(page.getByRole('complementary', { name: 'Marks' })).toContainText('p. Annex 1');
  await page.keyboard.press('q');
  await expect(page.locator('[aria-label="Source"] [data-page="p. Annex 1"]')).toBeVisible();
  await expect(page.getByRole('article', { name: 'As printed' })).toContainText('p. Annex 1');
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(box).toHaveValue(/^Annex 1 \(/);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(box).toHaveValue(own);
});

test('words are found by keyboard, listed, and marked where one stops', async ({ locker }) => {
  const { page } = locker;
  await createLocker(page, () => undefined);
  await addFiles(page, [survey]);
  await openSource(page, 'kiln-labour-survey-2024.pdf');
  await expect(page.getByRole('textbox', { name: 'Page' })).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('KILN');
  const bar = page.locator('search', { has: page.getByPlaceholder('Find in this source') });
  await expect(bar.getByRole('status')).toHaveText(/^\d+ of \d+$/);
  await page.keyboard.press('Enter');
  await bar.getByRole('button', { name: 'List' }).click();
  await expect(page.getByRole('listbox', { name: 'Found in this source' })).toContainText(/kiln/i);
  await bar.getByRole('searchbox', { name: 'Find' }).press('Escape');
  await page.keyboard.press('2');
  await expect(page.getByRole('complementary', { name: 'Marks' })).toContainText(/kiln/i);
});
