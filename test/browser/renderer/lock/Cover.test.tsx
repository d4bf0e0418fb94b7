import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { App } from '../../../../renderer/app/App.tsx';
import type { LockerSettings } from '../../../../shared/evidence/settings.ts';
import type { LockerState } from '../../../../renderer/vault/calls/opening.ts';
import type { VaultCall } from '../../../../renderer/vault/contract.ts';
import { ok } from '../../../../shared/result.ts';
import { importedAct } from '../../../support/library.ts';
import { MemoryVault, testPerson } from '../../../support/memory-vault.ts';
import { putAway, recordBridge, show } from '../../../support/showing.tsx';

function start(hiding: LockerSettings['hiding'], state?: LockerState) {
  const calls: VaultCall[] = [];
  const vault = new MemoryVault({
    'locker:look': () => ok(state ?? { kind: 'open', person: testPerson }),
    'locker:close': () => {
      calls.push('locker:close');
      return ok(null);
    },
  });
  vault.record([
    importedAct(1, 'em.pdf'),
    { subject: 'library', kind: 'settings-changed', payload: { settings: { hiding } } },
  ]);
  const bridge = recordBridge();
  show(<App vault={vault} bridge={bridge} startExtractor={() => Promise.reject(new Error())} />);
  const asked = (channel: string) =>
    bridge.asked.filter((each) => each.channel === channel).map(({ request }) => request);
  return { calls, asked };
}

const cover = () => page.getByRole('dialog', { name: 'Hidden' });
const shown = () => page.getByRole('heading', { name: 'Library', level: 1 });

/** Sees what a person would: whatever is painted at points all over the window belongs to the cover. */
function onlyCoverIsSeen(): boolean {
  const points = [0.02, 0.25, 0.5, 0.75, 0.98];
  return points.every((x) =>
    points.every((y) => {
      const at = document.elementFromPoint(innerWidth * x, innerHeight * y);
      return at?.closest('dialog[aria-label="Hidden"]') != null;
    }),
  );
}

beforeEach(() => {
  localStorage.clear();
  document.title = 'Evidence Locker';
});
afterEach(() => {
  vi.useRealTimers();
  putAway();
  delete document.documentElement.dataset['covered'];
});

test('F9 covers everything in the same moment, clears both titles and locks', async () => {
  const { calls, asked } = start('lock');
  await expect.element(shown()).toBeVisible();
  // No waiting in between: the key's own event has done it.
  window.dispatchEvent(new KeyboardEvent('keydown', { code: 'F9', key: 'F9' }));
  expect(onlyCoverIsSeen()).toBe(true);
  expect(getComputedStyle(document.querySelector('h1') ?? document.body).visibility).toBe('hidden');
  expect(document.title).toBe('');
  expect(asked('window:cover')).toEqual([{ on: true }]);
  await vi.waitFor(() => {
    expect(calls).toEqual(['locker:close']);
    expect(asked('window:lock')).toEqual([null]);
  });
  await userEvent.keyboard('{F9}');
  await cover().click({ position: { x: 20, y: 20 } });
  expect(onlyCoverIsSeen()).toBe(true);
});

test.each([
  ['{F9}', '{F9}'],
  ['{Control>}{Shift>}H{/Shift}{/Control}', '{F9}'],
])('where it waits, %s covers and the same key or a click brings it back', async (one, back) => {
  const { calls, asked } = start('wait');
  await page.getByText('text ready').click(); // the settings have arrived by then
  await userEvent.keyboard(one);
  await expect.element(cover()).toBeVisible();
  await userEvent.keyboard(back);
  await expect.element(shown()).toBeVisible();
  expect(document.title).toBe('Evidence Locker');
  await userEvent.keyboard(one);
  expect(onlyCoverIsSeen()).toBe(true);
  await cover().click({ position: { x: 20, y: 20 } });
  await expect.element(shown()).toBeVisible();
  expect(asked('window:cover').map((request) => (request as { on: boolean }).on)).toEqual([
    ...[true, false, true, false],
  ]);
  expect(calls).toEqual([]);
});

test('covers an open dialog too, and no other key gets through, Esc least of all', async () => {
  const { calls } = start('wait');
  await page.getByText('text ready').click();
  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('?');
  await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await userEvent.keyboard('{F9}');
  expect(onlyCoverIsSeen()).toBe(true);
  await userEvent.keyboard('{Escape}{Escape}{Escape}{Tab}{Enter}?');
  expect(onlyCoverIsSeen()).toBe(true);
  await userEvent.keyboard('{F9}');
  await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(calls).toEqual([]);
});

test('what opens by itself behind the cover stays unseen', async () => {
  start('wait');
  await page.getByText('text ready').click();
  await userEvent.keyboard('{F9}');
  const late = document.createElement('dialog');
  late.textContent = 'A name';
  document.body.append(late);
  late.showModal();
  onTestFinished(() => {
    late.remove();
  });
  expect(getComputedStyle(late).visibility).toBe('hidden');
});

test('behind the cover Ctrl+L locks', async () => {
  const { calls } = start('wait');
  await page.getByText('text ready').click();
  await userEvent.keyboard('{F9}{Control>}l{/Control}');
  await vi.waitFor(() => {
    expect(calls).toEqual(['locker:close']);
  });
});

test('behind the cover a minute locks', async () => {
  const later = start('wait');
  await page.getByText('text ready').click();
  vi.useFakeTimers();
  window.dispatchEvent(new KeyboardEvent('keydown', { code: 'F9', key: 'F9' }));
  vi.advanceTimersByTime(59_000);
  expect(later.calls).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(later.calls).toEqual(['locker:close']);
});

test('before a locker is open it covers and waits: a recovery key may be on the screen', async () => {
  const { calls, asked } = start('lock', { kind: 'absent' });
  await expect.element(page.getByText(/^Create a locker\./)).toBeVisible();
  await userEvent.keyboard('{F9}');
  expect(onlyCoverIsSeen()).toBe(true);
  await userEvent.keyboard('{F9}');
  await expect.element(page.getByText(/^Create a locker\./)).toBeVisible();
  expect([calls, asked('window:lock')]).toEqual([[], []]);
});
