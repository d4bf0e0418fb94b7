import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../support/app.ts';

test('an export becomes a folder, never over another, and an unfinished one vanishes with its page', async ({
  locker,
}) => {
  const { page, place } = locker;
  const save = () =>
    page.evaluate(async () => {
      await window.locker['export:begin']({ name: 'Quotes' });
      const part = (text: string) => new TextEncoder().encode(text);
      await window.locker['export:write']({ file: 'quotes.md', bytes: part('one ') });
      await window.locker['export:write']({ file: 'quotes.md', bytes: part('two') });
      return window.locker['export:commit'](null);
    });
  expect(await save()).toEqual({ ok: true, value: { folder: 'Quotes', files: ['quotes.md'] } });
  expect(await save()).toMatchObject({ ok: true, value: { folder: 'Quotes 2' } });
  expect(readFileSync(path.join(place.exports, 'Quotes/quotes.md'), 'utf8')).toBe('one two');

  await page.evaluate(async () => {
    await window.locker['export:begin']({ name: 'Unfinished' });
    await window.locker['export:write']({ file: 'a.md', bytes: new Uint8Array(9) });
  });
  expect(readdirSync(place.exports)).toHaveLength(3);
  await locker.lockBy(() => page.evaluate(() => void window.locker['window:lock'](null)));
  expect(readdirSync(place.exports).toSorted()).toEqual(['Quotes', 'Quotes 2']);
});

test('prints the page as a tagged PDF that names no document', async ({ locker }) => {
  await expect(locker.page.getByRole('heading').first()).toBeVisible();
  const printed = await locker.page.evaluate(async () => {
    const reply = (await window.locker['export:print'](null)) as { value: Uint8Array };
    return new TextDecoder('latin1').decode(reply.value);
  });
  expect(printed.startsWith('%PDF-')).toBe(true);
  expect(printed).toContain('/StructTreeRoot');
  expect(printed).toContain('/Title (Evidence Locker)');
});

test('takes text for the clipboard', async ({ locker }) => {
  const reply = await locker.page.evaluate(() =>
    window.locker['clipboard:write']({ text: '“quoted” (p. 4)' }),
  );
  expect(reply).toEqual({ ok: true, value: null });
});
