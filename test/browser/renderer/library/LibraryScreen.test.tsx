import axe from 'axe-core';
import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../../../renderer/app/App.tsx';
import type { Extractor } from '../../../../renderer/extract/extract.ts';
import type { ImportedText } from '../../../../renderer/vault/calls/import.ts';
import { ok } from '../../../../shared/result.ts';
import { fullDetails, importedAct, sourceId } from '../../../support/library.ts';
import { MemoryVault, testPerson } from '../../../support/memory-vault.ts';
import { putAway, recordBridge, show } from '../../../support/showing.tsx';

const text: ImportedText = {
  status: 'text',
  format: 'plain',
  extractor: 'plain/1',
  pages: 1,
  words: 120,
  unreadable: 0,
  details: {},
};
const extractor: Extractor = { extract: () => Promise.resolve(text), end: () => undefined };

/** The app, unlocked, over a library of what is given. */
function open(...sources: readonly Parameters<typeof importedAct>[]): MemoryVault {
  let imported = 100;
  const names = new Map<string, string>();
  const vault: MemoryVault = new MemoryVault({
    'locker:look': () => ok({ kind: 'open', person: testPerson }),
    'import:original': ({ name }) => {
      const file = `sealed ${name}`;
      names.set(file, name);
      return ok({ file, duplicateOf: name === 'again.txt' ? sourceId(1) : null });
    },
    'import:finish': ({ file }) => {
      const number = ++imported;
      vault.record([importedAct(number, names.get(file) ?? '')]);
      return ok(sourceId(number));
    },
  });
  vault.record(sources.map((source) => importedAct(...source)));
  show(
    <App vault={vault} bridge={recordBridge()} startExtractor={() => Promise.resolve(extractor)} />,
  );
  return vault;
}

const rows = () => page.getByRole('row').elements().slice(1);
const titles = () => rows().map((row) => row.querySelector('button')?.textContent ?? '');
const button = (name: string | RegExp) => page.getByRole('button', { name });
const details = () => page.getByRole('complementary', { name: 'Details' });
const focusTitle = (name: string) => {
  (button(name).element() as HTMLElement).focus();
};
const openDetails = async (name: string) => {
  await expect.element(button(name)).toBeVisible();
  focusTitle(name);
  await userEvent.keyboard(' ');
};
const lastAct = (vault: MemoryVault) => vault.acts.at(-1);

const usual = [414, 896] as const;

afterEach(async () => {
  putAway();
  await page.viewport(...usual);
});

