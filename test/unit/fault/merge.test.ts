import { expect, test, vi } from 'vitest';
import { arrive, runMerge } from '../../fault/merge.ts';

vi.setConfig({ testTimeout: 60_000 });

const context = { seed: 11, n: 8, scratch: '' };

test('finds nothing wrong with the program as it is', async () => {
  expect(await runMerge(context, arrive)).toMatchObject({ n: 8, lost: 0, failures: [] });
});

test('catches a merge that writes an older segment over a newer one', async () => {
  const tally = await runMerge(context, (from, to) => {
    for (const [name, bytes] of from.files) to.files.set(name, bytes.slice());
  });
  expect(tally.lost).toBeGreaterThan(0);
});
