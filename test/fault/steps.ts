import type { FaultContext, Tally } from './campaign.ts';
import { randomOfStep, type Random } from './random.ts';
import { quickenCrypto } from './quick-crypto.ts';
import { seedCrypto } from './seeded-crypto.ts';

/** One step in so many goes through WebCrypto itself. */
const realCryptoEvery = 50;

/**
 * Does the steps one after the other, each with a generator of its own. What a step throws is a failure of that step and
 * does not end the campaign.
 */
export async function runSteps(
  context: FaultContext,
  tally: Tally,
  work: (step: number, random: Random) => Promise<void>,
  total = context.n,
): Promise<void> {
  const steps = context.only === undefined ? Array(total).keys() : [context.only];
  for (const step of steps) {
    if (context.stop?.aborted === true) {
      tally.failures.push({ step, what: 'stopped before this step' });
      break;
    }
    const random = randomOfStep(context.seed, step);
    const seeded = seedCrypto(random);
    const quickened = step % realCryptoEvery === 0 ? undefined : quickenCrypto();
    try {
      await work(step, random);
    } catch (error) {
      const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tally.failures.push({ step, what });
    } finally {
      quickened?.restore();
      seeded.restore();
    }
    tally.n++;
  }
}
