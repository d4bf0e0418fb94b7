import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { runKill } from '../../fault/kill.ts';

vi.setConfig({ testTimeout: 120_000 });

const scratch = mkdtempSync(path.join(tmpdir(), 'locker-fault-test-'));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

test('the campaign catches a program that answers before its act is on the disk', async () => {
  const tally = await runKill({ seed: 3, n: 5, scratch }, { answersEarly: true });
  expect(tally.figures['kills']).toBe(5);
  expect(tally.lost).toBeGreaterThanOrEqual(5); // one at least in each life
  expect(tally.failures.length).toBeGreaterThanOrEqual(5);
});

test('the campaign catches a program that writes a file under its own name', async () => {
  // The last life of this step dies at “write slots” of a changed passphrase.
  const step = { seed: 1, n: 45, only: 8, scratch };
  const honest = await runKill(step, {});
  expect(honest).toMatchObject({ failures: [], lost: 0 });
  expect(honest.figures['at a named step of passphrase']).toBe(1);
  const { failures } = await runKill(step, { writesInPlace: true });
  const torn = failures.filter(({ what }) => what.includes('check finds'));
  expect(torn.length).toBeGreaterThan(0);
});
