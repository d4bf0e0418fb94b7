import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AutoLock } from '../../../electron/auto-lock.ts';

const system = vi.hoisted(() => ({ idleSeconds: 0, listeners: new Map<string, () => void>() }));
vi.mock('electron', () => ({
  powerMonitor: {
    on: (event: string, listener: () => void) => system.listeners.set(event, listener),
    getSystemIdleTime: () => system.idleSeconds,
  },
}));

let locks: string[] = [];
let autoLock: AutoLock;

beforeEach(() => {
  vi.useFakeTimers();
  locks = [];
  system.idleSeconds = 0;
  autoLock = new AutoLock((reason) => locks.push(reason));
  autoLock.watch();
});
afterEach(() => {
  vi.useRealTimers();
});

test('locks when nobody has touched the machine for as long as was asked', () => {
  autoLock.minutes = 10;
  system.idleSeconds = 10 * 60 - 1;
  vi.advanceTimersByTime(5_000);
  expect(locks).toEqual([]);
  system.idleSeconds = 10 * 60;
  vi.advanceTimersByTime(5_000);
  expect(locks).toEqual(['idle']);
});

test('locks after the default until it is asked for something, and again after a page has ended', () => {
  system.idleSeconds = 5 * 60;
  vi.advanceTimersByTime(5_000);
  expect(locks).toEqual(['idle']);
  system.idleSeconds = 0;
  vi.advanceTimersByTime(5_000);
  autoLock.minutes = 60;
  system.idleSeconds = 5 * 60;
  vi.advanceTimersByTime(5_000);
  expect(locks).toEqual(['idle']);
  autoLock.reset();
  vi.advanceTimersByTime(5_000);
  expect(locks).toEqual(['idle', 'idle']);
});

test('locks once for one absence, but again where somebody unlocked during it', () => {
  system.idleSeconds = 1_000_000;
  vi.advanceTimersByTime(60_000);
  expect(locks).toEqual(['idle']);
  autoLock.minutes = 10; // a page that has unlocked says so
  vi.advanceTimersByTime(60_000);
  expect(locks).toEqual(['idle', 'idle']);
});

test.each([
  ['suspend', 'suspend'],
  ['lock-screen', 'screen-lock'],
])('locks on %s, whatever was asked', (event, reason) => {
  system.listeners.get(event)?.();
  expect(locks).toEqual([reason]);
});
