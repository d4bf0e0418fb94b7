// The first run offers a sample case: opened, removed in one act, brought back; or a start without it.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { sampleMarks } from '../../renderer/sample/sample-marks.ts';
import { createLocker } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

const files = readdirSync(path.resolve(import.meta.dirname, '../../assets/sample/sources'));

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
      .toEqual([files.length, sampleMarks.length]);

    await sample.getByRole('button', { name: 'Remove the sample case' }).click();
    await expect.poll(() => countLibrary(page)).toEqual([0, 0]);
    await expect(sample.getByRole('button', { name: 'Open the sample case' })).toBeVisible();

    await page.keyboard.press('Control+z');
    await expect.poll(() => countLibrary(page)).toEqual([files.length, sampleMarks.length]);
  } finally {
    await running.close();
  }
});

test('who starts empty is not asked again', async ({ place }) => {
  const running = await RunningApp.start(place, ['--demo']);
  try {
    const { page } = running;
    await createLocker(page, () => undefined);
    const sample = page.getByRole('region', { name: 'Sample case' });
    await sample.getByRole('button', { name: 'Start empty' }).click();
    await expect(sample).toBeHidden();
    await expect(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
    expect(await countLibrary(page)).toEqual([0, 0]);
  } finally {
    await running.close();
  }
});
