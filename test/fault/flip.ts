// `flip`: every kind of stored byte, changed in every way, is noticed and named, and never yields other plaintext.
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { judge, readWithCore, type Reader } from './judge.ts';
import { mutate } from './mutations.ts';
import { randomOfStep, type Random } from './random.ts';
import { seedCrypto } from './seeded-crypto.ts';
import { makeSnapshot, type Snapshot } from './snapshot.ts';
import { runSteps } from './steps.ts';

export const flip: Campaign = {
  name: 'flip',
  promise: 'every changed stored byte is noticed and named, and the rest stays readable',
  shortN: 4_000,
  fullN: 25_000,
  run: (context) => runFlip(context, readWithCore),
};

/** The reader is a parameter so that a test can hand in one that skips a check. */
export async function runFlip(context: FaultContext, read: Reader): Promise<Tally> {
  const tally = newTally();
  const snapshots = await bothEndings(context.seed);
  await runSteps(context, tally, async (step, random) => {
    const snapshot = random.pick(snapshots);
    const mutation = mutateSurely(snapshot, random);
    const { detected, limit, wrong } = await judge(
      snapshot,
      mutation,
      read,
      step % 4 === 3 ? 'writing' : 'reading',
    );
    const label = `${mutation.kind}: ${mutation.how}`;
    count(tally.figures, mutation.kind);
    for (const what of wrong) tally.failures.push({ step, what: `${label}: ${what}` });
    if (limit !== undefined) count(tally.limits, limit);
    else {
      tally.mutations++;
      if (detected) tally.detected++;
      else {
        tally.undetected++;
        tally.failures.push({ step, what: `${label}: not noticed` });
      }
    }
  });
  return tally;
}

async function bothEndings(seed: number): Promise<readonly Snapshot[]> {
  const random = randomOfStep(seed, -1);
  const seeded = seedCrypto(random);
  try {
    return [await makeSnapshot(random, 'closed'), await makeSnapshot(random, 'unclosed')];
  } finally {
    seeded.restore();
  }
}

function mutateSurely(snapshot: Snapshot, random: Random): ReturnType<typeof mutate> & object {
  for (;;) {
    const mutation = mutate(snapshot, random);
    if (mutation !== undefined) return mutation;
  }
}
