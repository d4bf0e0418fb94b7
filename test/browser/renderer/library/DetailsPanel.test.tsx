import { afterEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { sourceId } from '../../../support/library.ts';
import {
  button,
  details,
  lastAct,
  openDetails,
  openLibrary,
  titles,
} from '../../../support/library-screen.tsx';
import { putAway } from '../../../support/showing.tsx';

afterEach(putAway);

test('a detail is saved when it is left, once, and only if it changed', async () => {
  const vault = openLibrary([1, 'em.pdf']);
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
  const vault = openLibrary([1, 'em.pdf']);
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
  const vault = openLibrary([1, 'em.pdf']);
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
  openLibrary([1, 'a.pdf'], [2, 'b.pdf']);
  await expect.element(button('a.pdf')).toBeVisible();
  const [first = '', second = ''] = titles();
  await openDetails(first);
  await expect.element(details().getByRole('heading', { name: first })).toBeVisible();
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await expect.element(details().getByRole('heading', { name: second })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(details()).not.toBeInTheDocument();
});

test('what import read off a document is confirmed by a key, or all at once', async () => {
  const vault = openLibrary([
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
  const vault = openLibrary(
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
