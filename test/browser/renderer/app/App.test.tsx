import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { keepUnsaved, unsavedText } from '../../../../renderer/annotate/unsaved-texts.ts';
import { App } from '../../../../renderer/app/App.tsx';
import type { LockerState } from '../../../../renderer/vault/calls/opening.ts';
import type { VaultCall } from '../../../../renderer/vault/contract.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { importedAct } from '../../../support/library.ts';
import { MemoryVault, testPerson } from '../../../support/memory-vault.ts';
import { putAway, recordBridge, show } from '../../../support/showing.tsx';

function start(state: LockerState = { kind: 'open', person: testPerson }) {
  const calls: VaultCall[] = [];
  const vault = new MemoryVault({
    'locker:look': () => ok(state),
    'locker:unlock': () =>
      ok({
        person: testPerson,
        unclosed: [{ device: 'a', lastAt: Date.now() }],
        alarms: [],
        notArrived: 0,
        rebuilt: false,
      }),
    'locker:close': () => {
      calls.push('locker:close');
      return ok(null);
    },
    'secret:edit': ({ insert }) => ok({ length: insert.length }),
    undo: () => ok({ kind: 'noted', subject: 'x' }),
    redo: () => fail('nothing-to-undo'),
  });
  vault.record([importedAct(1, 'em.pdf')]);
  const bridge = recordBridge();
  show(<App vault={vault} bridge={bridge} startExtractor={() => Promise.reject(new Error())} />);
  return { vault, bridge, calls };
}

const heading = (name: string) => page.getByRole('heading', { name, level: 1 });
const button = (name: string | RegExp) => page.getByRole('button', { name });

beforeEach(() => {
  localStorage.clear();
});
afterEach(putAway);

test('an absent locker is offered to be created, a closed one to be unlocked', async () => {
  start({ kind: 'absent' });
  await expect.element(page.getByText(/^Create a locker\./)).toBeVisible();
  start({ kind: 'closed' });
  await expect.element(page.getByText('The locker is locked.')).toBeVisible();
});

test('after unlocking it tells of a session that was not closed, until that is put away', async () => {
  start({ kind: 'closed' });
  await page.getByLabelText('Passphrase').click();
  await userEvent.keyboard('x{Enter}');
  await expect.element(page.getByText(/ended without closing; everything up to/)).toBeVisible();
  await button('Put away').click();
  await expect.element(page.getByText(/ended without closing/)).not.toBeInTheDocument();
});

test('Ctrl+L saves what is being typed, closes the locker and has the page ended', async () => {
  const { vault, bridge, calls } = start();
  await page.getByText('text ready').click();
  await page.getByLabelText('Title').fill('Half typed');
  await userEvent.keyboard('{Control>}l{/Control}');
  await expect.element(page.getByText('The locker is locked.')).toBeVisible();
  expect(vault.acts.at(-1)).toMatchObject({ payload: { details: { title: 'Half typed' } } });
  expect(calls).toEqual(['locker:close']);
  expect(bridge.asked.map(({ channel }) => channel)).toContain('window:lock');
});

test('what could not be saved is tried again before the locker closes', async () => {
  const { bridge, calls } = start();
  await expect.element(page.getByText('text ready')).toBeVisible();
  const tried: [string, number][] = [];
  for (const [text, isRoom] of [
    ['ask the office', true],
    ['ask again', false],
  ] as const) {
    keepUnsaved(text, text, async (written) => {
      await Promise.resolve();
      tried.push([written, calls.length]);
      return isRoom;
    });
  }
  await userEvent.keyboard('{Control>}l{/Control}');
  await vi.waitFor(() => {
    expect(bridge.asked.map(({ channel }) => channel)).toContain('window:lock');
  });
  expect(tried).toEqual([
    ['ask the office', 0],
    ['ask again', 0],
  ]);
  expect(calls).toEqual(['locker:close']);
  expect(unsavedText('ask the office')).toBeUndefined();
  expect(unsavedText('ask again')).toBe('ask again');
});

test('says when something was saved, and what undo took back', async () => {
  start();
  await page.getByText('text ready').click();
  await page.getByLabelText('Publisher').fill('Northern Union');
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByText(/^saved \d/)).toBeVisible();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('{Control>}z{/Control}');
  await expect.element(page.getByText('Undone: writing a note.')).toBeVisible();
  await userEvent.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await expect.element(page.getByText('There is nothing to redo.')).toBeVisible();
});

test('undo in a text field is the field’s own', async () => {
  start();
  await page.getByLabelText('Filter by words').fill('abc');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(page.getByText(/^Undone/).elements()).toHaveLength(0);
});

test('Alt+Left and Alt+Right walk the screens that were shown', async () => {
  start();
  await button('Settings').click();
  await expect.element(heading('Settings')).toBeVisible();
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  await expect.element(heading('Library')).toBeVisible();
  await userEvent.keyboard('{Alt>}{ArrowRight}{/Alt}');
  await expect.element(heading('Settings')).toBeVisible();
});

test('tells main how long to wait before locking, again when that is changed', async () => {
  const { bridge } = start();
  await button('Settings').click();
  await page.getByLabelText('Lock by itself').selectOptions('after 15 minutes without a touch');
  await vi.waitFor(() => {
    const asked = bridge.asked.filter(({ channel }) => channel === 'settings:auto-lock');
    expect(asked.map(({ request }) => request)).toEqual([{ minutes: 5 }, { minutes: 15 }]);
  });
  await expect.element(page.getByText('locks after 15 min idle')).toBeVisible();
});

test('how it locks is a setting of the locker: what the profile says of it counts for nothing', async () => {
  localStorage.setItem(
    'preferences',
    JSON.stringify({ autoLockMinutes: 0, quitWhenLocking: false, singleKeys: false }),
  );
  const { vault, bridge } = start();
  vault.record([
    {
      subject: 'library',
      kind: 'settings-changed',
      payload: { settings: { autoLockMinutes: 1, quitWhenLocking: true } },
    },
  ]);
  await expect.element(page.getByText('locks after 1 min idle')).toBeVisible();
  const last = (channel: string) =>
    bridge.asked.findLast((each) => each.channel === channel)?.request;
  await vi.waitFor(() => {
    expect(last('settings:auto-lock')).toEqual({ minutes: 1 });
    expect(last('settings:quit-when-locking')).toEqual({ on: true });
  });
});

test('light and dark can be chosen against the system and are remembered', async () => {
  start();
  await button('Settings').click();
  await page.getByLabelText('Light or dark').selectOptions('dark');
  await vi.waitFor(() => {
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
  delete document.documentElement.dataset['theme'];
  start();
  await vi.waitFor(() => {
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});

test('the interface runs from right to left where that is chosen, and is remembered', async () => {
  start();
  await button('Settings').click();
  await page.getByLabelText('Direction of the interface').selectOptions('right to left');
  await vi.waitFor(() => {
    expect(document.documentElement.dir).toBe('rtl');
  });
  document.documentElement.dir = '';
  start();
  await vi.waitFor(() => {
    expect(document.documentElement.dir).toBe('rtl');
  });
});

test('a new name is saved when it is left', async () => {
  const { vault } = start();
  await button('Settings').click();
  await page.getByLabelText('Your name or a pseudonym').fill('Kestrel');
  await page.getByLabelText('Light or dark').click();
  await vi.waitFor(() => {
    expect(vault.acts.at(-1)).toMatchObject({
      kind: 'person-named',
      payload: { person: { id: testPerson.id, name: 'Kestrel' } },
    });
  });
});
