// A quote from the mark to the exported file, in the running program: made with a key, edited by mouse and keyboard, still
// there after locking, verified, exported with its annex; gone with its source.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import type {} from '../../renderer/app/demo-door.ts'; // declares window.lockerDemo
import {
  addFiles,
  createLocker,
  exportQuotes,
  goTo,
  lock,
  openSource,
  unlock,
} from '../../tools/demo/person.ts';
import { expect, test } from '../support/app.ts';
import { RunningApp } from '../support/running-app.ts';

const text = [
  'However, the ministry said it ran ten shelters in the north. It closed two of them in the winter.',
  'Women who asked for help without papers were held for up to five months, and nobody told them why.',
  'The office did not answer.',
].join('\n\n');

const printed = (page: Page) =>
  page.getByRole('article', { name: 'As printed' }).getByRole('blockquote');

test('a quote is made of a mark, edited, kept, verified, exported and purged with its source', async ({
  place,
}) => {
  const folder = path.join(path.dirname(place.exports), 'sources');
  mkdirSync(folder);
  const file = path.join(folder, 'visits.txt');
  writeFileSync(file, text);
  const running = await RunningApp.start(place, ['--demo']);
  try {
    const passphrase = await createLocker(running.page, () => undefined);
    await addFiles(running.page, [file]);
    await openSource(running.page, 'visits.txt');
    await running.page.keyboard.press('.');
    await running.page.keyboard.press('2');
    await running.page.keyboard.press('q');
    await expect(printed(running.page)).toHaveText(/^“However, the ministry said/);

    // By the keyboard: the first word is cut, the next gets its capital.
    await running.page.keyboard.press('ArrowRight');
    await running.page.keyboard.press('x');
    await expect(printed(running.page)).toHaveText(/^“\[\.\.\.\] the ministry/);
    await running.page.keyboard.press('ArrowRight');
    await running.page.keyboard.press('c');
    await expect(printed(running.page)).toHaveText(/^“\[\.\.\.\] \[T\]he ministry/);
    // By the mouse: a double click chooses a word of another paragraph, which is taken in.
    const papers = running.page
      .getByRole('region', { name: 'Source' })
      .getByText(/Women who asked/);
    await papers.selectText();
    await running.page.getByRole('button', { name: 'Take in', exact: true }).click();
    await expect(printed(running.page)).toHaveText(/\[\.\.\.\] Women who asked for help/);
    await expect(running.page.getByText('marked edits', { exact: true })).toBeVisible();
    const whole = await printed(running.page).innerText();

    // One undo for all: the passage goes and comes back.
    await running.page.keyboard.press('Control+z');
    await expect(printed(running.page)).not.toHaveText(/Women/);
    await running.page.keyboard.press('Control+Shift+z');
    await expect(printed(running.page)).toHaveText(whole);

    await running.lockBy(() => lock(running.page));
    await unlock(running.page, passphrase);
    await goTo(running.page, 'Quotes');
    await expect(running.page.getByText('marked edits', { exact: true })).toBeVisible();
    await exportQuotes(running.page);
    const [made = ''] = readdirSync(place.exports);
    const read = (name: string) => readFileSync(path.join(place.exports, made, name), 'utf8');
    expect(read('quotes.csv')).toContain('[...] [T]he ministry said it ran ten shelters');
    expect(read('quotes.html')).toContain('Verification and provenance');
    expect(JSON.parse(read('manifest.json'))).toMatchObject({ verification: { marked: 1 } });

    const left = await running.page.evaluate(async () => {
      const { ask, readLibrary } = window.lockerDemo;
      const [source] = (await readLibrary()).sources;
      if (source === undefined) throw new Error('no source');
      const { id } = source;
      await ask('act', [
        { subject: `source/${id}`, kind: 'source-removed', payload: { source: id } },
      ]);
      await ask('source:purge', { source: id });
      return ask('quotes:composed', { quotes: null });
    });
    expect(left).toEqual({ ok: true, value: [] });
  } finally {
    await running.close();
  }
});
