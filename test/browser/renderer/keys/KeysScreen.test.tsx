import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { KeysScreen } from '../../../../renderer/keys/KeysScreen.tsx';
import type { KeysView } from '../../../../renderer/vault/calls/keys.ts';
import type { Person } from '../../../../shared/evidence/person.ts';
import type { PersonId } from '../../../../shared/evidence/ids.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { MemoryVault, testPerson } from '../../../support/memory-vault.ts';
import { TypedSecrets } from '../../../support/secrets.ts';
import { putAway, showWith } from '../../../support/showing.tsx';

const second: Person = {
  id: 'bb000000000000000000000000000000' as PersonId,
  name: 'B. Oyelaran',
  colour: '#8e3b73',
};
const [slotA, slotB, slotR] = ['a', 'b', 'c'].map((digit) => digit.repeat(32));
const recoveryKey = 'K7QX-3MZP-9WTD-F4HB';
const at = Date.UTC(2026, 10, 22, 10);

const keyOf = (slot = '', label: string, openedThis = false) => ({
  ...{ slot, label, openedThis },
  addedAt: at,
});
const two: KeysView = {
  people: [
    { person: testPerson, isYou: true, keys: [keyOf(slotA, 'Passphrase', true)] },
    { person: second, isYou: false, keys: [keyOf(slotB, 'At the office')] },
  ],
  recovery: [keyOf(slotR, 'Recovery key')],
  unknown: [],
  renewalBegun: false,
};

function start(view: KeysView = two) {
  const secrets = new TypedSecrets();
  const asked: unknown[] = [];
  const waiting = { ms: 0 };
  const renewal: { end: (answer: Result<null>) => void } = { end: () => undefined };
  const proven = (request: object) => {
    asked.push({ ...request, current: secrets.text('current'), next: secrets.text('passphrase') });
    return secrets.text('current').startsWith('right') ? ok(null) : fail('secret-wrong');
  };
  const vault: MemoryVault = new MemoryVault({
    'keys:read': () => ok(view),
    'attempts:read': () => ok({ waitMs: waiting.ms }),
    'secret:edit': secrets.edit,
    'secret:clear': secrets.clear,
    'secret:offer': secrets.offer,
    'keys:add': proven,
    'keys:remove': proven,
    'passphrase:change': proven,
    'recovery:check': () =>
      secrets.text('recovery') === recoveryKey ? ok(null) : fail('secret-wrong'),
    'recovery:replace': (request) => {
      const answer = proven(request);
      return answer.ok ? ok({ recoveryKey }) : answer;
    },
    'recovery:confirm': () => {
      asked.push('confirmed');
      return secrets.text('recovery') === recoveryKey ? ok(null) : fail('recovery-unproven');
    },
    'renewal:prepare': () => {
      const answer = proven({ renewal: true });
      return answer.ok ? ok({ recoveryKey: view.renewalBegun ? null : recoveryKey }) : answer;
    },
    'renewal:run': async () => {
      if (!view.renewalBegun && secrets.text('recovery') !== recoveryKey) {
        return fail('recovery-unproven');
      }
      vault.tell({ kind: 'renewing', stage: 'sealing', done: 3, total: 12 });
      return new Promise((answer) => (renewal.end = answer));
    },
    'renewal:stop': () => {
      asked.push('stopped');
      renewal.end(fail('cancelled'));
      return ok(null);
    },
    'renewal:drop': () => {
      asked.push('dropped');
      return ok(null);
    },
    'locker:close': () => {
      asked.push('closed');
      return ok(null);
    },
  });
  showWith(vault, <KeysScreen />);
  return { vault, asked, secrets, waiting, renewal };
}

const button = (name: string, exact = false) => page.getByRole('button', { name, exact });
const long = 'nine grey herons wait';

async function type(label: string, text: string): Promise<void> {
  await page.getByRole('textbox', { name: label, exact: true }).click();
  await userEvent.keyboard(text);
}

afterEach(putAway);

test('lists people with their passphrases, and the recovery key', async () => {
  start();
  await expect.element(page.getByRole('heading', { name: 'B. Oyelaran' })).toBeVisible();
  await expect.element(page.getByText('At the office')).toBeVisible();
  await expect.element(page.getByText('opened this session')).toBeVisible();
  await expect.element(button('Change your passphrase')).toBeVisible();
});

test('adds a person: named by whoever is inside, a passphrase of their own, after a proof', async () => {
  const { asked } = start();
  await button('Add a person…').click();
  await page.getByLabelText('Their name or a pseudonym').fill(' C. Adeyemi ');
  await type('Your passphrase now', 'right one');
  await type('New passphrase', long);
  await expect.element(button('Add the person')).toBeDisabled();
  await type('The same again', long);
  await button('Add the person').click();
  await expect.element(page.getByText('C. Adeyemi can open the locker now.')).toBeVisible();
  expect(asked).toEqual([
    {
      person: { id: null, name: 'C. Adeyemi', colour: '#2f5d9e' },
      ...{ label: 'Passphrase', proof: 'passphrase', current: 'right one', next: long },
    },
  ]);
});

