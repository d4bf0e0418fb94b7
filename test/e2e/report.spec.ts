// A finished report of the sample case, held against the library in the running program: by mouse, by keyboard, by drop.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { addFiles, createLocker, goTo } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';

const sample = path.resolve(import.meta.dirname, '../../assets/sample');
const report = path.join(sample, 'report/country-report.md');
const sources = ['annual-monitor-2025.txt', 'annual-monitor-2024.txt'].map((name) =>
  path.join(sample, 'sources', name),
);

test('a report is checked, its problems come worst first, and each leads to the place in the source', async ({
  locker,
}) => {
  const { page } = locker;
  await createLocker(page, () => undefined);
  await addFiles(page, sources);
  await goTo(page, 'Check a report');
  await page.getByLabel('Must not stand in it').fill('LX, Meilan Xu');
  await page.getByLabel('Report to check').setInputFiles(report);

  const list = page.getByRole('list', { name: 'Found' });
  await expect(page.getByRole('list', { name: 'Summary' })).toContainText('not as in a source');
  await expect(list.getByRole('button').first()).toContainText(/not found|weak/);

  await page.getByRole('button', { name: /^Complaints/ }).click();
  await expect(list).toContainText('Identifies the client');

  await page.getByRole('button', { name: /^All quotes/ }).click();
  const altered = list.getByRole('button', { name: /altered/ }).first();
  await altered.click();
  const panel = page.getByRole('complementary', { name: 'The chosen one in full' });
  await expect(panel.getByRole('table').first()).toContainText('Differs');
  const passage = panel.getByLabel('In the source').locator('mark').first();
  const words = (await passage.innerText()).trim();
  expect(words.length).toBeGreaterThan(0);

  await panel.getByRole('button', { name: 'Open in the source' }).first().click();
  await expect(page.getByRole('complementary', { name: 'Marks' })).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('list', { name: 'Summary' })).toBeVisible();

  await page.getByRole('button', { name: 'Save the result…' }).click();
  await expect(page.getByText(/^Saved to the folder/)).toBeVisible();
  const [folder = ''] = readdirSync(locker.place.exports);
  expect(readdirSync(path.join(locker.place.exports, folder)).sort()).toEqual([
    'report-check.docx',
    'report-check.json',
  ]);

  await list.getByRole('button').first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(list.getByRole('button').nth(1)).toBeFocused();
  await expect(list.getByRole('button').nth(1)).toHaveAttribute('aria-current', 'true');
});

test('a file that is no report is refused with a sentence, and nothing of it stays', async ({
  locker,
}) => {
  const { page } = locker;
  await createLocker(page, () => undefined);
  await goTo(page, 'Check a report');
  await page.getByLabel('Report to check').setInputFiles({
    name: 'picture.png',
    mimeType: 'image/png',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1]),
  });
  await expect(page.getByRole('alert')).toContainText('could not be read as a report');
});
