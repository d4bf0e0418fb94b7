// Loaded before all else like `dying-files.ts`, and with it: the program gets one of the faults that the campaign `kill-app` is there to
// find. Whoever plants one must see the campaign fail.
import promises, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import './dying-files.ts'; // first: what is planted lies over it, nearer to the program

/**
 * `early-answer`: an append is called done before it is synced. `late-slot`: a slot is called written before its name is on
 * the disk.
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
const { open, rename } = promises;
if (given === 'early-answer') {
  plant({
    open: async (file: string, flags?: string | number, mode?: number) =>
      file.endsWith('.seg') ? syncingLate(await open(file, flags, mode)) : open(file, flags, mode),
  });
}
if (given === 'late-slot') {
  plant({
    open: async (file: string, flags?: string | number, mode?: number) =>
      path.basename(file) === 'slots'
        ? syncingLate(await open(file, flags, mode))
        : open(file, flags, mode),
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

/** What is called synced at once, and is a good while later. */
function syncingLate(handle: FileHandle): FileHandle {
  const later = (sync: () => Promise<void>) => () => {
    void wait(lateMs).then(() => sync().catch(() => undefined));
    return Promise.resolve();
  };
  return Object.assign(handle, {
    sync: later(handle.sync.bind(handle)),
    datasync: later(handle.datasync.bind(handle)),
  });
}
