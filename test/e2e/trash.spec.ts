// Deleting a source for good in the running program: nothing that a page can ask the vault for tells of it afterwards, with
// the profile it was made with and without; the other sources are whole.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import type { Result } from '../../shared/result.ts';
import { addFiles, createLocker, goTo, lock, unlock } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp, type Place } from '../support/running-app.ts';

const root = path.resolve(import.meta.dirname, '../..');
const [doomed, ...others] = ['zelkova', 'quokka', 'marimba'] as const;

function writeSources(folder: string): string[] {
  mkdirSync(folder);
  return [doomed, ...others].map((canary) => {
    const file = path.join(folder, `${canary}.txt`);
    const sentence = `The driver of the ${canary} van came at night and nobody asked him why.`;
    writeFileSync(file, `${sentence}\n\nIn the morning the ${canary} van was gone again.\n`);
    return file;
  });
}

/** Marks, tags and notes each source; what is said of a source holds its canary, but for tags, which are the locker's. */
async function markAll(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const tag = await window.lockerDemo.makeTag('Transport');
    for (const { id, original } of (await window.lockerDemo.readLibrary()).sources) {
      const note = `ask again about the ${original.name.replace('.txt', '')} van`;
      const mark = await window.lockerDemo.markFirstSentence(id, 8, tag, note);
      if (mark === null) throw new Error(`nothing to mark in ${original.name}`);
    }
  });
}

/** Everything the vault tells of sources and marks, by the call that told it. */
function readEverything(page: Page, source: string): Promise<Record<string, string>> {
  return page.evaluate(async (id) => {
    const { ask } = window.lockerDemo;
    const told = (result: Result<unknown>): string => {
      if (!result.ok) return result.error;
      const { value } = result;
      return value instanceof ArrayBuffer ? new TextDecoder().decode(value) : JSON.stringify(value);
    };
    const library = await window.lockerDemo.readLibrary();
    const ids = new Set([...library.sources.map((each) => each.id), id as never]);
    const all: Record<string, string> = {
      library: JSON.stringify(library),
      trash: told(await ask('trash:read', null)),
      quotes: told(await ask('quotes:read', { marks: null })),
      activity: told(await ask('activity:read', { filter: {}, from: 0, count: 1_000 })),
      health: told(await ask('activity:health', null)),
      safekeeping: told(await ask('safekeeping:read', null)),
    };
    for (const query of ['van', 'driver', 'morning', 'tag:Transport']) {
      const { hits } = await window.lockerDemo.search(query);
      all[`search ${query}`] = JSON.stringify(hits);
    }
    for (const each of ids) {
      all[`marks ${each}`] = told(await ask('marks:read', { source: each }));
      all[`text ${each}`] = told(await ask('text:read', { source: each }));
      all[`original ${each}`] = told(await ask('original:read', { source: each }));
    }
    return all;
  }, source);
}

function hitsOf(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => (await window.lockerDemo.search(text)).hits.length, query);
}

/** The calls that tell of it. */
function tellingOf(told: Record<string, string>, canary: string): string[] {
  return Object.keys(told).filter((call) => told[call]?.toLowerCase().includes(canary));
}

async function expectGone(page: Page, source: string): Promise<void> {
  const told = await readEverything(page, source);
  expect(tellingOf(told, doomed)).toEqual([]);
  expect(await hitsOf(page, doomed)).toBe(0);
  expect(told).toMatchObject({ [`text ${source}`]: 'not-there', [`marks ${source}`]: '[]' });
  for (const canary of others) {
    const calls = ['library', 'quotes', 'activity', 'search van', 'search tag:Transport'];
    expect(tellingOf(told, canary)).toEqual(expect.arrayContaining(calls));
    // marks, text and original of each source that stands
    expect(
      tellingOf(told, canary).filter((call) => /^(marks|text|original) /.test(call)),
    ).toHaveLength(3);
    expect(await hitsOf(page, canary)).toBeGreaterThan(0);
  }
}

/** By keyboard alone, as somebody without a mouse: nothing here is clicked. */
async function deleteForGood(page: Page): Promise<void> {
  const reach = async (name: string): Promise<void> => {
    const focused = () =>
      page.evaluate(() => document.activeElement?.textContent.trim().replace(/\d+$/, '') ?? '');
    for (let tabs = 0; (await focused()) !== name; tabs++) {
      if (tabs > 60) throw new Error(`no way to “${name}” by keyboard`);
      await page.keyboard.press('Tab');
    }
  };
  await reach('Trash');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Trash', exact: true })).toBeVisible();
  await expect(page.getByText(doomed).first()).toBeVisible();
  await reach('Delete for good…');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Delete for good' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('delete');
  await reach('Delete for good');
  await page.keyboard.press('Enter');
  await expect(page.getByText(/no key and no file of it is left here/)).toBeVisible();
  await expect(page.getByText('The trash is empty')).toBeVisible();
}

/** `npm run locker -- COMMAND`: its exit code and all it writes. */
function runLocker(command: string, { locker, exports }: Place, passphrase: string) {
  const json = path.join(exports, `${command}.json`);
  const args = ['tools/run.mjs', 'locker', command, '--locker', locker, '--passphrase-stdin'];
  const { status, stdout } = spawnSync(process.execPath, [...args, '--json', json], {
    cwd: root,
    input: `${passphrase}\n`,
  });
  return { status, written: stdout.toString() + readFileSync(json, 'utf8') };
}

test('a source deleted for good is told of by no call, after a restart and without the profile', async ({
  place,
}) => {
  test.setTimeout(300_000);
  const running = await RunningApp.start(place, ['--demo']);
  const passphrase = await createLocker(running.page, () => undefined);
  await addFiles(running.page, writeSources(path.join(place.exports, 'sources')));
  await markAll(running.page);
  const source = await running.page.evaluate(async (name) => {
    const { sources } = await window.lockerDemo.readLibrary();
    return sources.find(({ original }) => original.name === name)?.id ?? '';
  }, `${doomed}.txt`);
  // The looking finds it while it is there: everywhere but in the trash and what tells of no source.
  const before = await readEverything(running.page, source);
  const everywhere = ['library', 'quotes', 'activity', 'search van', `marks ${source}`];
  expect(tellingOf(before, doomed)).toEqual(
    expect.arrayContaining([...everywhere, `text ${source}`, `original ${source}`]),
  );
  // Sealed views hold it from here on: they are made of finished sessions.
  await running.lockBy(() => lock(running.page));
  await unlock(running.page, passphrase);
  await goTo(running.page, 'Library');
  const row = running.page.getByRole('row').filter({ hasText: doomed });
  await row.getByRole('button', { name: doomed }).first().focus();
  await running.page.keyboard.press('Delete');
  await expect(row).toHaveCount(0);

  await deleteForGood(running.page);
  await expectGone(running.page, source);
  await running.restart();
  await unlock(running.page, passphrase);
  await expectGone(running.page, source);
  await running.close();
  rmSync(place.profile, { recursive: true });
  await running.startAgain();
  await unlock(running.page, passphrase);
  await expectGone(running.page, source);
  await running.close();

  const check = runLocker('check', place, passphrase);
  expect(check.status).toBe(0);
  expect(check.written).toMatch(/: whole\n/);
  expect(check.written).not.toMatch(/stray: |deleted for good|missing: |not arrived: |damaged: /);
  for (const command of ['text', 'journal']) {
    const { status, written } = runLocker(command, place, passphrase);
    expect(status).toBe(0);
    expect(written).not.toContain(doomed);
    if (command === 'text') for (const canary of others) expect(written).toContain(canary);
    else expect(written).not.toContain(`source/${source}`);
  }
});
