// `disk-full`: for a while the disk takes nothing, or nothing more, at any operation. The act that meets it fails with a clear code,
// reading and locking go on, nothing acknowledged is lost, and the next act works when there is room again.
import { isDeepStrictEqual } from 'node:util';
import type { Disk, DiskFile } from '../../electron/locker/disk.ts';
import { diskFolder } from '../../electron/locker/folder.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { randomId, type FileId } from '../../shared/evidence/ids.ts';
import type { Change } from '../../shared/journal/change.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import type { Result } from '../../shared/result.ts';
import { FaultyDisk } from '../support/faulty-disk.ts';
import {
  createSmallLocker,
  importedAct,
  importSource,
  markAct,
  must,
  passphraseBytes,
  streamOf,
  testHost,
  testPerson,
} from '../support/small-locker.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { runSteps } from './steps.ts';

export const diskFull: Campaign = {
  name: 'disk-full',
  promise: 'a full, broken or read-only disk is said clearly and loses nothing (P14)',
  shortN: 300,
  fullN: 3_000,
  run: (context) => runDiskFull(context, (result) => result),
};

/** What each failure of a disk is called before a person. */
const names: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'folder-read-only',
  EACCES: 'folder-read-only',
  EIO: 'folder-unreadable',
};

/** While it lasts, everything that writes fails; a file that grows takes a part of the first write. */
class FullWeather {
  code: string | undefined;
  /** Writing operations until the weather begins. */
  in = Number.POSITIVE_INFINITY;
  #begins = '';
  readonly disk: Disk;

  constructor(disk: Disk) {
    const file = (inner: DiskFile): DiskFile => ({
      read: (position, lengthBytes) => inner.read(position, lengthBytes),
      write: async (bytes) => {
        if (this.in === 0) await inner.write(bytes.subarray(0, bytes.length >> 1));
        return this.#do(() => inner.write(bytes));
      },
      sync: () => this.#do(() => inner.sync()),
      close: () => inner.close(),
    });
    this.disk = {
      list: (folder) => disk.list(folder),
      size: (path) => disk.size(path),
      resolve: (path) => disk.resolve(path),
      openOld: (path) => disk.openOld(path),
      syncOld: (path) => this.#do(() => disk.syncOld(path)),
      makeFolder: (path) => this.#do(() => disk.makeFolder(path)),
      openNew: async (path) => file(await this.#do(() => disk.openNew(path))),
      rename: (from, to) => this.#do(() => disk.rename(from, to)),
      remove: (path) => this.#do(() => disk.remove(path)),
      removeFolder: (path) => this.#do(() => disk.removeFolder(path)),
      syncFolder: (path) => this.#do(() => disk.syncFolder(path)),
    };
  }

  beginIn(operations: number, code: string): void {
    this.in = operations;
    this.#begins = code;
  }

  end(): void {
    this.in = Number.POSITIVE_INFINITY;
    this.code = undefined;
  }

  #do<T>(work: () => Promise<T>): Promise<T> {
    if (this.in-- === 0) this.code = this.#begins;
    if (this.code === undefined) return work();
    return Promise.reject(Object.assign(new Error(this.code), { code: this.code }));
  }
}

type Told = <T>(result: Result<T>) => Result<T>;

/** `told`: what a person hears of a result; a test plants an answer there that is too good. */
export async function runDiskFull(context: FaultContext, told: Told): Promise<Tally> {
  const tally = newTally();
  await runSteps(context, tally, async (step, random) => {
    const inner = new FaultyDisk();
    const weather = new FullWeather(inner);
    const folder = diskFolder('/locker', { disk: weather.disk });
    const { locker } = await createSmallLocker(await testHost(folder));
    const document = random.bytes(3_000);
    const { source, file } = await importSource(locker, document);
    const saved: Change[] = [...locker.changes];
    const sealed = new Map<FileId, typeof document>([[file, document]]);
    const wrong: string[] = [];
    const code = random.pick(Object.keys(names));
    count(tally.figures, code);

    weather.beginIn(step % 24, code);
    let refused = 0;
    const hear = <T>(result: Result<T>): T | undefined => {
      const heard = told(result);
      if (heard.ok) return heard.value;
      refused++;
      if (heard.error !== names[code]) wrong.push(`${code} is called ${heard.error}`);
      return undefined;
    };
    for (let acts = 0; acts < 4; acts++) {
      if (random.oneIn(2)) {
        saved.push(...(hear(await locker.act([markAct(source, 'words')], testPerson.id)) ?? []));
      } else {
        const other = randomId();
        const named = { name: 'more.txt', mediaType: 'text/plain' };
        const kept = hear(await locker.sealFile(`source/${other}`, named, streamOf(document)));
        if (kept === undefined) continue;
        const act = importedAct(other, kept, 'more.txt');
        const changes = hear(await locker.act([act], testPerson.id));
        if (changes !== undefined) sealed.set(kept.file, document);
        saved.push(...(changes ?? []));
      }
    }
    if (!isDeepStrictEqual(await read(locker.openFile(file)), document))
      wrong.push('reading stops');
    count(tally.figures, 'acts refused', refused);

    const stays = random.oneIn(3);
    if (!stays) {
      weather.end();
      const after = await locker.act([markAct(source, 'there is room again')], testPerson.id);
      if (after.ok) saved.push(...after.value);
      else wrong.push(`with room again: ${after.error}`);
    }
    const closed = await locker.close();
    if (!closed.ok && !stays) wrong.push(`it does not lock: ${closed.error}`);
    await folder.release();
    weather.end();

    const host = await testHost(diskFolder('/locker', { disk: inner.survivor('kill') }));
    const again = must(await openLocker(host, { passphrase: passphraseBytes() }));
    const kept = new Map(again.changes.map((change) => [change.id, change]));
    const lost = saved.filter((change) => !isDeepStrictEqual(kept.get(change.id), change));
    tally.acks += saved.length;
    tally.lost += lost.length;
    if (lost.length > 0) wrong.push(`lost: ${lost.map(({ kind }) => kind).join(', ')}`);
    for (const [each, bytes] of sealed) {
      if (!isDeepStrictEqual(await read(again.openFile(each)), bytes)) wrong.push(`file ${each}`);
    }
    const { damage, missing } = must(await again.check());
    wrong.push(...[...damage, ...missing].map((each) => `check finds ${JSON.stringify(each)}`));
    for (const what of wrong) tally.failures.push({ step, what: `${code}: ${what}` });
  });
  return tally;
}

async function read(
  opening: Promise<Result<{ readonly bytes: Uint8Array<ArrayBuffer> }>>,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const opened = await opening;
  return opened.ok ? opened.value.bytes : undefined;
}
