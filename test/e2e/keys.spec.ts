// Two people over one locker: each opens it with their own passphrase and acts under their own name; one is taken away.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { addFiles, createLocker, lock, unlock } from '../../tools/demo/person.ts';
import { expect as expectSoon, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

/** Each secret is stretched for about a second, several times an act. */
const expect = expectSoon.configure({ timeout: 60_000 });

const root = path.resolve(import.meta.dirname, '../..');
const sample = path.join(root, 'assets/sample/sources/shelter-visits.txt');
const theirs = 'marble lantern ochre river upright quilt';

async function openKeys(page: Page): Promise<void> {
  const rooms = page.getByRole('navigation', { name: 'Rooms' });
  await rooms.getByRole('button', { name: 'Keys and people' }).click();
  await expect(page.getByRole('heading', { name: 'People', exact: true })).toBeVisible();
}

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).focus();
  await page.keyboard.type(text);
}

async function markFirst(page: Page, note: string): Promise<void> {
  await page.evaluate(async (text) => {
    const [source] = (await window.lockerDemo.readLibrary()).sources;
    const tag = await window.lockerDemo.makeTag(text);
    if (source !== undefined) await window.lockerDemo.markFirstSentence(source.id, 8, tag, text);
  }, note);
}

/** Notes by the name of who wrote them. */
function readAuthors(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const { sources, people } = await window.lockerDemo.readLibrary();
    const [source] = sources;
    const marks = source === undefined ? [] : await window.lockerDemo.readMarks(source.id);
    const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? '?';
    return marks.map(({ note, markedBy }) => `${nameOf(markedBy)}: ${note}`).sort();
  });
}

function check(locker: string, passphrase: string): string {
  const args = ['tools/run.mjs', 'locker', 'check', '--locker', locker, '--passphrase-stdin'];
  const output = execFileSync(process.execPath, args, { cwd: root, input: `${passphrase}\n` });
  return output.toString();
}

test('two people act under their own names, and one is taken away', async ({ place }) => {
  test.setTimeout(240_000);
  const running = await RunningApp.start(place, ['--demo']);
  const mine = await createLocker(running.page, () => undefined);
  await addFiles(running.page, [sample]);
  await markFirst(running.page, 'seen by the first');

  await openKeys(running.page);
  await running.page.getByRole('button', { name: 'Add a person…' }).click();
  await running.page.getByLabel('Their name or a pseudonym').fill('B. Oyelaran');
  await type(running.page, 'Your passphrase now', mine);
  await type(running.page, 'New passphrase', theirs);
  await type(running.page, 'The same again', theirs);
  await running.page.getByRole('button', { name: 'Add the person' }).click();
  await expect(running.page.getByText('B. Oyelaran can open the locker now.')).toBeVisible();
  await running.lockBy(() => lock(running.page));

  await unlock(running.page, theirs);
  await markFirst(running.page, 'seen by the second');
  const both = ['A. Demo: seen by the first', 'B. Oyelaran: seen by the second'];
  expect(await readAuthors(running.page)).toEqual(both);
  await openKeys(running.page);
  await expect(running.page.getByRole('button', { name: 'Change your passphrase' })).toHaveCount(1);
  await running.lockBy(() => lock(running.page));

  await unlock(running.page, mine);
  await openKeys(running.page);
  await running.page.getByRole('button', { name: 'Take away Passphrase of B. Oyelaran' }).click();
  await type(running.page, 'Your passphrase now', mine);
  await running.page.getByRole('button', { name: 'Take it away' }).click();
  await expect(running.page.getByText('It no longer opens this locker.')).toBeVisible();
  await running.lockBy(() => lock(running.page));

  for (let tries = 0; tries < 3; tries++) {
    await type(running.page, 'Passphrase', theirs);
    await running.page.keyboard.press('Enter');
    await expect(running.page.getByText(/does not open the locker/)).toBeVisible();
    await expect(running.page.getByRole('textbox', { name: 'Passphrase' })).toBeFocused();
  }
  await expect(running.page.getByText(/Next try in/)).toBeVisible();
  await running.page.reload();
  const counted = () => running.page.evaluate(() => window.locker['attempts:read'](null));
  expect(await counted()).toMatchObject({ value: { failed: 3 } });
  await expect(running.page.getByText(/Next try in/)).toBeHidden();
  await unlock(running.page, mine);
  expect(await readAuthors(running.page)).toEqual(both);
  await running.close();
  expect(check(place.locker, mine)).toMatch(/: whole\n$/);
});

