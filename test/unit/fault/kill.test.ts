import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runKill } from '../../fault/kill.ts';

vi.setConfig({ testTimeout: 120_000 });

const scratch = mkdtempSync(path.join(tmpdir(), 'locker-fault-test-'));
afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

test('the campaign catches a program that answers before its act is on the disk', async () => {
  const tally = await runKill({ seed: 3, n: 5, scratch }, { answersEarly: true });
  expect(tally.figures['kills']).toBe(5);
  expect(tally.lost).toBeGreaterThanOrEqual(5); // one at least in each life
  expect(tally.failures.length).toBeGreaterThanOrEqual(5);
});