test('an empty library says what to do', async () => {
  open();
  await expect.element(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await expect.element(button('Add files…')).toBeVisible();
});

test('lists sources with what is missing, and an unreadable one with its reason', async () => {
  open(
    [1, 'em.pdf', { details: fullDetails }],
    [2, 'bare.pdf'],
    [3, 'broken.pdf', { status: 'unreadable', reason: 'damaged' }],
  );
  await expect.element(button('Exploitation Monitor 2025')).toBeVisible();
  await expect.element(page.getByText('damaged')).toBeVisible();
  expect(page.getByText('publisher missing').elements()).toHaveLength(2);
  await button('broken.pdf').click();
  await expect
    .element(details().getByText(/the file is damaged or not complete\. The original is kept/))
    .toBeVisible();
  expect(details().getByRole('button', { name: 'Read' }).elements()).toHaveLength(0);
});

test('filters by words and conditions, and finds back from nothing', async () => {
  open([1, 'em.pdf', { details: fullDetails }], [2, 'bare.pdf']);
  await button(/Needs details 1/).click();
  await vi.waitFor(() => {
    expect(rows()).toHaveLength(1);
  });
  await page.getByLabelText('Filter by words').fill('monitor');
  await expect.element(page.getByText('No source fits the filter')).toBeVisible();
  await button('Show all').click();
  await vi.waitFor(() => {
    expect(rows()).toHaveLength(2);
  });
});

test('removing by key can be taken back from the message', async () => {
  const vault = open([1, 'em.pdf'], [2, 'bare.pdf']);
  await expect.element(button('bare.pdf')).toBeVisible();
  focusTitle('bare.pdf');
  await userEvent.keyboard('{Delete}');
  await expect.element(page.getByText('Removed “bare.pdf”.')).toBeVisible();
  expect(rows()).toHaveLength(1);
  expect(lastAct(vault)?.kind).toBe('source-removed');
  await button('Bring back').click();
  await vi.waitFor(() => {
    expect(rows()).toHaveLength(2);
  });
});

test('a click beside a title opens the details, one on an unreadable title too', async () => {
  open([1, 'em.pdf'], [2, 'scan.pdf', { status: 'no-text' }]);
  await page
    .getByRole('row', { name: /em\.pdf/ })
    .getByText('text ready')
    .click();
  await expect.element(details().getByRole('heading', { name: 'em.pdf' })).toBeVisible();
  await button('scan.pdf').click();
  await expect.element(details().getByRole('heading', { name: 'scan.pdf' })).toBeVisible();
});

test('of a very large library the rows come as they are looked for', async () => {
  const sources = Array.from({ length: 450 }, (_, at): Parameters<typeof importedAct> => [
    at + 1,
    `source ${at + 1}.pdf`,
  ]);
  open(...sources);
  await vi.waitFor(() => {
    expect(rows()).toHaveLength(201); // and the one that stands for more
  });
  rows().at(-1)?.scrollIntoView();
  await vi.waitFor(() => {
    expect(rows()).toHaveLength(401);
  });
  rows().at(-1)?.scrollIntoView();
  await vi.waitFor(() => {
    expect(rows()).toHaveLength(450);
  });
});

test('arrow keys walk the titles', async () => {
  open([1, 'a.pdf'], [2, 'b.pdf']);
  await expect.element(button('a.pdf')).toBeVisible();
  const [first = '', second = ''] = titles();
  focusTitle(first);
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe(second);
  await userEvent.keyboard('{ArrowDown}{ArrowUp}');
  expect(document.activeElement?.textContent).toBe(first);
});

test('a detail is saved when it is left, once, and only if it changed', async () => {
  const vault = open([1, 'em.pdf']);
  await openDetails('em.pdf');
  const before = vault.acts.length;
  const title = details().getByLabelText('Title');
  await title.fill(' Exploitation Monitor ');
  await details().getByLabelText('Publisher').click();
  await vi.waitFor(() => {
    expect(lastAct(vault)).toMatchObject({
      kind: 'source-described',
      payload: { source: sourceId(1), details: { title: 'Exploitation Monitor' } },
    });
  });
  await userEvent.keyboard('{Tab}{Tab}{Tab}');
  expect(vault.acts).toHaveLength(before + 1);
  await expect.element(title).toHaveValue('Exploitation Monitor');
});

test('Enter saves a detail, Esc takes back what was typed', async () => {
  const vault = open([1, 'em.pdf']);
  await openDetails('em.pdf');
  await details().getByLabelText('Publisher').fill('Northern Union');
  await userEvent.keyboard('{Enter}');
  await vi.waitFor(() => {
    expect(lastAct(vault)).toMatchObject({ payload: { details: { publisher: 'Northern Union' } } });
  });
  const before = vault.acts.length;
  await details().getByLabelText('Author').fill('nobody');
  await userEvent.keyboard('{Escape}{Tab}');
  await expect.element(details().getByLabelText('Author')).toHaveValue('');
  expect(vault.acts).toHaveLength(before);
});

test('a date is saved as exactly as it is given, and refused while it is none', async () => {
  const vault = open([1, 'em.pdf']);
  await openDetails('em.pdf');
  const before = vault.acts.length;
  await details().getByLabelText('Day').fill('31');
  await details().getByLabelText('Year').fill('2025');
  await details().getByLabelText('Author').click();
  await expect.element(details().getByText(/This is not a date/)).toBeVisible();
  expect(vault.acts).toHaveLength(before);
  await details().getByLabelText('Day').fill('');
  await details().getByLabelText('Author').click();
  await vi.waitFor(() => {
    expect(lastAct(vault)).toMatchObject({
      payload: { details: { published: { value: '2025', precision: 'year' } } },
    });
  });
});

test('Alt+Down goes to the next source’s details, Esc closes them', async () => {
  open([1, 'a.pdf'], [2, 'b.pdf']);
  await expect.element(button('a.pdf')).toBeVisible();
  const [first = '', second = ''] = titles();
  await openDetails(first);
  await expect.element(details().getByRole('heading', { name: first })).toBeVisible();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.element(details().getByRole('heading', { name: second })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(details()).not.toBeInTheDocument();
});

test('adds chosen files, with a result for each', async () => {
  const vault = open([1, 'em.pdf', { details: fullDetails }]);
  await page
    .getByLabelText('Files to add')
    .upload([new File(['one'], 'new.txt'), new File(['two'], 'again.txt')]);
  await expect.element(page.getByText('1 added · 1 already here')).toBeVisible();
  await expect
    .element(page.getByText('Already in the library as “Exploitation Monitor 2025”.'))
    .toBeVisible();
  await expect.element(button('new.txt')).toBeVisible();
  expect(vault.state.sources.size).toBe(2);
});

test('takes dropped files on any screen, and pasted text as a source', async () => {
  open();
  await button('Settings').click();
  await expect.element(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  const dropped = new DataTransfer();
  dropped.items.add(new File(['one'], 'dropped.txt'));
  const drop = { dataTransfer: dropped, bubbles: true, cancelable: true };
  document.body.dispatchEvent(new DragEvent('dragover', drop));
  await expect.element(page.getByText('Drop to add to the library')).toBeVisible();
  document.body.dispatchEvent(new DragEvent('drop', drop));
  await expect.element(button('dropped.txt')).toBeVisible();

  const pasted = new DataTransfer();
  pasted.setData('text/plain', 'A paragraph from a web page.');
  document.body.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: pasted, bubbles: true }),
  );
  await expect.element(button(/^Pasted text .*\.txt$/)).toBeVisible();
});

