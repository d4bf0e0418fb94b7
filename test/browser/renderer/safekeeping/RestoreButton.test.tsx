// Bringing a locker back where there is none: copied step by step, stopped, and too late to be stopped.
import { afterEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { RestoreButton } from '../../../../renderer/safekeeping/RestoreButton.tsx';
import type { Channel, RestoreProgress } from '../../../../shared/ipc.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { MemoryVault } from '../../../support/memory-vault.ts';
import { putAway, recordBridge, showWith } from '../../../support/showing.tsx';

const button = (name: string) => page.getByRole('button', { name });

/** Each step waits until it is let go on with its answer. */
async function begin() {
  const steps: ((answer: Result<RestoreProgress>) => void)[] = [];
  const bridge = recordBridge({ 'restore:begin': { done: 0, total: 3 }, 'restore:discard': null });
  const ask = bridge.ask.bind(bridge);
  vi.spyOn(bridge, 'ask').mockImplementation((channel, request) => {
    const answer = ask(channel, request);
    if (channel !== 'restore:step') return answer;
    return new Promise<Result<RestoreProgress>>((resolve) => {
      steps.push(resolve);
    });
  });
  showWith(new MemoryVault({}), <RestoreButton />, bridge);
  await button('Restore from a backup…').click();
  const next = async (answer: Result<RestoreProgress>): Promise<void> => {
    await expect.poll(() => steps.length).toBeGreaterThan(0);
    steps.shift()?.(answer);
  };
  const asked = (): Channel[] => bridge.asked.map(({ channel }) => channel);
  return { next, asked };
}

afterEach(putAway);

test('a locker that was brought back begins a page of its own', async () => {
  const { next, asked } = await begin();
  await expect.element(page.getByText('Copying 0 of 3')).toBeVisible();
  await next(ok({ done: 2, total: 3 }));
  await expect.element(page.getByText('Copying 2 of 3')).toBeVisible();
  await next(ok({ done: 3, total: 3 }));
  await expect.poll(() => asked().at(-1)).toBe('window:lock');
  expect(asked()).not.toContain('restore:discard');
});

test('one that is stopped between two steps leaves nothing', async () => {
  const { next, asked } = await begin();
  await button('Stop').click();
  await next(ok({ done: 2, total: 3 }));
  await expect.poll(() => asked().at(-1)).toBe('restore:discard');
  await expect.element(button('Restore from a backup…')).toBeVisible();
  expect(asked()).not.toContain('window:lock');
});

test('one that is stopped during its last step is there, and is offered', async () => {
  const { next, asked } = await begin();
  await button('Stop').click();
  await next(ok({ done: 3, total: 3 }));
  await expect.poll(() => asked().at(-1)).toBe('window:lock');
  expect(asked()).not.toContain('restore:discard');
});

test('what went wrong is said, and what was copied is dropped', async () => {
  const { next, asked } = await begin();
  await next(fail('backup-unreadable'));
  await expect.element(page.getByRole('alert')).toBeVisible();
  expect(asked().at(-1)).toBe('restore:discard');
});
