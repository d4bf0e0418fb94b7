// Loaded before all else into a process that is to be killed, and never shipped: it names every operation that writes to the
// locker's folder or to the exports, and kills at one of them. So a program dies at named steps without knowing of any.
import { appendFileSync, constants, existsSync } from 'node:fs';
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { killOne, processesBelow } from './processes.ts';

type Operation = 'begin' | 'write' | 'sync' | 'rename' | 'remove' | 'make-folder' | 'sync-folder';
type Area = 'locker' | 'slots' | 'keys' | 'epoch' | 'files' | 'journal' | 'exports';
/** Such as `sync journal`: what is done, and in which folder of the locker, or that of the exports. */
export type StepName = `${Operation} ${Area}`;

export type Victim = 'main' | 'browser' | 'both';

export interface Death {
  readonly locker: string;
  readonly exports: string;
  /** Operations count while this file is there. */
  readonly armed: string;
  /** The n-th of this name, counted from 1; absent to kill nothing. */
  readonly step?: StepName;
  readonly nth: number;
  /**
   * `within`: a write half done; what has no half is not done. Of a file that is about to be synced, what was not synced is lost, all of
   * it or half, and of a folder the names it was given since: as when the machine itself stops. A kill alone would leave both in the
   * system's memory.
   */
  readonly moment: 'before' | 'within' | 'after';
  readonly victim: Victim;
  /** Gets a line for every operation that counts. */
  readonly trace?: string;
}

const variable = 'LOCKER_FAULT_DEATH';

/** With it in its environment, a process that loads this module dies. */
export function environmentOf(death: Death): Readonly<Record<string, string>> {
  return { [variable]: JSON.stringify(death) };
}

export const dyingFiles = import.meta.filename;

const given = process.env[variable];
if (given !== undefined) watch(JSON.parse(given) as Death);

type Cut = () => Promise<unknown>;

function watch(death: Death): void {
  let left = death.nth;
  const pass = async <T>(
    operation: Operation,
    target: string,
    work: () => Promise<T>,
    cut: { readonly before?: Cut; readonly within?: Cut } = {},
  ): Promise<T> => {
    const area = areaOf(death, target);
    if (area === undefined || !existsSync(death.armed)) return work();
    const name: StepName = `${operation} ${area}`;
    if (death.trace !== undefined) appendFileSync(death.trace, `${name}\n`);
    if (name !== death.step || --left !== 0) return work();
    // Main goes on without its browser, and does the whole of it.
    if (death.moment !== 'after' && death.victim !== 'browser') await cut[death.moment]?.();
    if (death.moment !== 'after') kill(death.victim);
    const result = await work();
    if (death.moment === 'after') kill(death.victim);
    return result;
  };
  const { open, rename, rm, rmdir, mkdir, truncate, readFile, writeFile } = promises;
  /** Names given and not yet synced, by folder, with what lay under the name before. */
  const named = new Map<string, { from: string; to: string; before: Uint8Array | undefined }[]>();
  const renamed = async (from: string, to: string): Promise<void> => {
    const before = await readFile(to).catch(() => undefined); // nothing did, or it is a folder
    await pass('rename', to, () => rename(from, to));
    const folder = path.dirname(to);
    named.set(folder, [...(named.get(folder) ?? []), { from, to, before }]);
  };
  const loseNames = (folder: string) => async () => {
    for (const { from, to, before } of (named.get(folder) ?? []).toReversed()) {
      await rename(to, from);
      if (before !== undefined) await writeFile(to, before);
    }
  };
  Object.assign(promises, {
    open: async (target: string, flags: string | number = 'r', mode?: number) => {
      const isNew =
        typeof flags === 'number' ? (flags & constants.O_CREAT) !== 0 : !flags.startsWith('r');
      if (!isNew) return watchHandle(await open(target, flags, mode), target, 'sync-folder');
      return watchHandle(await pass('begin', target, () => open(target, flags, mode)), target);
    },
    rename: renamed,
    rm: (target: string, options?: object) => pass('remove', target, () => rm(target, options)),
    rmdir: (target: string) => pass('remove', target, () => rmdir(target)),
    mkdir: (target: string, options?: object) =>
      pass('make-folder', target, () => mkdir(target, options)),
  } satisfies Partial<Record<keyof typeof promises, unknown>>);
  syncBuiltinESMExports();

  const watchHandle = (handle: FileHandle, target: string, syncing: Operation = 'sync') => {
    const inner = {
      write: handle.write.bind(handle) as (bytes: Uint8Array) => Promise<unknown>,
      appendFile: handle.appendFile.bind(handle),
      sync: handle.sync.bind(handle),
      datasync: handle.datasync.bind(handle),
    };
    // Every file that is written to was new when it was opened.
    const size = { written: 0, synced: 0 };
    const lose = (share: number) => () =>
      truncate(target, Math.ceil(size.written - share * (size.written - size.synced)));
    const writing = async <T>(bytes: Uint8Array, work: (part: Uint8Array) => Promise<T>) => {
      const within = () => work(bytes.subarray(0, bytes.length >> 1));
      const result = await pass('write', target, () => work(bytes), { within });
      size.written += bytes.length;
      return result;
    };
    const synced = async (operation: Operation, work: () => Promise<void>) => {
      const isFolder = operation === 'sync-folder';
      const isNew = syncing === 'sync'; // of a file of before nobody knows what was synced
      const lost = { before: lose(1), within: lose(0.5) };
      const cut = isFolder ? { before: loseNames(target) } : isNew ? lost : {};
      await pass(operation, target, work, cut);
      size.synced = size.written;
      named.delete(target);
    };
    return Object.assign(handle, {
      write: (bytes: Uint8Array) => writing(bytes, inner.write),
      appendFile: (bytes: Uint8Array) => writing(bytes, inner.appendFile),
      sync: () => synced(syncing, inner.sync),
      datasync: () => synced('sync', inner.datasync),
    });
  };
}

function areaOf({ locker, exports }: Death, target: string): Area | undefined {
  if (exports !== '' && isInside(exports, target)) return 'exports';
  if (!isInside(locker, target)) return undefined;
  const [first = ''] = path.relative(locker, target).split(path.sep);
  return first === '' ? 'locker' : (first as Area);
}

function isInside(folder: string, target: string): boolean {
  const relative = path.relative(folder, target);
  return !relative.startsWith('..') && !path.isAbsolute(relative);
}

/** Main alone ends at once; without its browser it ends by itself, as it does in a crash of it. */
function kill(victim: Victim): void {
  if (victim !== 'main') for (const pid of processesBelow(process.pid)) killOne(pid);
  if (victim !== 'browser') killOne(process.pid);
}
