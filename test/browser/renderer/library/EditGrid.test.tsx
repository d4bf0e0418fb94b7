import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { sourceId } from '../../../support/library.ts';
import { button, focusTitle, many, openLibrary, sheet } from '../../../support/library-screen.tsx';
import { putAway } from '../../../support/showing.tsx';

afterEach(putAway);

test('what is written to many sources is one act, and leaves those alone that have it', async () => {
  const vault = openLibrary(
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

test('in the sheet of details Enter goes down, Ctrl+D takes what is above, and a paste fills a block', async () => {
  const vault = openLibrary([3, 'c.pdf'], [2, 'b.pdf'], [1, 'a.pdf']); // shown the other way round
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

test('axe finds nothing wrong with many sources chosen, nor with the sheet of details', async () => {
  openLibrary([1, 'a.pdf', { proposed: { title: 'guess' } }], [2, 'b.pdf']);
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
