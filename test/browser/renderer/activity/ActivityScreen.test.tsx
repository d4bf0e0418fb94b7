import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ActivityScreen } from '../../../../renderer/activity/ActivityScreen.tsx';
import type { SaveFiles } from '../../../../renderer/activity/export-activity.ts';
import type { JournalHealth } from '../../../../renderer/vault/activity.ts';
import type { VaultResponse } from '../../../../renderer/vault/contract.ts';
import { randomId, type MarkId } from '../../../../shared/evidence/ids.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import type { FolderName } from '../../../../shared/locker/folder.ts';
import { ok } from '../../../../shared/result.ts';
import { importedAct, sourceId } from '../../../support/library.ts';
import { MemoryVault, testPerson } from '../../../support/memory-vault.ts';
import { openScreen, type ScreenWorld } from '../../../support/screen-world.tsx';
import { markAct, noteAct } from '../../../support/small-locker.ts';

const noSave: SaveFiles = () => Promise.reject(new Error('nothing is saved here'));
let world: ScreenWorld | undefined;

function start(
  acts: readonly Act[],
  answers: ConstructorParameters<typeof MemoryVault>[0] = {},
  save = noSave,
): MemoryVault {
  const vault = new MemoryVault(answers);
  vault.record(acts);
  world = openScreen(vault, { screen: 'activity' });
  world.show(<ActivityScreen save={save} />);
  return vault;
}

beforeEach(() => page.viewport(1280, 800));
afterEach(() => {
  world?.close();
  world = undefined;
});

const rows = () =>
  page
    .getByRole('listitem')
    .elements()
    .map((row) => row.textContent);
const acts = () => page.getByRole('region', { name: 'Acts' });
const mark: MarkId = randomId();
const few: readonly Act[] = [
  importedAct(1, 'em.pdf'),
  markAct(sourceId(1), 'Police confiscated her papers.', mark),
  noteAct(sourceId(1), mark, 'Compare with page nine.'),
];

test('tells who did what to which thing, the newest first, and leads there', async () => {
  start(few);
  await expect.element(page.getByText(/added a source/)).toBeVisible();
  const told = rows();
  expect(told[0]).toMatch(
    /R\. Ito wrote a note on “Police confiscated her papers\.”.*em\.pdf · Compare with page nine/,
  );
  expect(told[1]).toMatch(/R\. Ito marked “Police confiscated her papers\.”/);
  expect(told[2]).toMatch(/R\. Ito added a source em\.pdf/);
  await page.getByRole('button', { name: 'Show Police confiscated her papers.' }).first().click();
  await page.getByRole('button', { name: 'Show em.pdf' }).click();
  expect(world?.went).toEqual([
    { screen: 'reader', source: sourceId(1), mark },
    { screen: 'library', source: sourceId(1) },
  ]);
});

test('what is gone is still told of, and leads nowhere', async () => {
  start([
    ...few,
    { subject: `source/${sourceId(1)}`, kind: 'source-removed', payload: { source: sourceId(1) } },
  ]);
  await expect.element(page.getByText(/R\. Ito removed em\.pdf/)).toBeVisible();
  expect(page.getByRole('button', { name: /^Show / }).elements()).toEqual([]);
});

test('filters by kind, words and day', async () => {
  start(few);
  await page.getByLabelText('What').selectOptions('marks, notes and quotes');
  await expect.element(page.getByText('2 acts of 4, the newest first')).toBeVisible();
  await page.getByLabelText('Words').fill('PAGE NINE');
  await expect.element(page.getByText('1 act of 4, the newest first')).toBeVisible();
  expect(rows()).toHaveLength(1);
  await page.getByLabelText('From').fill('2040-01-01');
  await expect.element(page.getByText('No act fits.')).toBeVisible();
  await page.getByLabelText('From').fill('');
  await expect.element(page.getByText('1 act of 4, the newest first')).toBeVisible();
});

test('a hundred thousand acts: only those near the window are there, and the oldest can be reached', async () => {
  const vault = new MemoryVault();
  const many = Array.from({ length: 100_000 }, (_, n): Act => {
    const tag = { id: randomId(), name: `tag number ${String(n)}` };
    return { subject: 'library', kind: 'tag-made', payload: { tag } };
  });
  vault.record(many);
  world = openScreen(vault, { screen: 'activity' });
  world.show(<ActivityScreen save={noSave} />);
  await expect.element(page.getByText('tag number 99999')).toBeVisible();
  expect(rows().length).toBeLessThan(80);
  const list = acts().element();
  list.scrollTop = list.scrollHeight / 2;
  await expect.element(page.getByText('tag number 50000')).toBeInTheDocument();
  list.scrollTop = list.scrollHeight;
  await expect.element(page.getByText('tag number 0', { exact: true })).toBeInTheDocument();
  expect(rows().length).toBeLessThan(80);
  expect(page.getByText('tag number 99999').elements()).toEqual([]);
});

