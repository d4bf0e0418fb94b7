// The campaign itself: it passes over the check as it is, and catches one that does not say everything.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkFolder, runCheck } from '../../fault/check.ts';

vi.setConfig({ testTimeout: 120_000 });

let scratch: string;
beforeEach(() => {
  scratch = mkdtempSync(path.join(tmpdir(), 'locker-fault-test-'));
});
afterEach(() => {
  rmSync(scratch, { recursive: true, force: true });
});

test('catches a check that ends well whatever it found, and one that does not name foreign files', async () => {
  const context = { seed: 3, n: 15, scratch };
  const forgiving = await runCheck(context, async (root, passphrase) => ({
    ...(await checkFolder(root, passphrase)),
    exitCode: 0,
  }));
  expect(forgiving.undetected).toBeGreaterThan(0);
  const silent = await runCheck(context, async (root, passphrase) => {
    const found = await checkFolder(root, passphrase);
    return { ...found, lines: found.lines.filter((line) => !line.startsWith('not a file')) };
  });
  expect(silent.undetected).toBeGreaterThan(0);
});
