// The campaign itself: it passes over the program as it is, and catches a program that skips a check.
import { createHash } from 'node:crypto';
import { expect, test, vi } from 'vitest';
import { fileName } from '../../../shared/locker/folder.ts';
import type { LockerReport } from '../../../shared/locker/report.ts';
import { ok } from '../../../shared/result.ts';
import { runFlip } from '../../fault/flip.ts';
import { readWithCore, type Found, type Reader } from '../../fault/judge.ts';

vi.setConfig({ testTimeout: 120_000 });

const context = { seed: 7, n: 80, scratch: '' };

/** Reads as the program does, then forgets to mention something. */
function forgetting(forget: (found: Found) => Found, read: Reader = readWithCore): Reader {
  return async (files, snapshot, manner) => {
    const found = await read(files, snapshot, manner);
    return found.ok ? ok(forget(found.value)) : found;
  };
}

const answers = new Map<string, Awaited<ReturnType<Reader>>>();

/** Runs of one seed change the same bytes: what the program finds in a folder is read once and kept. */
const readOnce: Reader = async (files, snapshot, manner) => {
  const hash = createHash('sha256').update(manner);
  for (const [name, bytes] of files) hash.update(`\n${name} ${bytes.length}\n`).update(bytes);
  const folder = hash.digest('hex');
  const found = answers.get(folder) ?? (await readWithCore(files, snapshot, manner));
  answers.set(folder, found);
  return found;
};

function without(found: Found, forget: (report: LockerReport) => Partial<LockerReport>): Found {
  return {
    ...found,
    reports: found.reports.map((report) => ({ ...report, ...forget(report) })),
  };
}

test('finds nothing wrong with the program as it is', async () => {
  const tally = await runFlip(context, readWithCore);
  expect(tally).toMatchObject({ n: context.n, undetected: 0, failures: [] });
  expect(tally.detected).toBeGreaterThan(50);
});

test('catches a check that does not open sealed files', async () => {
  const blind = forgetting((found) =>
    without(found, ({ damage }) => ({ damage: damage.filter(({ why }) => why !== 'content') })),
  );
  const tally = await runFlip(context, blind);
  expect(tally.undetected).toBeGreaterThan(0);
  expect(tally.failures.every(({ what }) => what.includes('files/'))).toBe(true);
});

test.each(['slot-gone', 'keys-copy', 'epoch', 'unpurged'])(
  'catches a program that says nothing of %s',
  async (silent) => {
    const blind = forgetting(
      (found) =>
        without(found, ({ damage, unexplained, unpurged }) => ({
          damage: damage.filter(({ why }) => why !== silent),
          unexplained: unexplained.filter(({ what }) => what !== silent),
          unpurged: silent === 'unpurged' ? [] : unpurged,
        })),
      readOnce,
    );
    expect((await runFlip({ ...context, n: 160 }, blind)).undetected).toBeGreaterThan(0);
  },
);

test('catches other plaintext, and damage told of the wrong file', async () => {
  const wrong = forgetting((found) => {
    const [first, ...later] = found.changes;
    if (first === undefined) return found;
    const name = fileName('0'.repeat(32));
    return {
      ...without(found, ({ damage }) => ({ damage: damage.map((each) => ({ ...each, name })) })),
      changes: [{ ...first, at: 1 }, ...later],
    };
  });
  const { failures, undetected } = await runFlip({ ...context, n: 20 }, wrong);
  expect(undetected).toBeGreaterThan(0);
  expect(failures.filter(({ what }) => what.includes('wrong plaintext'))).not.toHaveLength(0);
});

test('a step can be done again alone, to the same end', async () => {
  const blind = forgetting((found) => ({ ...found, changes: [] }));
  const all = await runFlip({ ...context, n: 12 }, blind);
  const [, , , , , fifth] = all.failures;
  const again = await runFlip({ ...context, only: fifth?.step ?? -1 }, blind);
  expect(again.n).toBe(1);
  expect(again.failures).toEqual(all.failures.filter(({ step }) => step === fifth?.step));
});
