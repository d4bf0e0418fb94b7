// The first run offers a sample case: opened, removed in one act, brought back; or a start without it.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { sampleMarks } from '../../renderer/sample/sample-marks.ts';
import { addFiles, createLocker, goTo, lock, unlock } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

const files = readdirSync(path.resolve(import.meta.dirname, '../../assets/sample/sources'));
/** One of them is a mail with an attachment. */
const sourceCount = files.length + 1;

function countLibrary(page: Page): Promise<readonly [sources: number, marks: number]> {
  return page.evaluate(async () => {
    const { sources, markCount } = await window.lockerDemo.readLibrary();
    return [sources.length, markCount] as const;
  });
}

test('the sample case is opened with its marks, removed in one act, and brought back', async ({
  place,
}) => {
  const running = await RunningApp.start(place, ['--demo']);
  try {
    const { page } = running;
    await createLocker(page, () => undefined);
    const sample = page.getByRole('region', { name: 'Sample case' });
    await sample.getByRole('button', { name: 'Open the sample case' }).click();
    await expect
      .poll(() => countLibrary(page), { timeout: 120_000 })
      .toEqual([sourceCount, sampleMarks.length]);

    await sample.getByRole('button', { name: 'Remove the sample case' }).click();
    await expect.poll(() => countLibrary(page)).toEqual([0, 0]);
    await expect(sample.getByRole('button', { name: 'Open the sample case' })).toBeVisible();

    await page.keyboard.press('Control+z');
    await expect.poll(() => countLibrary(page)).toEqual([sourceCount, sampleMarks.length]);
  } finally {
    await running.close();
  }
});

test('who starts empty is asked again only where the locker is still empty when it is opened anew', async ({
  place,
}) => {
  const running = await RunningApp.start(place, ['--demo']);
  try {
    const passphrase = await createLocker(running.page, () => undefined);
    const sample = () => running.page.getByRole('region', { name: 'Sample case' });
    await sample().getByRole('button', { name: 'Start empty' }).click();
    await expect(sample()).toBeHidden();
    await expect(running.page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    expect(await countLibrary(running.page)).toEqual([0, 0]);
    await goTo(running.page, 'Settings');
    await goTo(running.page, 'Library');
    await expect(running.page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    await expect(sample()).toBeHidden();

    await running.lockBy(() => lock(running.page));
    await unlock(running.page, passphrase);
    await expect(sample()).toBeVisible();
    const note = path.join(place.exports, 'note.md');
    writeFileSync(note, '# A note of one’s own\n\nThe ferry was late.\n');
    await addFiles(running.page, [note]);
    await expect(sample()).toBeHidden();
  } finally {
    await running.close();
  }
});
