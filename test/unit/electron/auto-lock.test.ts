import type { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AutoLock } from '../../../electron/auto-lock.ts';

const system = vi.hoisted(() => ({ idleSeconds: 0, monitor: undefined }));
vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events');
  system.monitor = Object.assign(new Emitter(), { getSystemIdleTime: () => system.idleSeconds });
  return { powerMonitor: system.monitor };
});

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
  (system.monitor as EventEmitter).removeAllListeners();
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

test('never locks for idleness when asked never to', () => {
  autoLock.minutes = 0;
  system.idleSeconds = 1_000_000;
  vi.advanceTimersByTime(60_000);
  expect(locks).toEqual([]);
});

test.each([
  ['suspend', 'suspend'],
  ['lock-screen', 'screen-lock'],
])('locks on %s, whatever was asked', (event, reason) => {
  (system.monitor as EventEmitter).emit(event);
  expect(locks).toEqual([reason]);
});
