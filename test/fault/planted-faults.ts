// Loaded before all else like `dying-files.ts`, and with it: the program gets one of the faults that the campaign `kill-app` is there to
// find. Whoever plants one must see the campaign fail.
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import './dying-files.ts'; // first: what is planted lies over it, nearer to the program

/**
 * `early-answer`: an append is called done before it is synced. `late-slot`: the name of a new slot is on
 * the disk only after the old slot is gone.
 * `no-rename`: a file is written under its own name from the beginning.
 */
export type PlantedFault = 'early-answer' | 'late-slot' | 'no-rename';

const variable = 'LOCKER_FAULT_PLANTED';
const lateMs = 1_500;

export const plantedFaults = import.meta.filename;

/** To be added to the environment of `dying-files.ts`. */
export function environmentOfFault(fault: PlantedFault): Readonly<Record<string, string>> {
  return { [variable]: fault };
}

const given = process.env[variable];
const { open, rename, rm } = promises;
if (given === 'early-answer') {
  const later: Later = (work) => void wait(lateMs).then(work);
  plant({
    open: async (file: string, flags?: string | number, mode?: number) => {
      const handle = await open(file, flags, mode);
      return file.endsWith('.seg') ? syncing(handle, later) : handle;
    },
  });
}
if (given === 'late-slot') {
  const late: (() => Promise<void>)[] = [];
  const isSlots = (folder: string): boolean => path.basename(folder) === 'slots';
  plant({
    open: async (file: string, flags?: string | number, mode?: number) => {
      const handle = await open(file, flags, mode);
      return isSlots(file) ? syncing(handle, (work) => late.push(work)) : handle;
    },
    rm: async (file: string, options?: object) => {
      await rm(file, options);
      if (isSlots(path.dirname(file))) for (const work of late.splice(0)) await work();
    },
  });
}
if (given === 'no-rename') {
  const ownName = (file: string): string => file.replace(/\.tmp$/, '');
  plant({
    open: (file: string, flags?: string | number, mode?: number) =>
      open(ownName(file), flags, mode),
    rename: (from: string, to: string) =>
      ownName(from) === to ? Promise.resolve() : rename(from, to),
  });
}

function plant(faulty: Partial<Record<keyof typeof promises, unknown>>): void {
  Object.assign(promises, faulty);
  syncBuiltinESMExports();
}

type Later = (work: () => Promise<void>) => void;

/** What is called synced at once, and is synced later. */
function syncing(handle: FileHandle, later: Later): FileHandle {
  const postponed = (sync: () => Promise<void>) => () => {
    later(() => sync().catch(() => undefined)); // by then it may be closed
    return Promise.resolve();
  };
  return Object.assign(handle, {
    sync: postponed(handle.sync.bind(handle)),
    datasync: postponed(handle.datasync.bind(handle)),
  });
}
