// `merge`: copies of a locker act apart while a synchroniser brings some files of one to another, some of them in part. In the end
// all of it arrives: every copy then folds to the same state, and nothing that was told to be saved is gone.
import { isDeepStrictEqual } from 'node:util';
import { randomId, type DeviceId, type SourceId } from '../../shared/evidence/ids.ts';
import type { Change } from '../../shared/journal/change.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { MemoryFolder } from '../support/memory-folder.ts';
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
import { memoryFolder } from '../support/memory-folder.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import type { Random } from './random.ts';
import { copyOf, folderOf } from './snapshot.ts';
import { runSteps } from './steps.ts';

export const merge: Campaign = {
  name: 'merge',
  promise: 'copies that acted apart merge alike everywhere, whatever of them arrived first (P5)',
  shortN: 100,
  fullN: 2_000,
  run: (context) => runMerge(context, arrive),
};

interface Copy {
  readonly device: DeviceId;
  readonly folder: MemoryFolder;
}

/** Brings all of one folder to another. */
type Arrive = (from: MemoryFolder, to: MemoryFolder) => void;

interface World {
  readonly copies: readonly Copy[];
  /** In the order they were told to be saved. */
  readonly told: Change[];
  readonly known: SourceId[];
  readonly random: Random;
  /** Two copies count as one device: its profile was copied, too. */
  readonly isTwin: boolean;
}

export async function runMerge(context: FaultContext, arriveWhole: Arrive): Promise<Tally> {
  const tally = newTally();
  await runSteps(context, tally, async (step, random) => {
    const world = await makeWorld(random);
    const fail = (what: string): void => {
      tally.failures.push({ step, what });
    };
    for (let round = 0; round < 5; round++) {
      const copy = random.pick(world.copies);
      await act(world, copy);
      const from = random.pick(world.copies);
      if (from !== copy) arriveInPart(from.folder, copy.folder, random);
      for (const what of await judgePart(world, copy)) fail(`round ${String(round)}: ${what}`);
      count(tally.figures, 'interrupted synchronisations');
    }
    for (const to of world.copies) {
      for (const from of world.copies) if (from !== to) arriveWhole(from.folder, to.folder);
    }
    const { lost, wrong } = await judgeWhole(world);
    tally.acks += world.told.length;
    tally.lost += lost;
    for (const what of wrong) fail(what);
  });
  return tally;
}

async function makeWorld(random: Random): Promise<World> {
  const first = memoryFolder();
  const devices = Array.from({ length: random.between(2, 3) }, (): DeviceId => randomId());
  const isTwin = random.oneIn(4);
  const [device = randomId()] = devices;
  const { locker } = await createSmallLocker(await testHost(first, device));
  const { source } = await importSource(locker, random.bytes(100));
  must(await locker.close());
  const copies = devices.map((each, index) => ({
    device: isTwin && index === 1 ? device : each,
    folder: index === 0 ? first : folderOf(copyOf(first)),
  }));
  return { copies, told: [...locker.changes], known: [source], random, isTwin };
}

async function open({ folder, device }: Copy): Promise<OpenLocker> {
  return must(await openLocker(await testHost(folder, device), { passphrase: passphraseBytes() }));
}

async function act({ told, known, random }: World, copy: Copy): Promise<void> {
  const locker = await open(copy);
  const before = new Set(locker.changes.map(({ id }) => id));
  for (let acts = random.between(1, 4); acts > 0; acts--) {
    if (random.oneIn(3)) known.push((await importSource(locker, random.bytes(50))).source);
    const source = random.pick(known);
    const mark = randomId();
    const both = [
      markAct(source, `words ${String(random.bits())}`, mark),
      noteAct(source, mark, 'note'),
    ];
    must(await locker.act(both, testPerson.id));
  }
  if (!random.oneIn(4)) must(await locker.close());
  told.push(...locker.changes.filter(({ id }) => !before.has(id)));
}

