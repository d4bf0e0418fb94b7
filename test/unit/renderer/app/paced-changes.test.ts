import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { listenPaced } from '../../../../renderer/app/paced-changes.ts';
import type { Vault, VaultEvent } from '../../../../renderer/vault/contract.ts';

const changed: VaultEvent = { kind: 'changed', subjects: ['library'] };

function vaultOfChanges() {
  const listeners = new Set<(event: VaultEvent) => void>();
  const vault: Vault = {
    ask: () => Promise.reject(new Error('nothing is asked here')),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const change = () => {
    for (const listener of listeners) listener(changed);
  };
  return { vault, change, listeners };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('changes told to screens', () => {
  test('one is told at once', () => {
    const { vault, change } = vaultOfChanges();
    const told = vi.fn();
    listenPaced(vault, told);
    change();
    expect(told).toHaveBeenCalledTimes(1);
  });

  test('many are told few times, and the last of them is', () => {
    const { vault, change } = vaultOfChanges();
    let state = 0;
    const seen: number[] = [];
    listenPaced(vault, () => seen.push(state));
    for (state = 1; state <= 500; state++) change();
    state = 500;
    vi.runAllTimers();
    expect(seen).toEqual([1, 500]);
  });

  test('all who listen are told in one turn', () => {
    const { vault, change } = vaultOfChanges();
    const order: string[] = [];
    listenPaced(vault, () => order.push('first'));
    listenPaced(vault, () => order.push('second'));
    change();
    change();
    vi.advanceTimersToNextTimer();
    expect(order).toEqual(['first', 'second', 'first', 'second']);
  });

  test('nobody is told after they stopped, and the vault is let go', () => {
    const { vault, change, listeners } = vaultOfChanges();
    const told = vi.fn();
    const stop = listenPaced(vault, told);
    change();
    change();
    stop();
    vi.runAllTimers();
    expect(told).toHaveBeenCalledTimes(1);
    expect(listeners.size).toBe(0);
  });
});
