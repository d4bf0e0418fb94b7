import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LockScreen } from '../../../../renderer/lock/LockScreen.tsx';
import type { OpenReport } from '../../../../renderer/vault/calls/opening.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { MemoryVault, testPerson } from '../../../support/memory-vault.ts';
import { putAway, showWith } from '../../../support/showing.tsx';
import { TypedSecrets } from '../../../support/secrets.ts';

const report: OpenReport = {
  person: testPerson,
  unclosed: [],
  alarms: [],
  notArrived: 0,
  rebuilt: false,
};

function start(refusal: ErrorCode = 'secret-wrong', problem?: ErrorCode) {
  const secrets = new TypedSecrets();
  const onOpen = vi.fn();
  const onRetry = vi.fn();
  const vault = new MemoryVault({
    'secret:edit': secrets.edit,
    'secret:clear': secrets.clear,
    'locker:unlock': ({ by }) => (secrets.text(by) === `right ${by}` ? ok(report) : fail(refusal)),
  });
  showWith(
    vault,
    <LockScreen info={undefined} problem={problem} onRetry={onRetry} onOpen={onOpen} />,
  );
  return { secrets, onOpen, onRetry };
}

afterEach(putAway);

test('has the caret in the passphrase at once and unlocks by Enter', async () => {
  const { onOpen } = start();
  await expect.element(page.getByLabelText('Passphrase')).toHaveFocus();
  await userEvent.keyboard('right passphrase{Enter}');
  await vi.waitFor(() => {
    expect(onOpen).toHaveBeenCalledWith(report);
  });
});

test('a wrong passphrase gets one sentence, an empty field and the caret back', async () => {
  const { secrets, onOpen } = start();
  await userEvent.keyboard('wrong{Enter}');
  await expect.element(page.getByText(/does not open the locker/)).toBeVisible();
  const field = page.getByLabelText('Passphrase');
  await expect.element(field).toHaveFocus();
  await expect.element(field).toHaveValue('');
  expect(secrets.text('passphrase')).toBe('');
  await userEvent.keyboard('right passphrase{Enter}');
  await vi.waitFor(() => {
    expect(onOpen).toHaveBeenCalledOnce();
  });
});

test('opens by the recovery key instead, with the same words when it is wrong', async () => {
  const { onOpen } = start();
  await page.getByRole('button', { name: 'Use the recovery key' }).click();
  await userEvent.keyboard('wrong{Enter}');
  await expect.element(page.getByText(/does not open the locker/)).toBeVisible();
  await userEvent.keyboard('right recovery{Enter}');
  await vi.waitFor(() => {
    expect(onOpen).toHaveBeenCalledWith(report);
  });
});

test('a damaged or newer locker is told from a wrong passphrase', async () => {
  start('locker-newer');
  await userEvent.keyboard('whatever{Enter}');
  await expect.element(page.getByRole('alert').getByText(/newer version/)).toBeVisible();
});

test('a folder that cannot be reached says why and can be tried again', async () => {
  const { onRetry } = start('secret-wrong', 'folder-unreadable');
  await expect.element(page.getByRole('alert').getByText(/folder cannot be read/)).toBeVisible();
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(onRetry).toHaveBeenCalledOnce();
});
