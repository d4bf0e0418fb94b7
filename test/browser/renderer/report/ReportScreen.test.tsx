// The report check with its real workers: read, held against the library's texts, shown, and gone through by keyboard.
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { labelAct } from '../../../../renderer/read/source-acts.ts';
import { ReportCheckProvider } from '../../../../renderer/report/report-check-context.tsx';
import { ReportScreen } from '../../../../renderer/report/ReportScreen.tsx';
import { randomId, type FileId, type SourceId } from '../../../../shared/evidence/ids.ts';
import { emptyDetails } from '../../../../shared/evidence/source.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import { ok } from '../../../../shared/result.ts';
import { encodeWorkingText } from '../../../../shared/text/codec.ts';
import { buildPlainText } from '../../../../shared/text/plain.ts';
import { MemoryVault } from '../../../support/memory-vault.ts';
import { openScreen, type ScreenWorld } from '../../../support/screen-world.tsx';

const text = `# River Monitor 2025

The ministry ran ten shelters in the northern provinces during the year.

Inspectors counted 58 beds in the long house, and no lamp.
`;

const report = `# Haiyun: shelters

March 2026

## 1. Shelters

In its River Monitor 2025 the Northern Union writes:

“The ministry ran ten shelters in the northern provinces during the year.”

Northern Union, “River Monitor 2025”(https://union.example/2025), n.d., last accessed: 3 February 2026

The same monitor says of the beds:

“Inspectors counted 85 beds in the long house, and no lamp.”

Northern Union, “River Monitor 2025”(https://union.example/2025), n.d., last accessed: 31 February 2026
`;

let world: ScreenWorld | undefined;
let source: SourceId;
let vault: MemoryVault;

beforeEach(async () => {
  await page.viewport(1280, 800);
  const work = buildPlainText(text, 'markdown');
  const encoded = encodeWorkingText(work).buffer;
  vault = new MemoryVault({ 'text:read': () => ok(encoded.slice(0)) });
  source = randomId();
  vault.record([importedAct(source)]);
  world = openScreen(vault, { screen: 'report' });
  world.show(
    <ReportCheckProvider
      startExtractor={() => Promise.reject(new Error('a text needs no extractor'))}
    >
      <ReportScreen appVersion="1.0.0" />
    </ReportCheckProvider>,
  );
});

afterEach(() => {
  world?.close();
});

/** The monitor as it is in the library. */
function importedAct(id: SourceId): Act {
  const { extractor, words, unreadable } = buildPlainText(text, 'markdown');
  const file: FileId = randomId();
  return {
    subject: `source/${id}`,
    kind: 'source-imported',
    payload: {
      ...{ source: id, format: 'markdown', status: 'text' },
      original: {
        ...{ file, name: 'monitor.md', mediaType: 'text/markdown', sizeBytes: 9 },
        sha256: 'a'.repeat(64),
      },
      working: { file, extractor, pages: 1, words, unreadable },
      details: { ...emptyDetails, title: 'River Monitor 2025', publisher: 'Northern Union' },
    },
  };
}

async function choose(name: string, content: string | Uint8Array<ArrayBuffer>): Promise<void> {
  await page.getByLabelText('Report to check').upload(new File([content], name));
}

describe('a report held against the library', () => {
  test('shows the problems worst first, each beside its place in the source', async () => {
    await choose('report.md', report);
    const found = page.getByRole('list', { name: 'Found' });
    await expect.element(found).toBeVisible();
    expect(found.getByRole('button').first().element().textContent).toContain('altered');
    const panel = page.getByRole('complementary', { name: 'The chosen one in full' });
    await expect.element(panel.getByRole('cell', { name: '85' })).toBeVisible();
    await expect.element(panel.getByRole('cell', { name: '58' })).toBeVisible();
    await expect.element(panel.getByLabelText('In the source')).toBeVisible();
    expect(panel.getByLabelText('In the source').element().textContent).toContain(
      'Inspectors counted 58 beds in the long house, and no lamp.',
    );
    await userEvent.click(panel.getByRole('button', { name: 'Open in the source' }));
    expect(world?.went.at(-1)).toMatchObject({ screen: 'reader', source });
  });

  test('says on which page of the source it stands, as a person calls it', async () => {
    vault.record([labelAct(source, [{ from: 0, style: 'roman', prefix: 'Annex ', first: 4 }])]);
    await choose('report.md', report);
    const panel = page.getByRole('complementary', { name: 'The chosen one in full' });
    await expect.element(panel.getByText('p. Annex iv', { exact: false })).toBeVisible();
  });

  test('a second source that has the words is opened beside the first, each at its place', async () => {
    const other: SourceId = randomId();
    vault.record([importedAct(other)]);
    await choose('report.md', report);
    await userEvent.click(page.getByRole('button', { name: /^All quotes/ }));
    await userEvent.click(page.getByRole('list', { name: 'Found' }).getByRole('button').first());
    const panel = page.getByRole('complementary', { name: 'The chosen one in full' });
    await userEvent.click(panel.getByRole('button', { name: 'Open beside' }));
    const place = { start: expect.any(Number) as number, end: expect.any(Number) as number };
    const went = world?.went.at(-1);
    expect(went).toMatchObject({ screen: 'reader', at: place, besideAt: place });
    if (went?.screen !== 'reader') throw new Error('it went to the reader');
    expect([went.source, went.beside].toSorted()).toEqual([source, other].toSorted());
  });

  test('is gone through with the arrow keys', async () => {
    await choose('report.md', report);
    await userEvent.click(page.getByRole('button', { name: /^All quotes/ }));
    const buttons = page.getByRole('list', { name: 'Found' }).getByRole('button');
    await userEvent.click(buttons.first());
    await userEvent.keyboard('{ArrowDown}');
    await expect.element(buttons.nth(1)).toHaveFocus();
    await expect.element(buttons.nth(1)).toHaveAttribute('aria-current', 'true');
    await userEvent.keyboard('{Home}');
    await expect.element(buttons.first()).toHaveFocus();
  });

  test('names a day of access that never was', async () => {
    await choose('report.md', report);
    await userEvent.click(page.getByRole('button', { name: /^Complaints/ }));
    await expect.element(page.getByText(/“31 February 2026” is no day/).first()).toBeVisible();
  });

  test('has nothing serious against it in axe, chosen or not', async () => {
    const rules = { resultTypes: ['violations'] as 'violations'[] };
    const before = await axe.run(document.body, rules);
    await choose('report.md', report);
    await expect.element(page.getByRole('list', { name: 'Found' })).toBeVisible();
    const after = await axe.run(document.body, rules);
    const serious = [...before.violations, ...after.violations]
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
    expect(serious).toEqual([]);
  });
});

test('what is no report is refused with what to do', async () => {
  await choose('archive.docx', Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9]));
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(page.getByText('This file could not be read as a report.')).toBeVisible();
});
