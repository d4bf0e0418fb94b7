// A note is saved when typing pauses for a second. Whatever ends the typing before that must save it as well.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { addFiles, createLocker, goTo, lock, openSource, unlock } from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

const passages = [
  'The ferry was late on the first day.',
  'The ferry did not come on the second.',
  'Nobody waited on the third.',
];

const marginOf = (page: Page) => page.getByRole('complementary', { name: 'Marks' });

/** Begins a note on that mark and types; nothing is waited for afterwards. */
async function type(page: Page, mark: number, words: string): Promise<void> {
  await marginOf(page).locator('[data-mark]').nth(mark).click();
  await page.keyboard.press('a');
  await expect(marginOf(page).getByRole('textbox', { name: 'Note' })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

test('nothing that was typed in a note is lost, whatever ends the typing', async ({ place }) => {
  test.setTimeout(240_000);
  const folder = path.join(path.dirname(place.exports), 'sources');
  mkdirSync(folder);
  const file = path.join(folder, 'ferry.txt');
  writeFileSync(file, passages.join('\n\n'));
  const running = await RunningApp.start(place);
  try {
    const passphrase = await createLocker(running.page, () => undefined);
    await addFiles(running.page, [file]);
    await openSource(running.page, 'ferry.txt');
    for (const [i] of passages.entries()) {
      await running.page.keyboard.press('.');
      await running.page.keyboard.press('1');
      await expect(marginOf(running.page).locator('[data-mark]')).toHaveCount(i + 1);
    }
    const openAgain = async (): Promise<void> => {
      await unlock(running.page, passphrase);
      await openSource(running.page, 'ferry.txt');
    };
    const shows = (words: string) =>
      expect(marginOf(running.page).getByRole('button', { name: words })).toBeVisible();

    await type(running.page, 0, 'typed and locked');
    await running.lockBy(() => lock(running.page));
    await openAgain();
    await shows('typed and locked');

    await type(running.page, 0, ', typed and hidden');
    await running.lockBy(() => running.page.keyboard.press('F9').catch(() => undefined));
    await openAgain();
    await shows('typed and locked, typed and hidden');

    await type(running.page, 1, 'typed as the machine slept');
    await running.lockBy(() =>
      running.app.evaluate(({ powerMonitor }) => {
        (powerMonitor as NodeJS.EventEmitter).emit('suspend');
      }),
    );
    await openAgain();
    await shows('typed as the machine slept');

    await type(running.page, 1, ', typed and closed');
    const closed = running.app.waitForEvent('close');
    await running.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close();
    });
    await closed;
    await running.startAgain();
    await openAgain();
    await shows('typed as the machine slept, typed and closed');

    // Another mark, and another room.
    await type(running.page, 2, 'typed and left');
    await type(running.page, 0, ' twice');
    await goTo(running.page, 'Library');
    await running.lockBy(() => lock(running.page));
    await openAgain();
    await shows('typed and left');
    await shows('typed and locked, typed and hidden twice');
  } finally {
    await running.close();
  }
});
