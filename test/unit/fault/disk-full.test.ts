import { expect, test } from 'vitest';
import { ok } from '../../../shared/result.ts';
import type { Result } from '../../../shared/result.ts';
import { runDiskFull } from '../../fault/disk-full.ts';

const context = { seed: 2, n: 24, scratch: '' };

test('finds nothing wrong with the program as it is', async () => {
  const tally = await runDiskFull(context, (result) => result);
  expect(tally).toMatchObject({ n: 24, lost: 0, failures: [] });
  expect(tally.figures['acts refused']).toBeGreaterThan(0);
});

test('catches a failure that is called something else, and one that is called a success', async () => {
  const vague = await runDiskFull(context, (result) =>
    result.ok ? result : { ok: false, error: 'internal' },
  );
  expect(vague.failures).not.toHaveLength(0);
  const made = [{ id: 'made up' }];
  const rosy = await runDiskFull(context, <T>(result: Result<T>) =>
    result.ok ? result : (ok(made) as unknown as Result<T>),
  );
  expect(rosy.failures).not.toHaveLength(0);
});
