// One program per profile, and one per locker. The lock lies beside either, never in the locker's folder, which may be
// synchronised to other machines. It names the process, so that one left behind by a crash is told from one that is held.
import { readFileSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import os from 'node:os';
import { fail, ok, type Result } from '../../shared/result.ts';
import { integer, parseJson, record, text } from '../../shared/shape.ts';
import { codeOf, errorOf } from './disk-errors.ts';

interface Holder {
  readonly pid: number;
  /** When that process started, as far as the system tells: process numbers are used again. */
  readonly started: string;
  /** Changes with every start of the machine. */
  readonly boot: string;
  readonly machine: string;
}

/** Why a lock that was found does not count. */
type StaleReason = 'program-ended' | 'machine-restarted' | 'other-machine' | 'unreadable';

export interface HeldLock {
  /** Set where a lock was found and taken over: the last session did not end as it should. */
  readonly stale: StaleReason | undefined;
  release(): Promise<void>;
}

const isHolder = record<Holder>({
  pid: integer(1, Number.MAX_SAFE_INTEGER),
  started: text(64),
  boot: text(128),
  machine: text(256),
});

/** Takes the lock of the profile or the locker at this path, or answers `folder-in-use`. */
export async function takeLockBeside(
  folder: string,
  self = describeSelf(),
): Promise<Result<HeldLock>> {
  const file = `${folder}.lock`;
  const release = (): Promise<void> => rm(file, { force: true });
  try {
    if (await writeNew(file, self)) return ok({ stale: undefined, release });
    const stale = judge(readHolder(file), self);
    if (stale === undefined) return fail('folder-in-use');
    await release();
    return (await writeNew(file, self)) ? ok({ stale, release }) : fail('folder-in-use');
  } catch (error) {
    return fail(errorOf(error, 'writing'));
  }
}

export function describeSelf(): Holder {
  return {
    pid: process.pid,
    started: startOf(process.pid) ?? '',
    boot: readLine('/proc/sys/kernel/random/boot_id') ?? '',
    machine: readLine('/etc/machine-id') ?? os.hostname(),
  };
}

/** Undefined where the holder may well be at work. */
function judge(holder: Holder | undefined, self: Holder): StaleReason | undefined {
  if (holder === undefined) return 'unreadable';
  if (holder.machine !== self.machine) return 'other-machine';
  if (holder.boot !== self.boot) return 'machine-restarted';
  const started = startOf(holder.pid);
  const isOther = started !== undefined && started !== holder.started;
  return isRunning(holder.pid) && !isOther ? undefined : 'program-ended';
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM'; // it runs, as somebody else
  }
}

/** Start time of a process in clock ticks since the machine's own (proc(5), field 22). Linux only. */
function startOf(pid: number): string | undefined {
  const stat = readLine(`/proc/${String(pid)}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
}

function readHolder(file: string): Holder | undefined {
  const holder = parseJson(readLine(file) ?? '');
  return isHolder(holder) ? holder : undefined;
}

function readLine(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** False where the file exists. */
async function writeNew(file: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(JSON.stringify(holder));
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return false;
  }
}
