// What the person of `kill-app` does until the program is killed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import { addFiles, createLocker, exportQuotes, goTo } from '../../tools/demo/person.ts';
import type { Place } from '../support/running-app.ts';
import type { NamedAct } from './named-steps.ts';
import type { Random } from './random.ts';

export interface Locker {
  readonly place: Place;
  readonly acks: string;
  /** What may open it: two while it is being changed. */
  passphrases: string[];
  /** The source whose purge was asked for: what is of it may be gone. */
  doomed?: string;
  /** Of what was acknowledged before: the subject, by its line. */
  readonly subjects: ReadonlyMap<string, string>;
}

export function sample(name: string): string {
  return path.resolve(import.meta.dirname, '../../assets/sample/sources', name);
}

export async function markAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { sources } = await window.lockerDemo.readLibrary();
    for (const { id } of sources) {
      const tag = await window.lockerDemo.makeTag(`a tag of ${String(performance.now())}`);
      await window.lockerDemo.markFirstSentence(id, 4, tag, 'a note');
    }
  });
}

/** Does an act until it is done; marking goes on until it is ended. */
export async function act(
  page: Page,
  locker: Locker,
  stage: NamedAct,
  random: Random,
): Promise<void> {
  switch (stage) {
    case 'create':
      await createLocker(page, (offered) => {
        locker.passphrases = [offered];
      });
      await markAll(page);
      return;
    case 'import':
      await addFiles(page, [sample('exploitation-monitor-2025.pdf'), writeFresh(locker, random)]);
      return;
    case 'mark':
      for (;;) await markAll(page);
    case 'passphrase':
      await changePassphrase(
        page,
        locker,
        `${String(random.bits())} quite another passphrase of eight words zx`,
      );
      return;
    case 'purge':
      await purge(page, locker);
      return;
    case 'renewal':
      await renew(page, locker);
      return;
    case 'export':
      await goTo(page, 'Quotes');
      await exportQuotes(page);
      await markAll(page);
  }
}

function writeFresh({ place }: Locker, random: Random): string {
  const file = path.join(path.dirname(place.locker), 'fresh.txt');
  writeFileSync(
    file,
    `The ministry counted ${String(random.bits())} shelter visits in the spring.\n`.repeat(500),
  );
  return file;
}

async function changePassphrase(page: Page, locker: Locker, next: string): Promise<void> {
  const [current = ''] = locker.passphrases;
  await openKeys(page);
  await page.getByRole('button', { name: 'Change your passphrase' }).click();
  const dialog = page.getByRole('dialog');
  await type(page, 'Your passphrase now', current);
  await type(page, 'New passphrase', next);
  await type(page, 'The same again', next);
  locker.passphrases = [current, next];
  await dialog.getByRole('button', { name: 'Change', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  locker.passphrases = [next];
}

/** Removes a source and deletes it for good from the trash. */
async function purge(page: Page, locker: Locker): Promise<void> {
  await goTo(page, 'Library');
  const row = page.getByRole('table', { name: 'Sources' }).getByRole('row').nth(1);
  const title = await row.getByRole('button').first().innerText();
  locker.doomed = await page.evaluate(async (shown) => {
    const { sources } = await window.lockerDemo.readLibrary();
    return sources.find(({ details }) => details.title === shown)?.id ?? '';
  }, title.trim());
  await row.getByRole('button').first().focus();
  await page.keyboard.press('Delete');
  await goTo(page, 'Trash');
  await page.getByRole('button', { name: 'Delete for good…' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Delete for good' });
  await dialog.getByRole('textbox').fill('delete');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await dialog.waitFor({ state: 'detached' });
}

async function type(page: Page, field: string, secret: string): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox', { name: field, exact: true }).focus();
  await page.keyboard.type(secret);
}

async function openKeys(page: Page): Promise<void> {
  const rooms = page.getByRole('navigation', { name: 'Rooms' });
  await rooms.getByRole('button', { name: 'Keys and people' }).click();
}

async function renew(page: Page, locker: Locker): Promise<void> {
  await openKeys(page);
  await page.getByRole('button', { name: 'Renew all keys…' }).click();
  const dialog = page.getByRole('dialog');
  await type(page, 'Your passphrase now', locker.passphrases[0] ?? '');
  await page.getByRole('button', { name: 'Show a new recovery key' }).click();
  const groups = dialog.getByLabel('Recovery key').locator('span');
  await groups.first().waitFor();
  const key = (await groups.allInnerTexts()).join('-');
  await page.getByRole('button', { name: 'I have kept it' }).click();
  await type(page, 'Recovery key', key);
  await page.getByRole('button', { name: 'Renew all keys now' }).click();
  await page.getByText(/Everything is sealed under new keys/).waitFor();
}
