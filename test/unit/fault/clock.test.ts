import { expect, test } from 'vitest';
import { runClock } from '../../fault/clock.ts';

const context = { seed: 11, n: 15, scratch: '' };

test('finds nothing wrong with the program as it is', async () => {
  expect(await runClock(context, (change) => change)).toMatchObject({ lost: 0, failures: [] });
});

test('catches a program that reads a change back with another time', async () => {
  const { failures } = await runClock(context, (change) => ({ ...change, at: change.at + 1 }));
  expect(failures).toHaveLength(context.n);
});
