// A locker with a history, held in memory: several runs of two devices, a passphrase that was changed, files of several sizes.
// What is true of it is kept beside it, so that any reading of a damaged copy can be judged.
import type { Bytes } from '../../shared/bytes.ts';
import type { Argon2Cost } from '../../shared/crypto/argon2.ts';
import type { DeviceId, FileId, SourceId } from '../../shared/evidence/ids.ts';
import type { Change } from '../../shared/journal/change.ts';
import type { FolderName } from '../../shared/locker/folder.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import type { ViewStore } from '../../shared/locker/segment-memory.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { memoryFolder, type MemoryFolder } from '../support/memory-folder.ts';
import {
  cheapCost,
  createSmallLocker,
  deviceA,
  deviceB,
  importSource,
  markAct,
  must,
  noteAct,
  passphraseBytes,
  testHost,
  testPerson,
  there,
} from '../support/small-locker.ts';
import { randomId } from '../../shared/evidence/ids.ts';
import type { Random } from './random.ts';

export type Stored = ReadonlyMap<FolderName, Bytes>;

interface Run {
  readonly segment: FolderName;
  /** The changes of each frame; frame 0 has none, as has a closing one. */
  readonly frames: readonly (readonly Change[])[];
  readonly device: DeviceId;
  /** What this run made and its acts name: key pools, slots, sealed files. */
  readonly made: readonly FolderName[];
}

export interface Snapshot {
  readonly files: Stored;
  /** The folder after each run but the last, oldest first. */
  readonly earlier: readonly Stored[];
  readonly runs: readonly Run[];
  readonly changes: readonly Change[];
  /** Those of the purged source too, which nobody may see again. */
  readonly everSaid: readonly Change[];
  readonly purgedFile: FileId;
  /** The run that purged it and changed the passphrase. */
  readonly turning: FolderName;
  readonly documents: ReadonlyMap<FileId, Bytes>;
  readonly recoveryKey: string;
  readonly passphrase: string;
  /** The last run, which no other has recorded yet. */
  readonly newest: FolderName;
}

/** Forgets everything at once; that there is such a store is why a device has an epoch key. */
export const noViews: ViewStore = {
  read: () => Promise.resolve(undefined),
  write: () => Promise.resolve(),
  wipe: () => Promise.resolve(),
};

const sizesBytes = [0, 700, 3_000, 16_383, 20_000];
const laterPassphrase = 'quite another passphrase of words';

/** `ends`: whether the last run was closed. An unclosed one in the middle is always there, recorded by the next. */
export async function makeSnapshot(
  random: Random,
  ends: 'closed' | 'unclosed',
  cost: Argon2Cost = cheapCost,
): Promise<Snapshot> {
  const folder = memoryFolder();
  const documents = new Map<FileId, Bytes>();
  const earlier: Stored[] = [];
  const runs: Run[] = [];
  const sources: SourceId[] = [];
  let before: Stored = new Map();

  const endRun = async (locker: OpenLocker, frames: Change[][], close: boolean): Promise<void> => {
    if (close) must(await locker.close());
    const added = Array.from(folder.files.keys()).filter((name) => !before.has(name));
    const segment = added.find((name) => name.startsWith('journal/'));
    if (segment === undefined) throw new Error('the run wrote no segment');
    const made = added.filter((name) => !/^(?:journal|epoch)\//.test(name));
    const [, device] = segment.split('/') as [string, DeviceId];
    runs.push({ segment, device, frames: close ? [[], ...frames, []] : [[], ...frames], made });
    before = copyOf(folder);
    earlier.push(before);
  };
  /** Acts one after the other: a frame each. */
  const work = async (locker: OpenLocker, files: number, marks: number): Promise<Change[][]> => {
    const seen = new Set(locker.changes.map(({ id }) => id));
    const frames: Change[][] = [];
    const note = (): void => {
      const fresh = locker.changes.filter(({ id }) => !seen.has(id));
      for (const { id } of fresh) seen.add(id);
      frames.push(fresh);
    };
    for (let index = 0; index < files; index++) {
      const bytes = random.bytes(random.pick(sizesBytes));
      const { source, file } = await importSource(locker, bytes, `report ${String(index)}.txt`);
      documents.set(file, bytes);
      sources.push(source);
      note();
    }
    for (let index = 0; index < marks; index++) {
      const source = random.pick(sources);
      const mark = randomId();
      const acts = [markAct(source, `words ${String(random.bits())}`, mark)];
      if (random.oneIn(2)) acts.push(noteAct(source, mark, 'a note'));
      must(await locker.act(acts, testPerson.id));
      note();
    }
    return frames;
  };

  const host = { ...(await testHost(folder)), leastCost: cost, views: noViews };
  const { locker: first, recoveryKey } = await createSmallLocker(host, cost);
  const created = [...first.changes];
  await endRun(first, [created, ...(await work(first, 2, 2))], true);

  const open = async (device: DeviceId, passphrase: string): Promise<OpenLocker> => {
    const own = { ...(await testHost(folder, device)), leastCost: cost, views: noViews };
    return must(await openLocker(own, { passphrase: passphraseBytes(passphrase) }));
  };
  const old = new TextDecoder().decode(passphraseBytes());
  const second = await open(deviceA, old);
  await endRun(second, await work(second, 0, 3), false);
  const third = await open(deviceB, old);
  await endRun(third, await work(third, 1, 2), true);

  const fourth = await open(deviceA, old);
  const fourthFrames = await work(fourth, 0, 1);
  const known = new Set(fourth.changes);
  const current = { kind: 'passphrase', passphrase: passphraseBytes(old) } as const;
  const next = { passphrase: passphraseBytes(laterPassphrase), cost };
  must(await fourth.slots.changePassphrase(current, next, testPerson.id));
  // One frame says whose the new slot is, the other that it replaces the old one.
  for (const change of fourth.changes) if (!known.has(change)) fourthFrames.push([change]);
  const [doomed] = sources;
  if (doomed === undefined) throw new Error('nothing was imported');
  const purgedFile = Array.from(documents.keys())[0];
  if (purgedFile === undefined) throw new Error('nothing was sealed');
  const everSaid = [...fourth.changes];
  must(await fourth.purge(doomed, testPerson.id));
  sources.shift();
  documents.delete(purgedFile);
  for (const change of fourth.changes) {
    if (change.kind === 'purged') fourthFrames.push([change]);
  }
  await endRun(fourth, fourthFrames, true);

  const fifth = await open(deviceA, laterPassphrase);
  await endRun(fifth, await work(fifth, 1, 3), ends === 'closed');
  earlier.pop();

  const last = runs.at(-1);
  if (last === undefined) throw new Error('no run was made');
  const { changes } = await open(deviceA, laterPassphrase);
  return {
    ...{ files: before, earlier, runs, changes, documents, recoveryKey },
    everSaid: [...everSaid, ...changes],
    ...{
      purgedFile,
      turning: there(runs[3]).segment,
      passphrase: laterPassphrase,
      newest: last.segment,
    },
  };
}

/** As it lies there now; what is written later does not reach it. */
export function copyOf({ files }: MemoryFolder): Stored {
  return new Map(Array.from(files, ([name, bytes]) => [name, bytes.slice()]));
}

export function folderOf(files: Stored): MemoryFolder {
  return memoryFolder(new Map(Array.from(files, ([name, bytes]) => [name, bytes.slice()])));
}