/** Any files, and of segments any part, as long as it is more than was there. */
function arriveInPart(from: MemoryFolder, to: MemoryFolder, random: Random): void {
  for (const [name, bytes] of from.files) {
    if (random.oneIn(2)) continue;
    const isSegment = name.startsWith('journal/');
    const end = isSegment && random.oneIn(2) ? random.below(bytes.length) : bytes.length;
    if (end > (to.files.get(name)?.length ?? -1)) to.files.set(name, bytes.slice(0, end));
  }
}

/** What a finished synchronisation does: of a segment the longer one stays, which is the one of its writer. */
export const arrive: Arrive = (from, to) => {
  for (const [name, bytes] of from.files) {
    if (bytes.length > (to.files.get(name)?.length ?? -1)) to.files.set(name, bytes.slice());
  }
};

/** In the middle of a synchronisation: what is not here yet is called so, nothing is called damaged. */
async function judgePart({ told, isTwin }: World, copy: Copy): Promise<readonly string[]> {
  const locker = await open(copy);
  const truth = new Map(told.map((change) => [change.id, change]));
  const strange = locker.changes.filter(
    (change) => !isDeepStrictEqual(truth.get(change.id), change),
  );
  const wrong = strange.map(({ kind }) => `a change that nobody made, or another: ${kind}`);
  const ids = new Set(locker.changes.map(({ id }) => id));
  const own = told.filter(({ device, id }) => device === copy.device && !ids.has(id));
  // Of a device with two copies of its profile nobody can tell which copy named what.
  if (isTwin) return wrong;
  wrong.push(...own.map(({ kind }) => `its own change is gone: ${kind}`));
  const { damage, missing } = must(await locker.check());
  wrong.push(...damage.map((each) => `not arrived is called damaged: ${JSON.stringify(each)}`));
  wrong.push(...missing.map((name) => `not arrived is called missing: ${name}`));
  return wrong;
}

async function judgeWhole({
  copies,
  told,
  isTwin,
}: World): Promise<{ lost: number; wrong: readonly string[] }> {
  const wrong: string[] = [];
  const lockers: OpenLocker[] = [];
  const lost = new Set<string>();
  for (const copy of copies) {
    const locker = await open(copy);
    lockers.push(locker);
    const kept = new Map(locker.changes.map((change) => [change.id, change]));
    for (const change of told) {
      if (!isDeepStrictEqual(kept.get(change.id), change)) lost.add(change.id);
    }
    if (locker.changes.length !== told.length) wrong.push('there are more changes than were made');
    const report = must(await locker.check());
    const found = [...report.damage, ...report.missing, ...report.notArrived, ...report.stray];
    wrong.push(...found.map((each) => `all has arrived, and check finds ${JSON.stringify(each)}`));
  }
  const [first, ...others] = lockers;
  for (const other of others) {
    if (!isDeepStrictEqual(first?.state, other.state))
      wrong.push('two copies fold to different states');
  }
  if (lost.size > 0) wrong.push(`${String(lost.size)} acts are lost`);
  if (!isTwin) wrong.push(...(await judgeTaken(copies, told)));
  return { lost: lost.size, wrong };
}

/** A file taken away is missing where its own device looks, and not arrived where another one does. */
async function judgeTaken(
  copies: readonly Copy[],
  told: readonly Change[],
): Promise<readonly string[]> {
  const imported = told.flatMap((change) =>
    change.kind === 'source-imported'
      ? [{ by: change.device, file: change.payload.original.file }]
      : [],
  );
  const wrong: string[] = [];
  const last = imported.at(-1);
  if (last === undefined) return ['nothing was imported'];
  for (const { folder, device } of copies) {
    const left = folderOf(copyOf(folder));
    const name = Array.from(left.files.keys()).find((each) => each === `files/${last.file}`);
    if (name !== undefined) left.files.delete(name);
    const { missing, notArrived } = must(await (await open({ folder: left, device })).check());
    const told = device === last.by ? missing : notArrived;
    if (!isDeepStrictEqual([...missing, ...notArrived], [name]) || told.length !== 1) {
      wrong.push(
        `a file taken away is told as missing ${missing.join()} not arrived ${notArrived.join()}`,
      );
    }
  }
  return wrong;
}
