// The first screens, the empty ones, those after an error, and the dialogs that most people never see, looked at as the rooms are.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { createLocker, goTo, lock } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { look } from '../support/looks.ts';
import { RunningApp } from '../support/running-app.ts';

const sources = path.resolve(import.meta.dirname, '../../assets/sample/sources');
const passphrase = 'seven quiet ferries leave the harbour at noon';

const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).click();
const room = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name }).click();
const type = async (page: Page, label: string, text: string) => {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
};

test('the first screens are sound: who, passphrase, recovery key, proof, and the empty rooms', async ({
  place,
}) => {
  test.setTimeout(300_000);
  const problems: string[] = [];
  const running = await RunningApp.start(place);
  try {
    const { page } = running;
    const shoot = (screen: string) => look(page, screen, problems);
    await shoot('create');
    await type(page, 'Your name or a pseudonym', 'A. Demo');
    await press(page, 'Go on');
    await press(page, 'Offer six words');
    await page.getByRole('status').locator('p').first().waitFor();
    await shoot('create-passphrase');
    await type(page, 'Passphrase', passphrase);
    await type(page, 'The same again', `${passphrase}!`);
    await page.keyboard.press('Enter');
    await shoot('create-differs');
    await type(page, 'The same again', passphrase);
    await press(page, 'Create the locker');
    const groups = page.getByLabel('Recovery key').locator('span');
    await groups.first().waitFor();
    const recoveryKey = (await groups.allInnerTexts()).join('');
    await shoot('create-recovery');
    expect(await readsFromTheLeft(page)).toBe(true);
    await press(page, 'I have kept it');
    await type(page, 'Recovery key', 'not this one');
    await press(page, 'Open the locker');
    await page
      .getByText(/not the recovery key|does not/)
      .first()
      .waitFor();
    await shoot('create-proof');
    await page.getByRole('textbox', { name: 'Recovery key' }).fill('');
    await page.keyboard.type(recoveryKey);
    await press(page, 'Open the locker');
    await page.getByRole('navigation', { name: 'Rooms' }).waitFor();
    await press(page, 'Start empty');
    await shoot('empty-library');
    for (const name of ['Search', 'Quotes', 'Tags', 'Check a report', 'Trash']) {
      await room(page, name);
      await page.waitForTimeout(100);
      await shoot(`empty-${name.toLowerCase().replaceAll(' ', '-')}`);
    }
    await running.lockBy(() => lock(page));
    await type(running.page, 'Passphrase', 'not the right words');
    await press(running.page, 'Unlock');
    await expect(running.page.getByRole('button', { name: 'Unlock' })).toBeVisible();
    await running.page
      .getByText(/does not open/)
      .first()
      .waitFor();
    await look(running.page, 'lock-wrong', problems);
    await press(running.page, 'Use the recovery key');
    await running.page.getByLabel('Recovery key').waitFor();
    await look(running.page, 'lock-recovery', problems);
  } finally {
    await running.close();
  }
  expect(problems).toEqual([]);
});

