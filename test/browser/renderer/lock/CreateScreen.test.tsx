import { afterEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { CreateScreen } from '../../../../renderer/lock/CreateScreen.tsx';
import type { OpenReport } from '../../../../renderer/vault/calls/opening.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { MemoryVault, testPerson } from '../../../support/memory-vault.ts';
import { putAway, showWith } from '../../../support/showing.tsx';
import { TypedSecrets } from '../../../support/secrets.ts';

const recoveryKey = 'K7QX-3MZP-9WTD-F4HB';
const report: OpenReport = {
  person: testPerson,
  unclosed: [],
  alarms: [],
  notArrived: 0,
  rebuilt: false,
};

function start() {
  const secrets = new TypedSecrets();
  const created: unknown[] = [];
  const onOpen = vi.fn();
  const vault = new MemoryVault({
    'secret:edit': secrets.edit,
    'secret:clear': secrets.clear,
    'secret:offer': secrets.offer,
    'locker:create': (request) => {
      created.push({ ...request, passphrase: secrets.text('passphrase') });
      return ok({ recoveryKey });
    },
    'recovery:prove': () =>
      secrets.text('recovery') === recoveryKey ? ok(report) : fail('recovery-unproven'),
  });
  showWith(vault, <CreateScreen info={undefined} onOpen={onOpen} />);
  return { secrets, created, onOpen };
}

const button = (name: string) => page.getByRole('button', { name });
const passphrase = 'nine grey herons wait';

async function nameOneself(): Promise<void> {
  await page.getByLabelText('Your name or a pseudonym').fill(' R. Ito ');
  await page.getByRole('radio', { name: 'plum' }).click({ force: true });
  await button('Go on').click();
}

async function choosePassphrase(): Promise<void> {
  await page.getByLabelText('Passphrase', { exact: true }).click();
  await userEvent.keyboard(passphrase);
  await page.getByLabelText('The same again').click();
  await userEvent.keyboard(passphrase);
}

afterEach(putAway);

test('makes a locker: person, passphrase, recovery key, and the proof that it was kept', async () => {
  const { created, onOpen } = start();
  await expect.element(button('Go on')).toBeDisabled();
  await nameOneself();
  await choosePassphrase();
  await button('Create the locker').click();
  expect(created).toEqual([{ name: 'R. Ito', colour: '#8e3b73', passphrase }]);

  for (const group of recoveryKey.split('-')) {
    await expect.element(page.getByText(group)).toBeVisible();
  }
  await expect.element(page.getByText(/everything in the locker is lost/)).toBeVisible();
  await button('I have kept it').click();

  await expect.element(page.getByText('K7QX')).not.toBeInTheDocument();
  await userEvent.keyboard(recoveryKey);
  await button('Open the locker').click();
  await vi.waitFor(() => {
    expect(onOpen).toHaveBeenCalledWith(report);
  });
});

test('does not go on with a weak passphrase or two different ones', async () => {
  const { created } = start();
  await nameOneself();
  await page.getByLabelText('Passphrase', { exact: true }).click();
  await userEvent.keyboard('short');
  await page.getByLabelText('The same again').click();
  await userEvent.keyboard('short');
  await expect.element(page.getByText('The same.')).toBeVisible();
  await expect.element(button('Create the locker')).toBeDisabled();

  await page.getByLabelText('Passphrase', { exact: true }).click();
  await userEvent.keyboard(' but now long enough');
  await page.getByLabelText('The same again').click();
  await userEvent.keyboard(' but now long enougH');
  await expect.element(page.getByText(/The two passphrases are not the same/)).toBeVisible();
  await userEvent.keyboard('{Enter}');
  expect(created).toEqual([]);
});

test('offered words are in the field already, and the repetition counts against them', async () => {
  const { secrets, created } = start();
  await nameOneself();
  await button('Offer six words').click();
  await expect.element(page.getByText('marble lantern ochre river upright quilt')).toBeVisible();
  const field = page.getByLabelText('Passphrase', { exact: true }).element() as HTMLInputElement;
  expect(field.value).toBe('•'.repeat(secrets.text('passphrase').length));
  await page.getByLabelText('The same again').click();
  await userEvent.keyboard('marble lantern ochre river upright quilt{Enter}');
  await vi.waitFor(() => {
    expect(created).toHaveLength(1);
  });
});

test('a wrong proof says so, keeps what was typed, and lets the key be seen again', async () => {
  const { secrets, onOpen } = start();
  await nameOneself();
  await choosePassphrase();
  await button('Create the locker').click();
  await button('I have kept it').click();
  await userEvent.keyboard('K7QX{Enter}');
  await expect.element(page.getByText(/not the recovery key shown before/)).toBeVisible();
  expect(secrets.text('recovery')).toBe('K7QX');
  await button('Show it again').click();
  await expect.element(page.getByText('K7QX')).toBeVisible();
  expect(onOpen).not.toHaveBeenCalled();
});
