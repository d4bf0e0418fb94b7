// `clock`: the machine's clock jumps between acts, runs and devices. Order is told by the logical clock, and no act is lost for
// its time.
import { isDeepStrictEqual } from 'node:util';
import { randomId, type DeviceId } from '../../shared/evidence/ids.ts';
import type { Change } from '../../shared/journal/change.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import { memoryFolder } from '../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  noteAct,
  passphraseBytes,
  testHost,
  testPerson,
} from '../support/small-locker.ts';
import { newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import type { Random } from './random.ts';
import { runSteps } from './steps.ts';

export const clock: Campaign = {
  name: 'clock',
  promise: 'no jump of the clock loses an act or turns two of them round (P14)',
  shortN: 300,
  fullN: 3_000,
  run: (context) => runClock(context, (change) => change),
};

const extremes = [
  ...[0, -1, 1, -62_135_596_800_000, 253_402_300_800_000, 8.64e15, 8.64e15 + 1, -8.64e15],
  ...[Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER + 1, Number.MAX_VALUE, 0.5, 1e12 + 0.25],
  ...[Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0],
];
const day = 86_400_000;

/** A clock that goes on, jumps by seconds to decades, and now and then says something no clock should. */
function jumpingClock(random: Random): () => number {
  let now = 1_700_000_000_000;
  return () => {
    if (random.oneIn(6)) return random.pick(extremes);
    const step = random.pick([1, 1_000, day, 365 * day, 40 * 365 * day]);
    now += random.oneIn(2) ? step : -step;
    return now;
  };
}

/** `seen` is how a change is read back; a test plants an order by the wall clock there. */
export async function runClock(
  context: FaultContext,
  seen: (change: Change) => Change,
): Promise<Tally> {
  const tally = newTally();
  await runSteps(context, tally, async (step, random) => {
    const folder = memoryFolder();
    const devices = [randomId(), randomId()] as const;
    const hostOf = async (device: DeviceId) => ({
      ...(await testHost(folder, device)),
      now: jumpingClock(random),
    });
    const told: Change[] = [];
    const { locker: first } = await createSmallLocker(await hostOf(devices[0]));
    told.push(...first.changes);
    const { source } = await importSource(first, random.bytes(10));
    const mark = randomId();
    must(await first.act([markAct(source, 'words', mark)], testPerson.id));
    told.push(...first.changes.slice(told.length));
    must(await first.close());
    let note = '';
    for (let run = 0; run < 4; run++) {
      const host = await hostOf(random.pick(devices));
      const locker = must(await openLocker(host, { passphrase: passphraseBytes() }));
      for (let acts = 0; acts < 3; acts++) {
        note = `note ${String(run)}.${String(acts)}`;
        told.push(...must(await locker.act([noteAct(source, mark, note)], testPerson.id)));
      }
      if (random.oneIn(2)) must(await locker.close());
    }
    tally.acks += told.length;
    const last = must(
      await openLocker(await hostOf(devices[0]), { passphrase: passphraseBytes() }),
    );
    const wrong: string[] = [];
    const kept = last.changes.map(seen);
    const ids = new Set(kept.map(({ id }) => id));
    const lost = told.filter(({ id }) => !ids.has(id));
    tally.lost += lost.length;
    if (lost.length > 0) {
      wrong.push(`lost: ${lost.map(({ kind, at }) => `${kind} at ${String(at)}`).join(', ')}`);
    } else if (!isDeepStrictEqual(kept, told)) wrong.push('the order or the content is another');
    if (last.state.marks.get(mark)?.note !== note) wrong.push('the last note is not the last');
    const { damage, missing } = must(await last.check());
    wrong.push(...[...damage, ...missing].map((each) => `check finds ${JSON.stringify(each)}`));
    for (const what of wrong) tally.failures.push({ step, what });
  });
  return tally;
}
