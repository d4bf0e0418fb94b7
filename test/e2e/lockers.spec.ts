// Several lockers on one computer: each keeps its own, and the program remembers no more of them than it was told to.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { addFiles, createLocker, goTo, lock, unlock } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { filesBelow } from '../support/files-below.ts';
import { RunningApp, type Place } from '../support/running-app.ts';

const samples = path.resolve(import.meta.dirname, '../../assets/sample/sources');
const visits = path.join(samples, 'shelter-visits.txt');

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A program whose dialogs for a locker's folder answer what was pointed at last. */
async function start(place: Place): Promise<{ running: RunningApp; point: (to: string) => void }> {
  const places = path.join(place.exports, 'places');
  const running = await RunningApp.start(place, [
    `--places=${places}`,
    `--backups=${path.join(place.exports, 'copy')}`,
  ]);
  return {
    running,
    point: (to) => {
      writeFileSync(places, to);
    },
  };
}

function folderFor(place: Place, name: string): string {
  const folder = path.join(place.exports, name);
  mkdirSync(folder);
  return folder;
}

/** Whether any file of the profile tells the path, or its last part. */
function isTold({ profile }: Place, folder: string): boolean {
  const name = path.basename(folder);
  return [...filesBelow(profile).values()].some((bytes) => Buffer.from(bytes).includes(name));
}

const source = (page: Page, title: string) => page.getByText(title).first();

test('two lockers: each keeps its own source, and what the program remembers is what was agreed', async ({
  place,
}) => {
  test.setTimeout(240_000);
  const { running, point } = await start(place);
  const first = await createLocker(running.page, () => undefined);
  await addFiles(running.page, [visits]);
  await running.lockBy(() => lock(running.page));

  const other = folderFor(place, 'Orchard.locker');
  point(other);
  await press(running.page, 'Open another locker…');
  await expect(running.page.getByText('There is no locker in this folder.')).toBeVisible();
  point(place.exports);
  await press(running.page, 'Create another locker…');
  await expect(running.page.getByText('This folder is not empty.')).toBeVisible();
  point(other);
  await running.lockBy(() => press(running.page, 'Create another locker…'));
  const second = await createLocker(running.page, () => undefined);
  await expect(running.page.getByText('Lantern Street Network')).toHaveCount(0);
  const letter = path.join(place.exports, 'orchard.txt');
  writeFileSync(letter, 'The orchard behind the mill was cleared in spring.\n');
  await addFiles(running.page, [letter]);

  // The present one is remembered through a restart.
  await running.restart();
  await unlock(running.page, second);
  await expect(source(running.page, 'orchard')).toBeVisible();
  await expect(running.page.getByText('Lantern Street Network')).toHaveCount(0);
  expect(isTold(place, other)).toBe(true);

  await running.lockBy(() => lock(running.page));
  point(place.locker);
  await running.lockBy(() => press(running.page, 'Open another locker…'));
  await unlock(running.page, first);
  await expect(source(running.page, 'Lantern Street Network')).toBeVisible();
  await expect(running.page.getByText('orchard')).toHaveCount(0);
  expect(existsSync(path.join(place.profile, 'lockers.json'))).toBe(false);
  await running.close();
});

test('a locker whose folder was moved is found again, and one that another program holds is refused', async ({
  place,
}) => {
  test.setTimeout(240_000);
  const { running, point } = await start(place);
  const other = folderFor(place, 'Orchard.locker');
  point(other);
  await running.lockBy(() => press(running.page, 'Create another locker…'));
  const passphrase = await createLocker(running.page, () => undefined);

  const elsewhere = { ...place, profile: `${place.profile}-2`, locker: `${place.locker}-2` };
  const rival = await start(elsewhere);
  rival.point(other);
  await press(rival.running.page, 'Open another locker…');
  await expect(rival.running.page.getByText(/Another window of this program/)).toBeVisible();
  await rival.running.close();

  await running.close();
  const moved = path.join(place.exports, 'Moved.locker');
  renameSync(other, moved);
  await running.startAgain();
  await expect(running.page.getByText('The locker is not where it was.')).toBeVisible();
  point(moved);
  await running.lockBy(() => press(running.page, 'Find it…'));
  await unlock(running.page, passphrase);
  await running.close();
});

test('a copy opens with the same passphrase, and goes its own way from then on', async ({
  place,
}) => {
  test.setTimeout(240_000);
  const { running, point } = await start(place);
  const passphrase = await createLocker(running.page, () => undefined);
  await addFiles(running.page, [visits]);
  await goTo(running.page, 'Safekeeping');
  await press(running.page, 'Copy this locker to…');
  await expect(running.page.getByText(/^Copied: 1 source, all verified/)).toBeVisible();
  await expect(running.page.getByText('There is no backup yet.')).toBeVisible();
  await press(running.page, 'Copy this locker to…');
  await expect(running.page.getByText('This folder is not empty.')).toBeVisible();

  const letter = path.join(place.exports, 'orchard.txt');
  writeFileSync(letter, 'The orchard behind the mill was cleared in spring.\n');
  await addFiles(running.page, [letter]);
  await running.lockBy(() => lock(running.page));
  point(path.join(place.exports, 'copy'));
  await running.lockBy(() => press(running.page, 'Open another locker…'));
  await unlock(running.page, passphrase);
  await expect(source(running.page, 'Lantern Street Network')).toBeVisible();
  await expect(running.page.getByText('orchard')).toHaveCount(0);

  await running.lockBy(() => lock(running.page));
  point(place.locker);
  await running.lockBy(() => press(running.page, 'Open another locker…'));
  await unlock(running.page, passphrase);
  await expect(source(running.page, 'orchard')).toBeVisible();
  await running.close();
});

test('a list of lockers is kept only where it is wanted, and forgotten when it is not any more', async ({
  place,
}) => {
  test.setTimeout(240_000);
  const { running, point } = await start(place);
  const passphrase = await createLocker(running.page, () => undefined);
  const agreed = 'Show the lockers opened before on the lock screen';
  await goTo(running.page, 'Settings');
  await expect(running.page.getByText(/Now nothing of that kind is remembered/)).toBeVisible();
  await running.page.getByLabel(agreed).check();
  await expect(running.page.getByText(/Switching this off forgets them/)).toBeVisible();
  await running.lockBy(() => lock(running.page));
  const other = folderFor(place, 'Orchard.locker');
  point(other);
  await running.lockBy(() => press(running.page, 'Create another locker…'));
  const before = running.page.getByRole('list', { name: 'Opened before on this computer' });
  await expect(before.getByText(place.locker)).toBeVisible();
  await createLocker(running.page, () => undefined);
  await running.lockBy(() => lock(running.page));
  await running.lockBy(() => running.page.getByRole('button', { name: /^test\.locker/ }).click());
  await expect(running.page.getByText(other)).toBeVisible();
  expect(isTold(place, other)).toBe(true);

  await press(running.page, 'Forget Orchard.locker');
  await expect(running.page.getByText(other)).toHaveCount(0);
  expect(isTold(place, other)).toBe(false);
  await unlock(running.page, passphrase);
  await goTo(running.page, 'Settings');
  await running.page.getByLabel(agreed).uncheck();
  await expect(running.page.getByText(/Now nothing of that kind is remembered/)).toBeVisible();
  expect(existsSync(path.join(place.profile, 'lockers.json'))).toBe(false);
  await running.close();
});
