import { afterEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { KnownLockersSettings } from '../../../../renderer/settings/KnownLockersSettings.tsx';
import { MemoryVault } from '../../../support/memory-vault.ts';
import { putAway, recordBridge, showWith } from '../../../support/showing.tsx';

const standard = { name: 'Notes.locker', isStandard: true, keepsRecent: false, recent: [] };
const box = () => page.getByLabelText('Show the lockers opened before on the lock screen');

afterEach(putAway);

test('the list is off, and says what is remembered without it', async () => {
  showWith(new MemoryVault(), <KnownLockersSettings />);
  await expect.element(box()).not.toBeChecked();
  await expect
    .element(page.getByText(/readable on this computer.*nothing of that kind/))
    .toBeVisible();
});

test('a locker at a chosen place is remembered, and that is said', async () => {
  const bridge = recordBridge({ 'lockers:read': { ...standard, isStandard: false } });
  showWith(new MemoryVault(), <KnownLockersSettings />, bridge);
  await expect
    .element(page.getByText(/only the folder of this locker is remembered/))
    .toBeVisible();
});

test('a wish that could not be kept says so, and the box tells what main knows', async () => {
  const bridge = recordBridge();
  showWith(new MemoryVault(), <KnownLockersSettings />, bridge);
  await box().click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await expect.element(box()).not.toBeChecked();
  expect(bridge.asked).toContainEqual({ channel: 'lockers:keep-recent', request: { on: true } });
});
