import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { importedAct } from '../../../support/library.ts';
import { fullDetails } from '../../../support/library.ts';
import {
  button,
  details,
  focusTitle,
  lastAct,
  many,
  openLibrary,
  rows,
  titles,
} from '../../../support/library-screen.tsx';
import { putAway } from '../../../support/showing.tsx';

const usual = [414, 896] as const;

afterEach(async () => {
  putAway();
  await page.viewport(...usual);
});

test('an empty library says what to do', async () => {
  openLibrary();
  await expect.element(page.getByRole('heading', { name: 'Nothing here yet' })).toBeVisible();
  await expect.element(button('Add files…')).toBeVisible();
});

test('lists sources with what is missing, and an unreadable one with its reason', async () => {
  openLibrary(
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
  openLibrary([1, 'em.pdf', { details: fullDetails }], [2, 'bare.pdf']);
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
  const vault = openLibrary([1, 'em.pdf'], [2, 'bare.pdf']);
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
  openLibrary([1, 'em.pdf'], [2, 'scan.pdf', { status: 'no-text' }]);
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
  openLibrary(...sources);
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
  openLibrary([1, 'a.pdf'], [2, 'b.pdf']);
  await expect.element(button('a.pdf')).toBeVisible();
  const [first = '', second = ''] = titles();
  focusTitle(first);
  await userEvent.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toBe(second);
  await userEvent.keyboard('{ArrowDown}{ArrowUp}');
  expect(document.activeElement?.textContent).toBe(first);
});

test('adds chosen files, with a result for each', async () => {
  const vault = openLibrary([1, 'em.pdf', { details: fullDetails }]);
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
  openLibrary();
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

const panes = () => document.querySelectorAll('[data-pane]').length;

test('from a row’s menu another is chosen to be read beside it', async () => {
  await page.viewport(1600, 900);
  openLibrary(
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
  openLibrary(
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