test('takes a passphrase away after a proof, and says what it still opens', async () => {
  const { asked } = start();
  await button('Take away At the office of B. Oyelaran').click();
  await expect.element(page.getByText(/still opens every copy and backup/)).toBeVisible();
  await expect.element(button('Take it away')).toBeDisabled();
  await type('Your passphrase now', 'wrong{Enter}');
  await expect.element(page.getByText(/does not open the locker/)).toBeVisible();
  await button('Use the recovery key instead').click();
  await type('The recovery key', 'right key{Enter}');
  await expect.element(page.getByText('It no longer opens this locker.')).toBeVisible();
  expect(asked.at(-1)).toEqual({ slot: slotB, proof: 'recovery', current: 'right key', next: '' });
});

test('the last passphrase cannot be chosen for taking away', async () => {
  const [first] = two.people;
  start({ ...two, people: first === undefined ? [] : [first] });
  await expect.element(button('Take away Passphrase of R. Ito')).toBeDisabled();
});

test('renames a person and a passphrase by acts that can be undone', async () => {
  const { vault } = start();
  await button('Name and colour of B. Oyelaran').click();
  await page.getByLabelText('Their name or a pseudonym').fill('Bola');
  await button('Save').click();
  await button('Rename At the office of B. Oyelaran').click();
  await page.getByLabelText('Called').fill('Laptop');
  await button('Save').click();
  await expect
    .poll(() => vault.acts.slice(1))
    .toEqual([
      {
        subject: 'library',
        kind: 'person-named',
        payload: { person: { ...second, name: 'Bola' } },
      },
      { subject: 'library', kind: 'slot-named', payload: { slot: slotB, label: 'Laptop' } },
    ]);
});

test('checks a recovery key', async () => {
  start();
  await button('Check a recovery key…').click();
  await type('Recovery key', 'K7QX{Enter}');
  await expect.element(page.getByText(/does not open the locker/)).toBeVisible();
  await type('Recovery key', `${recoveryKey}{Enter}`);
  await expect.element(page.getByText('This key opens the locker.')).toBeVisible();
});

test('replaces the recovery key: shown, typed back, and only then it counts', async () => {
  const { asked } = start();
  await button('Replace…').click();
  await type('Your passphrase now', 'right one{Enter}');
  await expect.element(page.getByText('K7QX')).toBeVisible();
  await button('I have kept it').click();
  expect(asked).toHaveLength(1);
  await type('Recovery key', 'K7QX{Enter}');
  await expect.element(page.getByText(/not the recovery key shown/)).toBeVisible();
  await userEvent.keyboard('-3MZP-9WTD-F4HB{Enter}');
  await expect.element(page.getByText(/The new recovery key counts/)).toBeVisible();
});

test('waits after wrong tries, and says for how long', async () => {
  const { waiting, asked } = start();
  await button('Change your passphrase').click();
  await type('New passphrase', long);
  await type('The same again', long);
  waiting.ms = 7_400;
  await type('Your passphrase now', 'wrong{Enter}');
  await expect.element(page.getByText('Next try in 8 seconds.')).toBeVisible();
  await type('New passphrase', long);
  await type('The same again', long);
  await type('Your passphrase now', 'right one{Enter}');
  await expect.element(button('Change', true)).toBeDisabled();
  expect(asked).toHaveLength(1);
  waiting.ms = 0;
  await expect.element(page.getByText(/Next try in/)).not.toBeInTheDocument();
});

test('renews all keys: says what that means, shows the new recovery key, tells how far it is, ends with the lock', async () => {
  const { asked, renewal } = start();
  await button('Renew all keys…').click();
  await expect.element(page.getByText(/added again, .* B\. Oyelaran\.$/)).toBeVisible();
  await expect.element(page.getByText(/Use the recovery key instead/)).not.toBeInTheDocument();
  await expectAccessible();
  await type('Your passphrase now', 'right one{Enter}');
  await button('I have kept it').click();
  await type('Recovery key', 'K7QX{Enter}');
  await expect.element(page.getByText(/not the recovery key shown/)).toBeVisible();
  await userEvent.keyboard('-3MZP-9WTD-F4HB{Enter}');
  await expect.element(page.getByText(/3 of 12 files/)).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('progressbar')).toBeVisible();
  await expectAccessible();
  renewal.end(ok(null));
  await expect.element(page.getByText(/sealed under new keys/)).toBeVisible();
  await button('To the lock screen').click();
  await expect.poll(() => asked.at(-1)).toBe('closed');
});

test('a renewal is stopped', async () => {
  const { asked } = start();
  await button('Renew all keys…').click();
  await type('Your passphrase now', 'right one{Enter}');
  await button('I have kept it').click();
  await type('Recovery key', `${recoveryKey}{Enter}`);
  await button('Stop').click();
  await expect.element(page.getByText(/The old keys count as before/)).toBeVisible();
  expect(asked).toContain('stopped');
});

test('a renewal that waits goes on without another recovery key, or is deleted', async () => {
  const { asked } = start({ ...two, renewalBegun: true });
  await button('Delete what was prepared').click();
  await expect.poll(() => asked).toContain('dropped');
  await button('Go on renewing…').click();
  await type('Your passphrase now', 'right one{Enter}');
  await expect.element(page.getByText(/3 of 12 files/)).toBeVisible();
});

test('taking a passphrase away offers new keys', async () => {
  start();
  await button('Take away At the office of B. Oyelaran').click();
  await page.getByRole('checkbox', { name: /Renew all keys afterwards/ }).click();
  await type('Your passphrase now', 'right one{Enter}');
  await expect.element(page.getByRole('heading', { name: 'Renew all keys' })).toBeVisible();
});

async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);
}
