import { expect, test } from 'vitest';
import { runDexie } from '../../fault/dexie.ts';

const context = { seed: 9, n: 14, scratch: '' };

test('finds nothing wrong with the program as it is', async () => {
  expect(await runDexie(context, (views) => views)).toMatchObject({ lost: 0, failures: [] });
});

test('catches a store whose failure reaches the program', async () => {
  const gone = (): Promise<never> => Promise.reject(new DOMException('', 'InvalidStateError'));
  const tally = await runDexie(context, () => ({ read: gone, write: gone, wipe: gone }));
  expect(tally.failures).toHaveLength(context.n);
});
