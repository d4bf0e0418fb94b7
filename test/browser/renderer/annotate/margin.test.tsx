import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page as testPage, userEvent } from 'vitest/browser';
import { saveUnsaved } from '../../../../renderer/annotate/unsaved-texts.ts';
import { fail } from '../../../../shared/result.ts';
import type { VaultCall, VaultRequest } from '../../../../renderer/vault/contract.ts';
import { openReading, type ReadingWorld } from '../../../support/reading.tsx';

const text = 'The inspectors came twice. They were shown an empty house.\n\nNobody asked.';

let world: ReadingWorld | undefined;

beforeEach(async () => {
  await testPage.viewport(1280, 800);
});

afterEach(() => {
  world?.close();
});

async function open(answers?: Parameters<typeof openReading>[2]): Promise<ReadingWorld> {
  const bytes = new TextEncoder().encode(text);
  const opened = await openReading(
    { title: 'Visits', format: 'plain', bytes },
    ({ mark, work }) => {
      mark(work.text.indexOf('Nobody'), work.text.length, 'law');
      mark(0, 'The inspectors came twice.'.length, 'figure');
    },
    answers,
  );
  world = opened;
  await vi.waitFor(() => {
    expect(quotes(opened)).toHaveLength(2);
  });
  return opened;
}

test('marks are listed in the order of the document, not in that of marking', async () => {
  const { host } = await open();
  expect(quotes({ host })).toEqual(['The inspectors came twice.', 'Nobody asked.']);
});

test('a mark with a note: the field is open, and what is typed is kept after a pause', async () => {
  const { vault } = await open();
  await userEvent.keyboard('.a');
  await userEvent.keyboard('ask the office');
  await vi.waitFor(() => {
    expect(vault.acts.at(-1)).toMatchObject({
      kind: 'noted',
      payload: { text: 'ask the office' },
    });
  }, 5000);
});

test('a new tag is made and given in one act', async () => {
  const { vault } = await open();
  const ask = vi.spyOn(vault, 'ask');
  await userEvent.keyboard('.t');
  await userEvent.keyboard('shelters{Enter}');
  await vi.waitFor(() => {
    const acts = ask.mock.calls.flatMap(([call, request]) => (call === 'act' ? [request] : []));
    expect(acts.at(-1)).toMatchObject([
      { kind: 'tag-made', payload: { tag: { name: 'shelters' } } },
      { kind: 'tagged' },
    ]);
  });
});

test('choosing a card shows what can be done with it; deleting takes it off the list', async () => {
  const { host } = await open();
  await testPage.getByText('Nobody asked.').last().click();
  await testPage.getByRole('button', { name: 'Delete this mark' }).click();
  await vi.waitFor(() => {
    expect(quotes({ host })).toEqual(['The inspectors came twice.']);
  });
});

test('changing the colour of a mark is one act', async () => {
  const { vault } = await open();
  await testPage.getByText('Nobody asked.').last().click();
  await testPage.getByRole('button', { name: 'Change colour' }).click();
  await testPage.getByRole('button', { name: 'translate' }).click();
  await vi.waitFor(() => {
    expect(vault.acts.at(-1)).toMatchObject({
      kind: 'mark-coloured',
      payload: { colour: 'translate' },
    });
  });
});

test('a filter shows some marks and says how many there are', async () => {
  const { host } = await open();
  await testPage.getByRole('button', { name: 'law' }).click();
  await vi.waitFor(() => {
    expect(quotes({ host })).toEqual(['Nobody asked.']);
  });
  await expect.element(testPage.getByRole('heading', { name: '1 of 2 marks' })).toBeVisible();
});

test('a click on a painted mark chooses its card', async () => {
  const { host } = await open();
  const run = [...host.querySelectorAll('[data-at]')].find((element) =>
    element.textContent.includes('Nobody'),
  );
  await userEvent.click(run ?? host, { position: { x: 20, y: 10 } });
  await vi.waitFor(() => {
    expect(host.querySelector('[aria-current="true"]')?.textContent).toContain('Nobody asked.');
  });
});

test('a mark that could not be saved is taken back, and that is said', async () => {
  const { host } = await open({ act: () => Promise.resolve(fail('disk-full')) });
  await userEvent.keyboard('..2');
  await expect.element(testPage.getByText(/^The disk is full/)).toBeVisible();
  expect(quotes({ host })).toHaveLength(2);
});

test('a note that could not be saved stays in its field, and is saved when there is room again', async () => {
  const { vault } = await open();
  const disk = diskOf(vault);
  await userEvent.keyboard('.a');
  const field = testPage.getByRole('textbox', { name: 'Note' });
  await expect.element(field).toBeVisible();

  disk.isFull = true;
  await userEvent.keyboard('ask the office{Escape}');
  await expect.element(testPage.getByText(/^The disk is full/)).toBeVisible();
  await expect.element(field).toHaveValue('ask the office');

  disk.isFull = false;
  await field.click();
  await userEvent.keyboard('{Escape}');
  await expect.element(field).not.toBeInTheDocument();
  expect(vault.acts.at(-1)).toMatchObject({ kind: 'noted', payload: { text: 'ask the office' } });
});

