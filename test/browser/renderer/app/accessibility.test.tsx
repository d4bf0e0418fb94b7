import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../../../renderer/app/App.tsx';
import type { KeysView } from '../../../../renderer/vault/calls/keys.ts';
import type { LockerState } from '../../../../renderer/vault/calls/opening.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { fullDetails, importedAct } from '../../../support/library.ts';
import { MemoryVault, testPerson } from '../../../support/memory-vault.ts';
import { putAway, recordBridge, show } from '../../../support/showing.tsx';
import { TypedSecrets } from '../../../support/secrets.ts';

const keyOf = (slot: string, label: string, openedThis: boolean) => ({
  ...{ slot, label, openedThis },
  addedAt: 1_770_000_000_000,
});
const someKeys: KeysView = {
  people: [{ person: testPerson, isYou: true, keys: [keyOf('a', 'Passphrase', true)] }],
  recovery: [keyOf('b', 'Recovery key', false)],
  unknown: [keyOf('c', 'Passphrase', false)],
  renewalBegun: true,
};

function start(state: LockerState = { kind: 'open', person: testPerson }, sources = 3): void {
  const secrets = new TypedSecrets();
  const vault = new MemoryVault({
    'locker:look': () => ok(state),
    'locker:unlock': () => fail('secret-wrong'),
    'keys:read': () => ok(someKeys),
    'attempts:read': () => ok({ waitMs: 0 }),
    'locker:create': () => ok({ recoveryKey: 'K7QX-3MZP-9WTD-F4HB' }),
    search: () => ok({ hits: [], total: 0, tookMs: 1 }),
    'phrase:take': () => ok({ phrase: 'marble lantern ochre river', at: 1_770_000_000_000 }),
    'activity:health': () =>
      ok({
        firstBreak: { why: 'chain', device: 'd0', beganAt: 1, soundUntil: 2 },
        damaged: 2,
        notArrived: 1,
        acts: 4,
        runs: [],
      }),
    'secret:edit': secrets.edit,
    'secret:clear': secrets.clear,
    'secret:offer': secrets.offer,
  });
  const acts = [
    importedAct(1, 'em.pdf', { details: fullDetails }),
    importedAct(2, 'bare.pdf'),
    importedAct(3, 'broken.pdf', { status: 'unreadable', reason: 'damaged' }),
  ];
  vault.record(acts.slice(0, sources));
  show(
    <App
      vault={vault}
      bridge={recordBridge()}
      startExtractor={() => Promise.reject(new Error())}
    />,
  );
}

const button = (name: string) => page.getByRole('button', { name });
const text = (words: string | RegExp) => expect.element(page.getByText(words)).toBeVisible();

const screens: readonly { readonly name: string; readonly open: () => Promise<void> }[] = [
  {
    name: 'lock screen with a wrong passphrase',
    open: async () => {
      start({ kind: 'closed' });
      await page.getByLabelText('Passphrase').click();
      await userEvent.keyboard('wrong{Enter}');
      await text(/does not open the locker/);
    },
  },
  {
    name: 'creating: the person',
    open: async () => {
      start({ kind: 'absent' });
      await text('Your colour');
    },
  },
  { name: 'creating: the passphrase', open: choosePassphrase },
  {
    name: 'creating: the recovery key',
    open: async () => {
      await choosePassphrase();
      await page.getByLabelText('The same again').click();
      await userEvent.keyboard('marble lantern ochre river upright quilt{Enter}');
      await text('K7QX');
    },
  },
  {
    name: 'empty library',
    open: async () => {
      start(undefined, 0);
      await text('Nothing here yet');
    },
  },
  {
    name: 'library with details',
    open: async () => {
      start();
      await button('broken.pdf').click();
      await text(/The original is kept/);
    },
  },
  {
    name: 'search without a mark',
    open: async () => {
      start();
      await page.getByLabelText('Search marks').fill('shelter');
      await text('No mark fits');
    },
  },
  {
    name: 'quotes without a mark',
    open: async () => {
      start();
      await button('Quotes 0').click();
      await text('Nothing to quote yet');
    },
  },
  {
    name: 'keys and people',
    open: async () => {
      start();
      await button('Keys and people').click();
      await text('opened this session');
    },
  },
  {
    name: 'adding a person',
    open: async () => {
      start();
      await button('Keys and people').click();
      await button('Add a person…').click();
      await text('Their colour');
    },
  },
  {
    name: 'tags with the details of one',
    open: async () => {
      start();
      await button('Tags 0').click();
      await page.getByLabelText('Name of the new tag').click();
      await userEvent.keyboard('ferries{Enter}');
      await page.getByLabelText('Name of the new tag').click();
      await userEvent.keyboard('roads{Enter}');
      await text('Merge into');
    },
  },
  {
    name: 'command palette',
    open: async () => {
      start();
      await expect.element(button('broken.pdf')).toBeVisible();
      await userEvent.keyboard('{Control>}k{/Control}');
      await text('Go to or do');
    },
  },
  {
    name: 'settings',
    open: async () => {
      start();
      await button('Settings').click();
      await text('Close the whole program when locking');
    },
  },
  {
    name: 'activity with a phrase and a break',
    open: async () => {
      start();
      await button('Activity').click();
      await button('Take the phrase').click();
      await text('marble');
      await text(/The chain is broken/);
    },
  },
  {
    name: 'every key',
    open: async () => {
      start();
      await text('bare.pdf');
      await userEvent.keyboard('?');
      await text('Show every key');
    },
  },
];

async function choosePassphrase(): Promise<void> {
  start({ kind: 'absent' });
  await page.getByLabelText('Your name or a pseudonym').fill('R. Ito');
  await button('Go on').click();
  await button('Offer six words').click();
  await text(/marble lantern/);
}

beforeEach(() => {
  localStorage.clear();
});
afterEach(putAway);

describe.each(['light', 'dark'])('in %s', (theme) => {
  test.each(screens)('axe finds nothing wrong with: $name', async ({ open }) => {
    localStorage.setItem('preferences', JSON.stringify({ theme }));
    await page.viewport(1280, 800);
    await open();
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      rules: { 'page-has-heading-one': { enabled: true }, region: { enabled: false } },
    });
    const found = violations.map(({ id, nodes }) => ({
      id,
      at: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
    }));
    expect(found).toEqual([]);
  });
});
