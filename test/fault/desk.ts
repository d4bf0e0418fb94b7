// A desk for the running program: a home, temporary folders and a profile of its own in the campaign's scratch folder, so
// that every byte it writes is found, and what can be asked of its processes from outside.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RunningApp, type Place } from '../support/running-app.ts';

export interface Desk {
  readonly place: Place;
  /** Beside the locker and the exports: everything else the program could write to. */
  readonly surroundings: {
    readonly cwd: string;
    readonly environment: Readonly<Record<string, string>>;
  };
  readonly folder: string;
}

/** Folders below `folder`, all empty but for the locker's, which does not exist yet. */
export function layDesk(folder: string): Desk {
  const below = (name: string): string => {
    const made = path.join(folder, name);
    mkdirSync(made, { recursive: true, mode: 0o700 });
    return made;
  };
  const home = below('home');
  const temp = below('temp');
  return {
    folder,
    place: {
      locker: path.join(folder, 'test.locker'),
      profile: path.join(folder, 'profile'),
      exports: below('exports'),
    },
    surroundings: {
      cwd: below('cwd'),
      environment: {
        HOME: home,
        ...{ TMPDIR: temp, TMP: temp, TEMP: temp },
        XDG_CONFIG_HOME: below('home/config'),
        XDG_CACHE_HOME: below('home/cache'),
        XDG_DATA_HOME: below('home/data'),
        XDG_STATE_HOME: below('home/state'),
        XDG_RUNTIME_DIR: below('home/run'),
      },
    },
  };
}

export function startAt(
  { place, surroundings }: Desk,
  switches: readonly string[],
): Promise<RunningApp> {
  return RunningApp.start(place, switches, surroundings);
}

export interface Process {
  readonly pid: number;
  /** `main`, else what Chromium calls it: `browser`, `renderer`, `gpu-process`, `utility`, `zygote` … */
  readonly kind: string;
  readonly commandLine: string;
}

/** The program's processes as they are now. Linux only. */
export function processesOf(main: number): readonly Process[] {
  const all = readdirSync('/proc').flatMap((name) => {
    const parent = /^[0-9]+$/.test(name) ? parentOf(name) : undefined;
    return parent === undefined ? [] : [{ pid: Number(name), parent }];
  });
  const own = [main];
  for (const pid of own) {
    own.push(...all.filter(({ parent }) => parent === pid).map((process) => process.pid));
  }
  return own.flatMap((pid) => {
    const commandLine = readOr(`/proc/${String(pid)}/cmdline`)?.replaceAll('\0', ' ');
    if (commandLine === undefined || commandLine === '') return []; // ended, or about to be buried
    const type = /--type=([a-z-]+)/.exec(commandLine)?.[1] ?? 'browser';
    return [{ pid, commandLine, kind: pid === main ? 'main' : type }];
  });
}

/** Undefined for one that has ended. */
function parentOf(pid: string): number | undefined {
  const status = readOr(`/proc/${pid}/stat`);
  const [state, parent] = status?.slice(status.lastIndexOf(')') + 2).split(' ') ?? [];
  return state === undefined || state === 'Z' ? undefined : Number(parent);
}

function readOr(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined; // it ended meanwhile
  }
}

/** Resident kilobytes of the largest page's process. */
export function largestPageKB(main: number): number {
  const sizes = processesOf(main)
    .filter(({ kind }) => kind === 'renderer')
    .map(({ pid }) =>
      Number(/^VmRSS:\s+(\d+)/m.exec(readOr(`/proc/${String(pid)}/status`) ?? '')?.[1] ?? 0),
    );
  return Math.max(0, ...sizes);
}