test('a broken chain stands on top, with what it means; an unclosed session is named', async () => {
  const health: JournalHealth = {
    firstBreak: {
      why: 'chain',
      device: 'd0',
      beganAt: 1_769_000_000_000,
      soundUntil: 1_769_000_900_000,
    },
    damaged: 3,
    notArrived: 0,
    acts: 4,
    runs: [
      {
        name: 'journal/d0/01.seg' as FolderName,
        device: testPerson.id as never,
        beganAt: 1_769_000_000_000,
        endedAt: 1_769_000_900_000,
        closed: false,
        isUnclosed: true,
        acts: 3,
        people: [testPerson.id],
        soundUntil: 1_769_000_900_000,
      },
    ],
  };
  start(few, { 'activity:health': () => ok(health) });
  const alarm = page.getByRole('alert');
  await expect
    .element(
      alarm.getByText(/does not follow from the one before it, in the session that began on/),
    )
    .toBeVisible();
  await expect.element(alarm.getByText(/3 places are damaged or missing in all/)).toBeVisible();
  await expect.element(page.getByText(/^ended without closing/)).toBeVisible();
});

test('the phrase is taken when asked for, numbered, and copied with its moment', async () => {
  const phrase = 'able abode acid acorn across actor adage adapt adorn aerial';
  start(few, { 'phrase:take': () => ok({ phrase, at: Date.UTC(2026, 5, 12) }) });
  await page.getByRole('button', { name: 'Take the phrase' }).click();
  const words = page.getByRole('list', { name: 'Seal phrase' });
  await expect.element(words).toBeVisible();
  expect(
    words
      .getByRole('listitem')
      .elements()
      .map((word) => word.textContent),
  ).toEqual(phrase.split(' '));
  await page.getByRole('button', { name: 'Copy' }).click();
  await vi.waitFor(() => {
    expect(world?.copied).toEqual([`${phrase} (seal phrase of 2026-06-12T00:00:00.000Z)`]);
  });
});

const findings: readonly (readonly [VaultResponse<'phrase:check'>, RegExp])[] = [
  [
    { finding: { kind: 'here', device: '' as never, at: 0, seq: 1 }, whole: true },
    /stood there on .* unchanged/,
  ],
  [
    { finding: { kind: 'here', device: '' as never, at: 0, seq: 1 }, whole: false },
    /damaged or missing/,
  ],
  [
    { finding: { kind: 'not-here' }, whole: true },
    /it was set back .* or the phrase is another locker’s/,
  ],
  [
    { finding: { kind: 'no-phrase', words: 9, unknown: [] }, whole: true },
    /ten words; these are 9/,
  ],
  [
    { finding: { kind: 'no-phrase', words: 10, unknown: ['qwzx'] }, whole: true },
    /“qwzx” is in no phrase/,
  ],
];
test.each(findings)('says of an earlier phrase: $finding.kind', async (checked, words) => {
  const asked: unknown[] = [];
  start(few, {
    'phrase:check': (request) => {
      asked.push(request);
      return ok(checked);
    },
  });
  await page.getByLabelText('Check an earlier phrase').fill('one two');
  await page.getByRole('button', { name: 'Check', exact: true }).click();
  await expect.element(page.getByText(words)).toBeVisible();
  expect(asked).toEqual([{ typed: 'one two' }]);
});

test('exports what is listed, safe for spreadsheets, and records it', async () => {
  const saved: { name: string; text: string }[] = [];
  const save: SaveFiles = (_name, files) => {
    const read = new TextDecoder('utf-8', { ignoreBOM: true });
    saved.push(...files.map(({ name, bytes }) => ({ name, text: read.decode(bytes) })));
    return Promise.resolve(ok({ folder: 'activity', files: files.map(({ name }) => name) }));
  };
  const vault = start([...few, noteAct(sourceId(1), mark, '=HYPERLINK("x")')], {}, save);
  await page.getByLabelText('What').selectOptions('marks, notes and quotes');
  await expect.element(page.getByText(/^3 acts of 5/)).toBeVisible();
  await userEvent.click(page.getByRole('button', { name: 'Export what is listed…' }));
  await vi.waitFor(() => {
    expect(vault.acts.at(-1)?.kind).toBe('exported');
  });
  const [csv, json] = saved;
  expect(csv?.text.split('\r\n')).toHaveLength(5); // head, three acts, the end
  expect(csv?.text).toContain(`"'=HYPERLINK(""x"")"`);
  expect(csv?.text).not.toMatch(/[",]=HYPERLINK/);
  expect((JSON.parse(json?.text ?? '') as { acts: unknown[] }).acts).toHaveLength(3);
  expect(vault.acts.at(-1)).toMatchObject({
    payload: { marks: 0, files: [{ name: 'activity.csv' }, { name: 'activity.json' }] },
  });
});
