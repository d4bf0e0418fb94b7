import { afterEach, describe, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import type { ExportHost } from '../../../../renderer/export/export-quotes.ts';
import { QuotesScreen } from '../../../../renderer/export/QuotesScreen.tsx';
import { quoteWithCitation } from '../../../../shared/quote/copy.ts';
import type { QuotedMark } from '../../../../shared/quote/quoted-mark.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { MemoryVault } from '../../../support/memory-vault.ts';
import { quoted, source } from '../../../support/quoted.ts';
import { openScreen, type ScreenWorld } from '../../../support/screen-world.tsx';

const first = quoted(1, { tags: ['shelters', 'police'] });
const second = quoted(2, { exact: '返鄉者因污名。', source: source(2, { publisher: '' }) });
const marks = [first, second];

let world: ScreenWorld | undefined;
afterEach(() => world?.close());

type Saved = Parameters<ExportHost['save']>[1];

function open(held: readonly QuotedMark[] = marks, host: Partial<ExportHost> = {}) {
  const vault = new MemoryVault({
    'quotes:read': ({ marks: ids }) =>
      ok(held.filter(({ mark }) => ids === null || ids.includes(mark.id))),
  });
  const saved: Saved[] = [];
  world = openScreen(vault, { screen: 'quotes' });
  world.show(
    <QuotesScreen
      host={{
        appVersion: '1.0.0',
        now: () => Date.UTC(2026, 10, 14, 9),
        print: () => Promise.resolve(fail('export-failed')),
        save: (name, files) => {
          saved.push(files);
          return Promise.resolve(ok({ folder: name, files: files.map((file) => file.name) }));
        },
        ...host,
      }}
    />,
  );
  return { vault, saved, world };
}

async function choose(...formats: readonly string[]): Promise<void> {
  const boxes = page.getByRole('group', { name: 'Formats' });
  for (const name of ['Word', 'PDF', 'Web page', 'Markdown', 'Table', 'Annotations']) {
    if (!formats.includes(name))
      await boxes.getByRole('checkbox', { name: new RegExp(`^${name}`) }).click();
  }
}

const exportButton = () => page.getByRole('button', { name: /^Export \d/ });

describe('the quotes screen', () => {
  test('groups by tag, a quote with two tags in both, and by source', async () => {
    open();
    await expect.element(page.getByRole('heading', { name: /police/ })).toBeVisible();
    const headings = () =>
      [...document.querySelectorAll('section h2 bdi')].map((h) => h.textContent);
    expect(headings()).toEqual(['police', 'shelters', 'Without a tag']);
    await page.getByRole('button', { name: 'By source' }).click();
    expect(headings()).toHaveLength(2);
  });

  test('copies a quote with its citation', async () => {
    const { world: shown } = open();
    await page.getByRole('button', { name: 'Copy with citation' }).first().click();
    expect(shown.copied).toEqual([quoteWithCitation(first)]);
    await expect.element(page.getByText('Copied.')).toBeVisible();
  });

  test('shows gaps of a citation in amber and leads to the details', async () => {
    const { world: shown } = open();
    await expect.element(page.getByText('[publisher not stated]')).toBeVisible();
    await page.getByRole('button', { name: /missing, complete it: / }).click();
    expect(shown.went).toEqual([{ screen: 'library', source: second.source.id }]);
  });

  test('exports the chosen quotes, lists the files with their hashes and notes it in the journal', async () => {
    const { vault, saved } = open();
    await page.getByLabelText('Export quote 2').click();
    await choose('Table', 'Annotations');
    await exportButton().click();
    await expect.element(page.getByText(/is in the folder “quotes 2026-11-14”/)).toBeVisible();
    const files = saved[0] ?? [];
    expect(files.map(({ name }) => name)).toEqual(['quotes.csv', 'quotes.json', 'manifest.json']);
    const csv = new TextDecoder().decode(files[0]?.bytes);
    expect(csv).toContain(first.mark.anchor.exact);
    expect(csv).not.toContain(second.mark.anchor.exact);
    const act = vault.acts.at(-1);
    expect(act?.kind === 'exported' && act.payload.marks).toBe(1);
    await expect.element(page.getByRole('list', { name: 'Exported files' })).toBeVisible();
    const hash = act?.kind === 'exported' ? act.payload.files[0]?.sha256.slice(0, 16) : undefined;
    await expect.element(page.getByText(`${hash ?? 'no hash'}…`)).toBeVisible();
  });

  test('says what went wrong and what to do, and writes nothing', async () => {
    const { saved } = open();
    await choose('PDF');
    await exportButton().click();
    await expect
      .element(page.getByText(/could not be written\. Choose another folder/))
      .toBeVisible();
    expect(saved).toEqual([]);
  });

  test('can be stopped before anything is saved', async () => {
    const { saved } = open(marks, { print: () => new Promise(() => undefined) });
    await choose('PDF');
    await exportButton().click();
    await page.getByRole('button', { name: 'Stop' }).click();
    await expect.element(page.getByText(/Stopped as you asked/)).toBeVisible();
    await vi.waitFor(() => {
      expect(saved).toEqual([]);
    });
  });

  test('without a chosen quote or format there is nothing to press', async () => {
    open();
    await page.getByRole('button', { name: 'Choose none' }).click();
    await expect.element(exportButton()).toBeDisabled();
    await page.getByRole('button', { name: 'Choose all' }).click();
    await expect.element(exportButton()).toBeEnabled();
    await choose();
    await expect.element(exportButton()).toBeDisabled();
  });

  test('without quotes it leads to the library', async () => {
    const { world: shown } = open([]);
    await page.getByRole('button', { name: 'Open the library' }).click();
    expect(shown.went).toEqual([{ screen: 'library' }]);
  });
});
