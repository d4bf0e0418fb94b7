import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TrashScreen } from '../../../../renderer/safekeeping/TrashScreen.tsx';
import type { TrashView } from '../../../../renderer/vault/calls/trash.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { MemoryVault } from '../../../support/memory-vault.ts';
import { putAway, showWith } from '../../../support/showing.tsx';

const removed = { removedAt: 1_770_000_000_000, removedBy: 'R. Ito' };
const source = { id: randomId(), title: 'Shelter visits, autumn', marks: 3, ...removed };
const mark = {
  ...{ id: randomId(), source: randomId(), title: 'Returnees', quote: 'Nobody said why.' },
  ...removed,
} as const;
const quote = {
  ...{ id: randomId(), source: mark.source, title: 'Returnees', quote: 'Six said so.' },
  ...removed,
} as const;
const full: TrashView = { sources: [source], marks: [mark], quotes: [quote], left: 0 };
const empty: TrashView = { sources: [], marks: [], quotes: [], left: 0 };

afterEach(putAway);

interface Opened {
  readonly vault: MemoryVault;
  readonly purged: unknown[];
}

function open(trash: TrashView, left: number | 'refused' = 0): Opened {
  let held = trash;
  const purged: unknown[] = [];
  const vault: MemoryVault = new MemoryVault({
    'trash:read': () => ok(held),
    'source:purge': (request) => {
      purged.push(request);
      if (left === 'refused') return fail('disk-full');
      held = { ...empty, left };
      vault.record([]);
      return ok({ left });
    },
    'purge:finish': () => {
      held = empty;
      vault.record([]);
      return ok({ left: 0 });
    },
  });
  showWith(vault, <TrashScreen />);
  return { vault, purged };
}

const button = (name: string) => page.getByRole('button', { name });
const dialog = () => page.getByRole('dialog', { name: 'Delete for good' });
const sure = () => dialog().getByRole('button', { name: 'Delete for good' });

describe('the trash', () => {
  test('says when it is empty', async () => {
    open(empty);
    await expect.element(page.getByText('The trash is empty')).toBeVisible();
  });

  test('lists what was removed with who and when, and brings it back', async () => {
    const { vault } = open(full);
    await expect.element(page.getByText('Shelter visits, autumn')).toBeVisible();
    await expect.element(page.getByText(/its 3 marks\. Removed by R\. Ito/)).toBeVisible();
    await button('Bring back').nth(0).click();
    await button('Bring back').nth(1).click();
    await expect
      .poll(() => vault.acts.slice(-2))
      .toMatchObject([
        { subject: `source/${source.id}`, kind: 'source-restored' },
        { kind: 'remarked', payload: { mark: mark.id } },
      ]);
  });

  test('deletes for good only after the word was typed, and says what was found afterwards', async () => {
    const { purged } = open(full);
    await button('Delete for good…').click();
    await expect.element(dialog().getByText(/backups and copies/)).toBeVisible();
    await expect.element(sure()).toBeDisabled();
    await userEvent.keyboard('delet');
    await expect.element(sure()).toBeDisabled();
    await userEvent.keyboard('e');
    await sure().click();
    await expect.element(page.getByText(/no key and no file of it is left here/)).toBeVisible();
    await expect.element(page.getByText('The trash is empty')).toBeVisible();
    expect(purged).toEqual([{ source: source.id }]);
  });

  test('keeps it when the person thinks better of it', async () => {
    const { purged } = open(full);
    await button('Delete for good…').click();
    await userEvent.keyboard('delete');
    await button('Keep it').click();
    await expect.element(dialog()).not.toBeInTheDocument();
    expect(purged).toEqual([]);
  });

  test('says that a disk refused, and tries again', async () => {
    open(full, 2);
    await button('Delete for good…').click();
    await userEvent.keyboard('delete');
    await sure().click();
    await expect.element(page.getByText(/not let go of 2 files yet/)).toBeVisible();
    await button('Try again').click();
    await expect
      .element(page.getByRole('status').getByText(/2 files of what/))
      .not.toBeInTheDocument();
  });

  test('stays open with the reason when nothing could be deleted', async () => {
    open(full, 'refused');
    await button('Delete for good…').click();
    await userEvent.keyboard('delete');
    await sure().click();
    await expect.element(page.getByText(/The disk is full/)).toBeVisible();
    await expect.element(dialog()).toBeVisible();
  });
});