test('what goes wrong, and what is seldom done, is sound as well', async ({ place }) => {
  test.setTimeout(300_000);
  const problems: string[] = [];
  const stick = path.join(place.exports, 'stick');
  mkdirSync(stick);
  const running = await RunningApp.start(place, [`--backups=${stick}`]);
  try {
    const { page } = running;
    const shoot = (screen: string) => look(page, screen, problems);
    await createLocker(page, () => undefined, { passphrase });
    const visits = readFileSync(path.join(sources, 'shelter-visits.txt'));
    const files: readonly (readonly [name: string, buffer: Buffer])[] = [
      ['shelter-visits.txt', visits],
      ['annual-monitor-2024.txt', readFileSync(path.join(sources, 'annual-monitor-2024.txt'))],
      ['copy-of-visits.txt', visits],
      ['broken.pdf', Buffer.from('%PDF-1.7 and nothing more')],
      ['empty.txt', Buffer.alloc(0)],
      ['sheet.xlsx', Buffer.from('PK\u0003\u0004 not a text')],
    ];
    await page
      .getByLabel('Files to add')
      .setInputFiles(files.map(([name, buffer]) => ({ name, mimeType: '', buffer })));
    await page
      .getByRole('region', { name: 'Adding sources' })
      .getByRole('button', { name: 'Put away' })
      .waitFor();
    await shoot('import-ended');
    await press(page, 'Put away');
    const rows = page.getByRole('table', { name: 'Sources' }).getByRole('row');
    await rows.filter({ hasText: 'Annual Monitor 2024' }).click();
    await page.getByRole('textbox', { name: 'Does not mention' }).fill('courts, ferrymen');
    await press(page, 'State it');
    await page
      .getByText(/contradicted|not in the text/)
      .first()
      .waitFor();
    await page.getByLabel('Version').scrollIntoViewIfNeeded();
    await shoot('library-statements');
    await press(page, 'Remove');
    await room(page, 'Trash');
    await press(page, 'Delete for good…');
    await shoot('dialog-purge');
    await page.keyboard.press('Escape');

    await room(page, 'Keys and people');
    for (const [name, screen] of [
      ['Add a person…', 'dialog-person'],
      ['Change your passphrase', 'dialog-passphrase'],
      ['Check a recovery key…', 'dialog-recovery-check'],
      ['Replace…', 'dialog-recovery-replace'],
      ['Renew all keys…', 'dialog-renew'],
    ] as const) {
      await press(page, name);
      await page.getByRole('dialog').waitFor();
      await shoot(screen);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }

    await goTo(page, 'Safekeeping');
    await press(page, 'Back up…');
    await page.getByText(/Last verified backup/).waitFor();
    const [file] = readdirSync(path.join(place.locker, 'files'));
    rmSync(path.join(place.locker, 'files', file ?? ''));
    await press(page, 'Check everything');
    await page.getByRole('list', { name: 'Found by the check' }).waitFor();
    await shoot('safekeeping-found');
    await running.lockBy(() => lock(page));
    newerFormat(place.locker);
    await type(running.page, 'Passphrase', passphrase);
    await press(running.page, 'Unlock');
    await running.page.getByText(/newer version/).waitFor();
    await look(running.page, 'lock-newer', problems);
  } finally {
    await running.close();
  }
  expect(problems).toEqual([]);
});

test('a folder that cannot be written to, and a backup that is none, are told in words that are sound', async ({
  place,
}) => {
  const problems: string[] = [];
  const empty = path.join(place.exports, 'empty');
  mkdirSync(empty);
  // The kernel's own folder: nobody may create anything in it, not even root.
  const running = await RunningApp.start({ ...place, locker: '/sys/test.locker' }, [
    `--backups=${empty}`,
  ]);
  try {
    const { page } = running;
    await press(page, 'Restore from a backup…');
    await page.getByRole('alert').waitFor();
    await look(page, 'restore-refused', problems);
    await type(page, 'Your name or a pseudonym', 'A. Demo');
    await press(page, 'Go on');
    await type(page, 'Passphrase', passphrase);
    await type(page, 'The same again', passphrase);
    await press(page, 'Create the locker');
    // Before a recovery key is shown, which would be the key to nothing.
    await page.getByText(/cannot be written to/).waitFor();
    await look(page, 'create-read-only', problems);
  } finally {
    await running.close();
  }
  expect(problems).toEqual([]);
});

/** Whether the key is written down group by group as it is read, also where the interface runs from right to left. */
function readsFromTheLeft(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    document.documentElement.dir = 'rtl';
    const groups = [...document.querySelectorAll('[aria-label="Recovery key"] span')].slice(0, 3);
    const starts = groups.map((group) => group.getBoundingClientRect().left);
    document.documentElement.dir = 'ltr';
    return (
      starts.length === 3 && starts.every((left, at) => at === 0 || left > (starts[at - 1] ?? left))
    );
  });
}

/** Sets the number of the format in the header of one journal file to the next, with its checksum. */
function newerFormat(locker: string): void {
  const folder = path.join(locker, 'journal');
  const [name] = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) =>
    each.isFile(),
  );
  if (name === undefined) throw new Error('no journal');
  const file = path.join(name.parentPath, name.name);
  const bytes = readFileSync(file);
  bytes[17] = 9;
  bytes.set(createHash('sha256').update(bytes.subarray(0, 66)).digest(), 66 + 8);
  writeFileSync(file, bytes);
}