test('a note that could not be saved is kept on its card when another mark is chosen, and is saved from there', async () => {
  const { vault } = await open();
  const disk = diskOf(vault);
  await testPage.getByText('Nobody asked.').last().click();
  await userEvent.keyboard('a');
  const field = testPage.getByRole('textbox', { name: 'Note' });
  await expect.element(field).toBeVisible();
  disk.isFull = true;
  await userEvent.keyboard('ask the office');
  await testPage.getByText('The inspectors came twice.').last().click();
  await expect.element(field).not.toBeInTheDocument();
  const kept = testPage.getByRole('button', { name: 'Not saved ask the office' });
  await expect.element(kept).toBeVisible();
  // Tried twice, said once.
  await expect.poll(() => testPage.getByText(/^The disk is full/).all()).toHaveLength(1);
  expect(vault.acts.filter(({ kind }) => kind === 'noted')).toEqual([]);

  disk.isFull = false;
  await kept.click();
  await expect.element(field).toHaveValue('ask the office');
  await userEvent.keyboard('{Escape}');
  await expect.element(field).not.toBeInTheDocument();
  await expect.element(kept).not.toBeInTheDocument();
  expect(vault.acts.at(-1)).toMatchObject({ kind: 'noted', payload: { text: 'ask the office' } });
});

test('a note that could not be saved is saved when the locker is about to close', async () => {
  const { vault } = await open();
  const disk = diskOf(vault);
  await testPage.getByText('Nobody asked.').last().click();
  await userEvent.keyboard('a');
  await expect.element(testPage.getByRole('textbox', { name: 'Note' })).toBeVisible();
  disk.isFull = true;
  await userEvent.keyboard('ask the office');
  await testPage.getByText('The inspectors came twice.').last().click();
  const kept = testPage.getByRole('button', { name: 'Not saved ask the office' });
  await expect.element(kept).toBeVisible();
  await saveUnsaved();
  await expect.element(kept).toBeVisible();
  disk.isFull = false;
  await saveUnsaved();
  await expect.element(kept).not.toBeInTheDocument();
  expect(vault.acts.at(-1)).toMatchObject({ kind: 'noted', payload: { text: 'ask the office' } });
});

test('a field opened while the note before it is still being saved stays open', async () => {
  const { vault } = await open();
  const ask = vault.ask.bind(vault);
  let release: (() => void) | undefined;
  let isSlow = false;
  vi.spyOn(vault, 'ask').mockImplementation(
    async <C extends VaultCall>(call: C, request: VaultRequest<C>) => {
      if (call === 'act' && isSlow) {
        await new Promise<void>((resolve) => {
          release = resolve;
        });
      }
      return ask(call, request);
    },
  );
  await userEvent.keyboard('.a');
  await expect.element(testPage.getByRole('textbox', { name: 'Note' })).toBeVisible();
  isSlow = true;
  await userEvent.keyboard('ask the office{Escape}t');
  const tag = testPage.getByRole('combobox', { name: 'Tag' });
  await expect.element(tag).toBeVisible();
  release?.();
  await vi.waitFor(() => {
    expect(vault.acts.at(-1)).toMatchObject({ kind: 'noted' });
  });
  await expect.element(testPage.getByText('ask the office')).toBeVisible();
  await expect.element(tag).toBeVisible();
});

test('a mark made before the others are read is there for the next key', async () => {
  world = await openReading(
    { title: 'Visits', format: 'plain', bytes: new TextEncoder().encode(text) },
    () => undefined,
    { 'marks:read': () => new Promise(() => undefined) },
  );
  const { host } = world;
  await expect.element(testPage.getByText('Nobody asked.')).toBeVisible();
  await userEvent.keyboard('.2a');
  expect(quotes({ host })).toEqual(['The inspectors came twice.']);
  await expect.element(testPage.getByRole('textbox', { name: 'Note' })).toHaveFocus();
});

/** What the vault writes to, which can be full. */
function diskOf(vault: ReadingWorld['vault']): { isFull: boolean } {
  const disk = { isFull: false };
  const ask = vault.ask.bind(vault);
  vi.spyOn(vault, 'ask').mockImplementation(
    async <C extends VaultCall>(call: C, request: VaultRequest<C>) =>
      call === 'act' && disk.isFull ? fail('disk-full') : ask(call, request),
  );
  return disk;
}

function quotes({ host }: Pick<ReadingWorld, 'host'>): readonly string[] {
  return [...host.querySelectorAll('[data-mark]')].map((quote) => quote.textContent);
}
