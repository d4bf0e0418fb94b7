// Preloaded (`node --import`) into a process that is to be killed, and never shipped: it names every operation that writes to the
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
  /** `within`: a write half done; what has no half is not done. */
  readonly moment: 'before' | 'within' | 'after';
  readonly victim: Victim;
  /** Gets a line for every operation that counts. */
  readonly trace?: string;
}

/** The variable of the environment that holds the JSON of a `Death`. */
export const deathVariable = 'LOCKER_FAULT_DEATH';

/** What a program has to be started with in order to die. */
export function environmentOf(death: Death): Readonly<Record<string, string>> {
  return { NODE_OPTIONS: `--import=${import.meta.url}`, [deathVariable]: JSON.stringify(death) };
}

const given = process.env[deathVariable];
if (given !== undefined) watch(JSON.parse(given) as Death);

function watch(death: Death): void {
  let left = death.nth;
  const pass = async <T>(
    operation: Operation,
    target: string,
    work: () => Promise<T>,
    half: () => Promise<unknown> = () => Promise.resolve(),
  ): Promise<T> => {
    const area = areaOf(death, target);
    if (area === undefined || !existsSync(death.armed)) return work();
    const name: StepName = `${operation} ${area}`;
    if (death.trace !== undefined) appendFileSync(death.trace, `${name}\n`);
    if (name !== death.step || --left !== 0) return work();
    if (death.moment === 'within') await half();
    if (death.moment !== 'after') kill(death.victim);
    const result = await work();
    if (death.moment === 'after') kill(death.victim);
    return result;
  };
  const { open, rename, rm, rmdir, mkdir } = promises;
  Object.assign(promises, {
    open: async (target: string, flags: string | number = 'r', mode?: number) => {
      const isNew =
        typeof flags === 'number' ? (flags & constants.O_CREAT) !== 0 : !flags.startsWith('r');
      if (!isNew) return watchHandle(await open(target, flags, mode), target, 'sync-folder');
      return watchHandle(await pass('begin', target, () => open(target, flags, mode)), target);
    },
    rename: (from: string, to: string) => pass('rename', to, () => rename(from, to)),
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
    return Object.assign(handle, {
      write: (bytes: Uint8Array) =>
        pass(
          'write',
          target,
          () => inner.write(bytes),
          () => inner.write(bytes.subarray(0, bytes.length >> 1)),
        ),
      appendFile: (bytes: Uint8Array) =>
        pass(
          'write',
          target,
          () => inner.appendFile(bytes),
          () => inner.appendFile(bytes.subarray(0, bytes.length >> 1)),
        ),
      sync: () => pass(syncing, target, () => inner.sync()),
      datasync: () => pass('sync', target, () => inner.datasync()),
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
