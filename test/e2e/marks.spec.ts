// Twenty passages of a made-up report by keyboard alone, in the running program: marked, underlined, tagged, noted, widened by a
// range, read otherwise, reviewed, and all of it undone and done again; then the tags, and axe over the screens.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { addFiles, createLocker, openSource } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

const passages = Array.from(
  { length: 24 },
  (_, i) => `The office of Haiyun counted ${String(i + 3)} ferries in district ${String(i + 1)}.`,
);

test('twenty passages are marked by keyboard alone', async ({ place }) => {
  const folder = path.join(path.dirname(place.exports), 'sources');
  mkdirSync(folder);
  const file = path.join(folder, 'ferries.txt');
  writeFileSync(file, passages.join('\n\n'));
  const running = await RunningApp.start(place, ['--demo']);
  try {
    const { page } = running;
    await createLocker(page, () => undefined);
    await addFiles(page, [file]);
    await openSource(page, 'ferries.txt');
    const margin = page.getByRole('complementary', { name: 'Marks' });
    const press = (key: string) => page.keyboard.press(key);

    for (let i = 0; i < 20; i++) {
      await press('.');
      await press(i % 2 === 0 ? '2' : 'Alt+2');
      await expect(margin.locator('[data-mark]')).toHaveCount(i + 1);
    }
    await expect(margin.getByRole('heading', { name: '20 marks' })).toBeVisible();

    // The mark made last is selected: a further range, a note, a tag, a reading, a review.
    await press('.');
    await press('m');
    const last = margin.locator('[data-mark]').last();
    await expect(last).toContainText('[...]');
    // Going to it points out both of its ranges.
    await last.click();
    const flash = page.locator('path[class*="flash"]');
    await expect
      .poll(async () => ((await flash.getAttribute('d')) ?? '').split('M').length - 1)
      .toBe(2);
    await page.locator('[aria-label="Document"]').focus();
    await press('a');
    await page.keyboard.type('ask the ferryman');
    await press('Escape');
    await expect(margin.getByText('ask the ferryman')).toBeVisible();
    await press('t');
    await page.keyboard.type('ferries');
    await press('Enter');
    await press('Escape');
    await expect(margin.getByRole('button', { name: 'Remove tag ferries' })).toBeVisible();
    await press('r');
    await press('Control+a');
    await page.keyboard.type('The office of Háiyún');
    await press('Escape');
    await expect(margin.getByText('Read as: The office of Háiyún')).toBeVisible();
    await press('v');
    await expect(margin.getByLabel('Review', { exact: true })).toHaveValue('checked');
    await press('Control+z');
    await expect(margin.getByLabel('Review', { exact: true })).toHaveValue('draft');
    await press('Control+Shift+z');
    await expect(margin.getByLabel('Review', { exact: true })).toHaveValue('checked');

    await press('Control+k');
    await page.keyboard.type('tags');
    await press('Enter');
    await expect(page.getByRole('heading', { name: 'Tags', level: 1 })).toBeVisible();
    await expect(page.getByRole('list', { name: 'Tag tree' })).toContainText('ferries');
  } finally {
    await running.close();
  }
});