const sheet = () => page.getByRole('table', { name: 'Edit the details' });
const many = () => page.getByRole('complementary', { name: 'Details of the chosen sources' });

test('what is written to many sources is one act, and leaves those alone that have it', async () => {
  const vault = open(
    [1, 'a.pdf', { details: { title: 'Alpha', publisher: 'Clinic' } }],
    [2, 'b.pdf', { details: { title: 'Beta' } }],
    [3, 'c.pdf', { details: { title: 'Gamma' } }],
  );
  await expect.element(button('Alpha')).toBeVisible();
  focusTitle('Gamma'); // the newest stands first
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await expect.element(many().getByRole('heading', { name: '3 sources chosen' })).toBeVisible();
  const before = vault.acts.length;
  await many().getByLabelText('Publisher').fill('Clinic');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText('Written to 2 sources.')).toBeVisible();
  expect(vault.acts.slice(before).map(({ subject }) => subject)).toEqual([
    `source/${sourceId(3)}`,
    `source/${sourceId(2)}`,
  ]);
  await userEvent.keyboard('{Escape}');
  await expect.element(many()).not.toBeInTheDocument();
});

const panes = () => document.querySelectorAll('[data-pane]').length;

test('from a row’s menu another is chosen to be read beside it', async () => {
  await page.viewport(1600, 900);
  open(
    [1, 'a.pdf', { details: { title: 'Alpha' } }],
    [2, 'b.pdf', { details: { title: 'Beta' } }],
    [3, 'c.pdf', { status: 'unreadable', reason: 'damaged' }],
  );
  await button('Acts on c.pdf').click();
  await expect.element(page.getByRole('menuitem', { name: 'Read beside another…' })).toBeDisabled();
  await userEvent.keyboard('{Escape}');
  await button('Acts on Alpha').click();
  await page.getByRole('menuitem', { name: 'Read beside another…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Open beside' });
  await expect.element(dialog.getByRole('button', { name: 'Beta' })).toBeVisible();
  await expect.element(dialog.getByRole('button', { name: 'Alpha' })).not.toBeInTheDocument();
  await dialog.getByRole('button', { name: 'Beta' }).click();
  await vi.waitFor(() => {
    expect(panes()).toBe(2);
  });
  await expect.element(dialog).not.toBeInTheDocument();
});

test('two chosen rows are read side by side by button, menu and key; three are not', async () => {
  await page.viewport(1600, 900);
  open(
    [1, 'a.pdf', { details: { title: 'Alpha' } }],
    [2, 'b.pdf', { details: { title: 'Beta' } }],
    [3, 'c.pdf', { details: { title: 'Gamma' } }],
  );
  const beside = page.getByRole('button', { name: 'Read side by side' });
  await expect.element(button('Gamma').first()).toBeVisible();
  focusTitle('Gamma');
  await userEvent.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  await expect.element(many().getByRole('heading', { name: '3 sources chosen' })).toBeVisible();
  await expect.element(beside).not.toBeInTheDocument();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  expect(panes()).toBe(0);
  await page.getByRole('checkbox', { name: 'Choose Alpha' }).click();
  await expect.element(beside).toBeVisible();
  await button('Acts on Beta').click();
  await expect
    .element(page.getByRole('menuitem', { name: 'Read the two side by side' }))
    .toBeVisible();
  // Escape closes the menu and leaves the rows chosen.
  await userEvent.keyboard('{Escape}');
  await expect.element(beside).toBeVisible();
  focusTitle('Gamma');
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() => {
    expect(panes()).toBe(2);
  });
});

