import { expect, test } from 'vitest';
import { newTally } from '../../fault/campaign.ts';
import { runSteps } from '../../fault/steps.ts';

test('a campaign that is stopped says so, and what it did until then', async () => {
  const stopping = new AbortController();
  const tally = newTally();
  const context = { seed: 1, n: 5, scratch: '', stop: stopping.signal };
  await runSteps(context, tally, (step) => {
    if (step === 1) stopping.abort();
    return Promise.resolve();
  });
  expect(tally.n).toBe(2);
  expect(tally.failures).toEqual([{ step: 2, what: 'stopped before this step' }]);
});
