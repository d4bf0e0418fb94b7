import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LockScreen } from '../../../../renderer/lock/LockScreen.tsx';
import type { ErrorCode } from '../../../../shared/errors.ts';
import type { LockersView } from '../../../../shared/ipc.ts';
import { ok } from '../../../../shared/result.ts';
import { MemoryVault } from '../../../support/memory-vault.ts';
import { putAway, recordBridge, showWith, type RecordedBridge } from '../../../support/showing.tsx';

const [orchard, mill] = ['a'.repeat(32), 'b'.repeat(32)];
const known: LockersView = {
  name: 'River.locker',
  isStandard: false,
  keepsRecent: true,
  recent: [
    { id: orchard, name: 'Orchard.locker', folder: '/media/stick/Orchard.locker' },
    {
      id: mill,
      name: 'Mill.locker',
      folder: '/home/someone/Documents/a long way down/Mill.locker',
    },
  ],
};

function start(lockers?: LockersView, problem?: ErrorCode): RecordedBridge {
  const bridge = recordBridge({
    ...(lockers && { 'lockers:read': lockers }),
    ...{ 'lockers:open': null, 'lockers:forget': null },
  });
  const vault = new MemoryVault({ 'attempts:read': () => ok({ waitMs: 0 }) });
  const nothing = () => undefined;
  showWith(
    vault,
    <LockScreen info={undefined} problem={problem} onRetry={nothing} onOpen={nothing} />,
    bridge,
  );
  return bridge;
}

const button = (name: string) => page.getByRole('button', { name, exact: true });
const asked = (bridge: RecordedBridge, room: string) =>
  bridge.asked.filter(({ channel }) => channel.startsWith(room) && channel !== 'lockers:read');

async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document);
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((n) => n.html) }))).toEqual([]);
}

afterEach(putAway);

test('the lock screen leads to another locker, and names none that nobody wanted named', async () => {
  const bridge = start();
  await button('Open another locker…').click();
  await button('Create another locker…').click();
  expect(asked(bridge, 'lockers:')).toEqual([
    { channel: 'lockers:choose', request: { purpose: 'open' } },
    { channel: 'lockers:choose', request: { purpose: 'create' } },
  ]);
  await expect.element(page.getByRole('list')).not.toBeInTheDocument();
  await expect.element(page.getByText('Notes.locker')).not.toBeInTheDocument();
});

test('a wanted list opens and forgets by keyboard alone', async () => {
  const bridge = start(known);
  await expect.element(page.getByText('River.locker')).toBeVisible();
  const list = page.getByRole('list', { name: 'Opened before on this computer' });
  await expect.element(list.getByText('/media/stick/Orchard.locker')).toBeVisible();
  button('Forget Mill.locker').element().focus();
  await userEvent.keyboard('{Enter}');
  list
    .getByRole('button', { name: /^Orchard/ })
    .element()
    .focus();
  await userEvent.keyboard('{Enter}');
  await expect
    .poll(() => asked(bridge, 'lockers:'))
    .toEqual([
      { channel: 'lockers:forget', request: { id: mill } },
      { channel: 'lockers:open', request: { id: orchard } },
    ]);
});

test('one that was moved can be found, tried again, or left for another', async () => {
  const bridge = start({ ...known, recent: [] }, 'locker-moved');
  await expect.element(page.getByText('The locker is not where it was.')).toBeVisible();
  await button('Find it…').click();
  expect(asked(bridge, 'lockers:')).toEqual([
    { channel: 'lockers:choose', request: { purpose: 'open' } },
  ]);
  await expect.element(page.getByRole('alert').getByText(/inside the program/)).toBeVisible();
  await expect.element(button('Try again')).toBeVisible();
  await expect.element(button('Create another locker…')).toBeVisible();
});

for (const theme of ['light', 'dark']) {
  for (const problem of [undefined, 'locker-moved'] as const) {
    test(`is clean for axe: ${theme}, ${problem ?? 'a list'}`, async () => {
      document.documentElement.dataset['theme'] = theme;
      start(known, problem);
      await expect.element(page.getByText('Orchard.locker', { exact: true })).toBeVisible();
      await expectAccessible();
      delete document.documentElement.dataset['theme'];
    });
  }
}
