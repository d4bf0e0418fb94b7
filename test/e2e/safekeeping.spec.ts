// A backup, damage, and the way back; and a locker that is gone, restored.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { addFiles, createLocker, goTo, lock, unlock } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

const sample = path.resolve(import.meta.dirname, '../../assets/sample/sources/shelter-visits.txt');

const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

test('back up, damage the locker, bring back; delete it, restore, unlock: all is there', async ({
  place,
}) => {
  test.setTimeout(240_000);
  const stick = path.join(place.exports, 'stick');
  mkdirSync(stick);
  const running = await RunningApp.start(place, [`--backups=${stick}`]);
  const passphrase = await createLocker(running.page, () => undefined);
  await addFiles(running.page, [sample]);
  await goTo(running.page, 'Safekeeping');
  await expect(running.page.getByText('There is no backup yet.')).toBeVisible();
  await press(running.page, 'Back up…');
  await expect(running.page.getByText(/1 source, all verified/)).toBeVisible();
  await expect(running.page.getByText(/Last verified backup/)).toBeVisible();

  const files = path.join(place.locker, 'files');
  expect(readdirSync(files)).toHaveLength(2); // the original and its text
  for (const name of readdirSync(files)) {
    const bytes = readFileSync(path.join(files, name));
    bytes[200] = (bytes[200] ?? 0) ^ 1;
    writeFileSync(path.join(files, name), bytes);
  }
  await press(running.page, 'Check everything');
  const found = running.page.getByRole('list', { name: 'Found by the check' });
  for (const part of ['original', 'text']) {
    await expect(
      found.getByText(
        `The ${part} of “Notes from three shelter visits in Lanhe Province” is damaged`,
      ),
    ).toBeVisible();
  }
  await goTo(running.page, 'Library');
  await expect(running.page.getByText('damaged here')).toBeVisible();
  await goTo(running.page, 'Safekeeping');
  await press(running.page, 'Bring back…');
  await expect(running.page.getByText(/Everything is whole now/)).toBeVisible();
  await goTo(running.page, 'Library');
  await expect(running.page.getByText('damaged here')).toHaveCount(0);

  const whole = async () => {
    await running.lockBy(() => lock(running.page));
    await unlock(running.page, passphrase);
    await goTo(running.page, 'Safekeeping');
    await press(running.page, 'Check everything');
    await expect(running.page.getByText(/all whole/)).toBeVisible();
  };
  await whole();
  await running.lockBy(() => lock(running.page));
  rmSync(place.locker, { recursive: true });
  await running.restart();
  await running.lockBy(() => press(running.page, 'Restore from a backup…'));
  await unlock(running.page, passphrase);
  await expect(running.page.getByText('Lantern Street Network').first()).toBeVisible();
  await whole();
  expect(existsSync(`${place.locker}.restoring`)).toBe(false);
  await running.close();
});
