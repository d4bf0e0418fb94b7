// The main job without a mouse, from the first screen to unlocking again; and the focus comes back from every dialog.
import path from 'node:path';
import type { Page } from 'playwright';
import { expect, test } from '../support/app.ts';
import { focused, tabTo } from '../support/keyboard.ts';

const passphrase = 'seven quiet ferries leave the harbour at noon';
const text = path.resolve(import.meta.dirname, '../../assets/sample/sources/shelter-visits.txt');

/** Opens by Enter on what has the focus, closes by Escape, and the focus is where it was. */
async function thereAndBack(page: Page, open: string): Promise<void> {
  const before = await focused(page);
  await page.keyboard.press(open);
  await page.getByRole('dialog').waitFor();
  expect(await focused(page), `in the dialog of ${before}`).not.toBe('');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  expect(await focused(page), `after ${open} on “${before}”`).toBe(before);
}

test('first run, import, read, mark, tag, note, search, export, lock and unlock by keyboard alone', async ({
  locker,
}) => {
  test.setTimeout(180_000);
  const { page } = locker;
  const hidden: string[] = [];
  const to = (name: string | RegExp) => tabTo(page, name, hidden);
  const { keyboard } = page;

  await page.getByLabel('Your name or a pseudonym').waitFor();
  await keyboard.type('A. Demo');
  await keyboard.press('Enter');
  await page.getByLabel('The same again').waitFor();
  expect(await focused(page)).toBe('Passphrase');
  await keyboard.type(passphrase);
  await to('The same again');
  await keyboard.type(passphrase);
  await expect(page.getByRole('button', { name: 'Create the locker' })).toBeEnabled();
  await keyboard.press('Enter');
  const groups = page.getByLabel('Recovery key').locator('span');
  await groups.first().waitFor();
  const recoveryKey = (await groups.allInnerTexts()).join('');
  await to('I have kept it');
  await keyboard.press('Enter');
  await page.getByRole('button', { name: 'Open the locker' }).waitFor();
  expect(await focused(page)).toBe('Recovery key');
  await keyboard.type(recoveryKey);
  await keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Rooms' }).waitFor();

  await page.getByRole('region', { name: 'Sample case' }).waitFor();
  // Asked for well before the key: a page under load takes a key before it hears that its chooser is waited for.
  const chooser = page.waitForEvent('filechooser');
  await to('Add files…');
  await keyboard.press('Enter');
  await (await chooser).setFiles(text);
  const adding = page.getByRole('region', { name: 'Adding sources' });
  await adding.getByRole('button', { name: 'Put away' }).waitFor();
  await to('Put away');
  await keyboard.press('Enter');
  await to('Notes from three shelter visits in Lanhe Province');
  await thereAndBack(page, '?');
  await thereAndBack(page, 'Control+k');
  await keyboard.press('Enter');
  const margin = page.getByRole('complementary', { name: 'Marks' });
  await margin.waitFor();

  await keyboard.press('.');
  await keyboard.press('2');
  await expect(margin.getByText('1 mark')).toBeVisible();
  await keyboard.press('.');
  await keyboard.press('a');
  await keyboard.type('said twice');
  await keyboard.press('Escape');
  await expect(margin.getByText('said twice')).toBeVisible();
  await keyboard.press('.');
  await keyboard.press('t');
  await keyboard.type('screening');
  await keyboard.press('Enter');
  await keyboard.press('Escape');
  await expect(margin.getByText('screening').first()).toBeVisible();

  await keyboard.press('Control+Shift+f');
  await keyboard.type('twice');
  await page.getByRole('list', { name: 'Hits' }).getByRole('button').first().waitFor();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await margin.waitFor();

  await keyboard.press('Control+k');
  await keyboard.type('Quotes');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Quotes' }).waitFor();
  await keyboard.press('Tab');
  expect(await focused(page), 'where Tab begins on a new screen').toBe('By tag');
  await to(/^Export \d+ quotes…$/);
  await keyboard.press('Enter');
  await page.getByRole('list', { name: 'Exported files' }).waitFor();

  await keyboard.press('Control+k');
  await keyboard.type('Keys and people');
  await keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Keys and people' }).waitFor();
  for (const name of ['Add a person…', 'Change your passphrase', 'Replace…', 'Renew all keys…']) {
    await to(name);
    await thereAndBack(page, 'Enter');
  }

  await locker.lockBy(() => keyboard.press('Control+l').catch(() => undefined));
  await locker.page.getByLabel('Passphrase').waitFor();
  expect(await focused(locker.page)).toBe('Passphrase');
  await locker.page.keyboard.type(passphrase);
  await locker.page.keyboard.press('Enter');
  await locker.page.getByRole('navigation', { name: 'Rooms' }).waitFor();
  expect(hidden).toEqual([]);
});
