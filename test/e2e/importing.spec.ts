// While files are being added a person reads on: turns a page, marks, finds, sees how far it is, and stops it.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { writeMixedFiles } from '../../tools/bench/mixed-files.ts';
import { addFiles, createLocker, goTo, openSource } from '../../tools/demo/person.ts';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { expect, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

const survey = path.resolve(
  import.meta.dirname,
  '../../assets/sample/sources/kiln-labour-survey-2024.pdf',
);
const count = 80;

test('a source is read and marked while files are added, which can be stopped', async ({
  place,
}) => {
  const running = await RunningApp.start(place, ['--demo']);
  const { page } = running;
  const mixed = writeMixedFiles(path.join(path.dirname(place.exports), 'mixed'), count);
  await createLocker(page, () => undefined);
  await addFiles(page, [survey]);

  await page.getByLabel('Files to add').setInputFiles([...mixed]);
  const adding = page.getByText(new RegExp(`^adding \\d+ of ${count}$`));
  await expect(adding).toBeVisible();
  await openSource(page, survey);
  await expect(page.locator('[data-document] canvas').first()).toBeVisible();
  const box = page.getByRole('textbox', { name: 'Page' });
  await expect(box).toHaveValue(/^i \(/);
  await box.focus();
  await expect(box).toHaveValue('i');
  await page.keyboard.press('Control+a');
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await expect(box).toHaveValue(/^2 \(/);
  await page.getByRole('group', { name: 'Document' }).focus();
  await page.keyboard.press('.');
  await expect(page.getByRole('toolbar').first()).toBeVisible();
  await page.keyboard.press('1');
  const margin = page.getByRole('complementary', { name: 'Marks' });
  await expect(margin.locator('[data-mark]')).toHaveCount(1);
  await page.keyboard.press('a');
  await page.keyboard.type('written while files were added');
  await page.keyboard.press('Escape');
  await expect(margin.getByText('written while files were added')).toBeVisible();
  await page.keyboard.press('Control+f');
  await page.keyboard.type('kiln');
  await expect(page.locator('search').getByText(/^\d+ of \d+$/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(adding).toBeVisible();

  await goTo(page, 'Library');
  const panel = page.getByRole('region', { name: 'Adding sources' });
  await expect(panel.getByRole('progressbar', { name: 'Files added' })).toBeVisible();
  await panel.getByRole('button', { name: 'Stop' }).click();
  const outcome = panel.getByRole('status');
  await expect(outcome).toContainText('stopped');
  const [, added = '', stopped = ''] =
    /^(\d+) added · (\d+) stopped$/.exec(await outcome.innerText()) ?? [];
  const results = panel.getByRole('list', { name: 'Result of each file' }).locator('> li');
  await expect(results).toHaveCount(count);
  expect(Number(stopped)).toBeGreaterThan(0);
  await expect(page.getByText(`${Number(added) + 1} sources in the locker`)).toBeVisible();

  // Nothing half done lies about: each source has its original and, where it has one, its text.
  const sources = await page.evaluate(async () => (await window.lockerDemo.readLibrary()).sources);
  const texts = sources.filter(({ working }) => working !== undefined);
  const files = readdirSync(path.join(place.locker, 'files'));
  expect(files).toHaveLength(sources.length + texts.length);
  await running.close();
});