test('the recovery key is replaced, and its sheet is a PDF that says nothing else', async ({
  place,
}) => {
  test.setTimeout(240_000);
  const running = await RunningApp.start(place, ['--demo']);
  const { page } = running;
  const passphrase = await createLocker(page, () => undefined);
  await openKeys(page);
  await page.getByRole('button', { name: 'Replace…' }).click();
  await type(page, 'Your passphrase now', passphrase);
  await page.getByRole('button', { name: 'Show a new key' }).click();
  const groups = page.getByRole('dialog').getByLabel('Recovery key').locator('span');
  await groups.first().waitFor();
  const key = (await groups.allInnerTexts()).join('-');
  await page.getByRole('button', { name: 'Save a sheet (PDF)' }).click();
  await expect(page.getByText('That file is as good as the passphrase')).toBeVisible();
  const [folder = ''] = readdirSync(place.exports);
  const sheet = readFileSync(path.join(place.exports, folder, 'recovery-sheet.pdf'), 'latin1');
  expect(sheet.startsWith('%PDF-')).toBe(true);
  expect(sheet).not.toMatch(/Chromium|Skia|HeadlessChrome|A\. Demo/);

  await page.getByRole('button', { name: 'I have kept it' }).click();
  await type(page, 'Recovery key', key);
  await page.getByRole('button', { name: 'Use the new key' }).click();
  await expect(page.getByText(/The new recovery key counts/)).toBeVisible();
  await running.lockBy(() => lock(page));

  await running.page.getByRole('button', { name: 'Use the recovery key' }).click();
  await type(running.page, 'Recovery key', key);
  await running.page.getByRole('button', { name: 'Unlock' }).click();
  await expect(running.page.getByRole('navigation', { name: 'Rooms' })).toBeVisible();
  await running.close();
  expect(check(place.locker, passphrase)).toMatch(/: whole\n$/);
});

test('a person is taken away and all keys are renewed: everything is there, and only one passphrase opens it', async ({
  place,
}) => {
  test.setTimeout(300_000);
  const running = await RunningApp.start(place, ['--demo']);
  const mine = await createLocker(running.page, () => undefined);
  await addFiles(running.page, [sample]);
  await markFirst(running.page, 'seen by the first');
  await openKeys(running.page);
  await running.page.getByRole('button', { name: 'Add a person…' }).click();
  await running.page.getByLabel('Their name or a pseudonym').fill('B. Oyelaran');
  await addPassphrase(running.page, mine, 'Add the person');
  const before = listFiles(place.locker);

  await running.page.getByRole('button', { name: 'Take away Passphrase of B. Oyelaran' }).click();
  await running.page.getByRole('checkbox', { name: /Renew all keys afterwards/ }).check();
  await type(running.page, 'Your passphrase now', mine);
  await running.page.getByRole('button', { name: 'Take it away' }).click();
  await expect(running.page.getByRole('heading', { name: 'Renew all keys' })).toBeVisible();
  await type(running.page, 'Your passphrase now', mine);
  await running.page.getByRole('button', { name: 'Show a new recovery key' }).click();
  const groups = running.page.getByRole('dialog').getByLabel('Recovery key').locator('span');
  await groups.first().waitFor();
  const key = (await groups.allInnerTexts()).join('-');
  await running.page.getByRole('button', { name: 'I have kept it' }).click();
  await type(running.page, 'Recovery key', key);
  await running.page.getByRole('button', { name: 'Renew all keys now' }).click();
  await expect(running.page.getByText(/Everything is sealed under new keys/)).toBeVisible();
  await running.lockBy(() =>
    running.page.getByRole('button', { name: 'To the lock screen' }).click(),
  );

  const kept = listFiles(place.locker).filter((name) => before.includes(name));
  expect(kept.filter((name) => !name.startsWith('epoch'))).toEqual([]);
  await type(running.page, 'Passphrase', theirs);
  await running.page.keyboard.press('Enter');
  await expect(running.page.getByText(/does not open the locker/)).toBeVisible();
  await unlock(running.page, mine);
  expect(await readAuthors(running.page)).toEqual(['A. Demo: seen by the first']);
  await openKeys(running.page);
  await running.page.getByRole('button', { name: 'Add a passphrase for B. Oyelaran' }).click();
  await addPassphrase(running.page, mine, 'Add the passphrase');
  await running.lockBy(() => lock(running.page));
  await unlock(running.page, theirs);
  await markFirst(running.page, 'seen by the second');
  await running.close();
  expect(check(place.locker, theirs)).toMatch(/: whole\n$/);
  expect(check(place.locker, mine)).toMatch(/: whole\n$/);
});

async function addPassphrase(page: Page, mine: string, action: string): Promise<void> {
  await type(page, 'Your passphrase now', mine);
  await type(page, 'New passphrase', theirs);
  await type(page, 'The same again', theirs);
  await page.getByRole('button', { name: action }).click();
  await expect(page.getByText(/can open the locker now\.|passphrase is added/)).toBeVisible();
}

function listFiles(locker: string): string[] {
  return readdirSync(locker, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(locker, path.join(entry.parentPath, entry.name)));
}
