// The campaign itself: it passes over the program as it is, and catches a program that skips a check.
import { expect, test, vi } from 'vitest';
import { ok } from '../../../shared/result.ts';
import { runFlip } from '../../fault/flip.ts';
import { readWithCore, type Reader } from '../../fault/judge.ts';

vi.setConfig({ testTimeout: 120_000 });

const context = { seed: 7, n: 80, scratch: '' };

/** Reads as the program does, then forgets to mention something. */
function forgetting(forget: (found: Parameters<typeof ok>[0]) => unknown): Reader {
  return async (files, snapshot) => {
    const found = await readWithCore(files, snapshot);
    return found.ok ? (ok(forget(found.value)) as typeof found) : found;
  };
}

test('finds nothing wrong with the program as it is', async () => {
  const tally = await runFlip(context, readWithCore);
  expect(tally).toMatchObject({ n: context.n, undetected: 0, failures: [] });
  expect(tally.detected).toBeGreaterThan(50);
});

test('catches a check that does not open sealed files', async () => {
  const blind = forgetting((found) => {
    const { report, ...rest } = found as { report: { damage: { why: string }[] } };
    const damage = report.damage.filter(({ why }) => why !== 'content');
    return { ...rest, report: { ...report, damage } };
  });
  const tally = await runFlip(context, blind);
  expect(tally.undetected).toBeGreaterThan(0);
  expect(tally.failures.every(({ what }) => what.includes('files/'))).toBe(true);
});

test('catches other plaintext, and damage told of the wrong file', async () => {
  const wrong = forgetting((found) => {
    const { changes, report, ...rest } = found as {
      changes: { at: number }[];
      report: { damage: { name: string }[] };
    };
    const [first, ...later] = changes;
    const damage = report.damage.map((each) => ({ ...each, name: `files/${'0'.repeat(32)}` }));
    return { ...rest, report: { ...report, damage }, changes: [{ ...first, at: 1 }, ...later] };
  });
  const { failures, undetected } = await runFlip({ ...context, n: 20 }, wrong);
  expect(undetected).toBeGreaterThan(0);
  expect(failures.filter(({ what }) => what.includes('wrong plaintext'))).not.toHaveLength(0);
});

test('a step can be done again alone, to the same end', async () => {
  const blind = forgetting((found) => ({ ...(found as object), changes: [] }));
  const all = await runFlip({ ...context, n: 12 }, blind);
  const [, , , , , fifth] = all.failures;
  const again = await runFlip({ ...context, only: fifth?.step ?? -1 }, blind);
  expect(again.n).toBe(1);
  expect(again.failures).toEqual(all.failures.filter(({ step }) => step === fifth?.step));
});