test('in the sheet of details Enter goes down, Ctrl+D takes what is above, and a paste fills a block', async () => {
  const vault = open([3, 'c.pdf'], [2, 'b.pdf'], [1, 'a.pdf']); // shown the other way round
  await expect.element(button('a.pdf')).toBeVisible();
  await userEvent.keyboard('{F2}');
  const cell = (row: number, label: string) =>
    sheet()
      .getByRole('row')
      .nth(row)
      .getByRole(label === 'Publisher' ? 'combobox' : 'textbox', {
        name: new RegExp(`^${label}`),
      });
  await cell(1, 'Title').fill('Alpha');
  await userEvent.keyboard('{Enter}');
  await expect.element(cell(2, 'Title')).toHaveFocus();
  await cell(1, 'Publisher').fill('Clinic');
  await userEvent.keyboard('{Enter}{Control>}d{/Control}');
  await expect.element(cell(2, 'Publisher')).toHaveValue('Clinic');
  await cell(3, 'Published').fill('soon');
  await userEvent.keyboard('{Enter}');
  await expect.element(cell(3, 'Published')).toHaveAttribute('aria-invalid', 'true');
  await cell(3, 'Published').fill('June 2007');
  await userEvent.keyboard('{Enter}');

  const before = vault.acts.length;
  const data = new DataTransfer();
  data.setData('text/plain', 'One\tFirst\nTwo\tSecond\n');
  const paste = new ClipboardEvent('paste', {
    clipboardData: data,
    bubbles: true,
    cancelable: true,
  });
  cell(2, 'Title').element().dispatchEvent(paste);
  await expect.element(cell(3, 'Publisher')).toHaveValue('Second');
  expect(vault.acts).toHaveLength(before + 2);
  const details = (number: number) => vault.state.sources.get(sourceId(number))?.details;
  expect(details(1)).toMatchObject({ title: 'Alpha', publisher: 'Clinic' });
  expect(details(2)).toMatchObject({ title: 'One', publisher: 'First' });
  expect(details(3)).toMatchObject({ title: 'Two', published: { value: '2007-06' } });
});

test('what import read off a document is confirmed by a key, or all at once', async () => {
  const vault = open([
    1,
    'a.pdf',
    {
      details: { title: 'Alpha', publisher: 'Clinic', country: 'Haiyun' },
      proposed: { title: 'stated', publisher: 'likely', country: 'guess' },
    },
  ]);
  await openDetails('Alpha');
  await expect.element(details().getByText('3 details were read off the document.')).toBeVisible();
  details().getByLabelText('Title', { exact: true }).element().focus();
  await userEvent.keyboard('{Control>}{Enter}{/Control}');
  await expect.element(details().getByText('2 details were read off the document.')).toBeVisible();
  await details().getByRole('button', { name: 'Confirm Publisher: likely' }).click();
  await expect.element(details().getByText('1 detail was read off the document.')).toBeVisible();
  await details().getByRole('button', { name: 'Confirm all' }).click();
  await expect.element(details().getByText(/read off the document/)).not.toBeInTheDocument();
  expect(vault.state.sources.get(sourceId(1))?.proposed ?? {}).toEqual({});
});

test('a publisher is remembered: named again, it says what kind of source it is', async () => {
  const vault = open(
    [1, 'a.pdf', { details: { title: 'Alpha', publisher: 'Clinic' } }],
    [2, 'b.pdf', { details: { title: 'Beta' } }],
  );
  await openDetails('Alpha');
  await details().getByText('About Clinic').click();
  const about = details().getByRole('group').filter({ hasText: 'Remembered for every source' });
  await about.getByLabelText('Kind of source').selectOptions('NGO');
  await about.getByLabelText('Its disclaimer').fill('Not advice.');
  await userEvent.keyboard('{Enter}');
  await openDetails('Beta');
  await details().getByLabelText('Publisher').fill('CLINIC');
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => vault.state.sources.get(sourceId(2))?.details)
    .toMatchObject({ publisher: 'CLINIC', sourceType: 'ngo', disclaimer: 'Not advice.' });
});

test('axe finds nothing wrong with many sources chosen, nor with the sheet of details', async () => {
  open([1, 'a.pdf', { proposed: { title: 'guess' } }], [2, 'b.pdf']);
  const violations = async () =>
    (await axe.run(document.body)).violations.map(({ id, nodes }) => [
      id,
      nodes.map(({ html }) => html),
    ]);
  await expect.element(button('a.pdf')).toBeVisible();
  await userEvent.keyboard('{Control>}a{/Control}');
  await expect.element(many().getByText('2 sources chosen')).toBeVisible();
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('{Escape}{F2}');
  await expect.element(sheet()).toBeVisible();
  expect(await violations()).toEqual([]);
});
