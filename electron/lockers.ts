// The locker the program is at, and the way to another one. Changing lockers ends the page and its process, as locking
// does: nothing of one stays in memory beside another.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { KnownLocker, LockersView } from '../shared/ipc.ts';
import type { LockerFolder } from '../shared/locker/folder.ts';
import { fail, ok, type Result } from '../shared/result.ts';
import { holdsLocker, placeForLocker } from './locker/choose-place.ts';
import { nodeDisk, type Disk } from './locker/disk.ts';
import type { DiskFolder } from './locker/folder.ts';
import { withoutLinks } from './locker/inside.ts';
import type { KnownLockers } from './locker/known-lockers.ts';
import { takeLockBeside, type HeldLock } from './locker/lock-beside.ts';
import type { Backups } from './safekeeping/backups.ts';
import type { Restore } from './safekeeping/restore.ts';

/** What works on one locker. */
export interface LockerRooms {
  readonly disk: DiskFolder;
  /** The folder as the page is served. */
  readonly folder: LockerFolder;
  readonly backups: Backups;
  readonly restore: Restore;
}

interface Entered {
  readonly place: string;
  readonly rooms: LockerRooms;
  lock: HeldLock | undefined;
  /** A locker was there before: where it is missing now, that is said, and no other one offered in its place. */
  readonly expected: boolean;
}

export interface LockersHost {
  readonly known: KnownLockers;
  readonly standard: string;
  /** Folders of the program, in which no locker may lie. */
  readonly own: readonly string[];
  readonly ask: (purpose: 'open' | 'create') => Promise<string | undefined>;
  readonly makeRooms: (place: string) => LockerRooms;
  /** Called before another locker, or a copy of this one, is entered: its journals get a writer of their own. */
  readonly onChange: () => void;
  readonly disk?: Disk;
}

export class Lockers {
  readonly #host: LockersHost;
  readonly #disk: Disk;
  #present: Entered;
  #next: Entered | undefined;

  constructor(host: LockersHost) {
    this.#host = host;
    this.#disk = host.disk ?? nodeDisk;
    const { known } = host;
    this.#present = {
      ...{ place: known.present, rooms: host.makeRooms(known.present) },
      ...{ lock: undefined, expected: !known.isStandard },
    };
  }

  get rooms(): LockerRooms {
    return this.#present.rooms;
  }

  /** As the folder lists, unless another program holds the locker or it is not where it was. */
  async list(): ReturnType<LockerFolder['list']> {
    const entered = this.#present;
    if (entered.lock === undefined) {
      const lock = await takeLockBeside(entered.place);
      if (lock.ok) entered.lock = lock.value;
      else if (lock.error === 'folder-in-use') return lock;
      // Else nothing may be written beside the locker, or there is no such place: the folder itself tells.
    }
    if (entered.expected) {
      const there = await holdsLocker(entered.place, this.#disk).catch(() => false);
      if (!there) return fail('locker-moved');
    }
    return entered.rooms.folder.list();
  }

  read(): LockersView {
    const { known } = this.#host;
    return {
      name: path.basename(known.present),
      isStandard: known.isStandard,
      keepsRecent: known.keepsRecent,
      recent: known.recent.filter((each) => each !== known.present).map(describe),
    };
  }

  async choose(purpose: 'open' | 'create'): Promise<Result<null>> {
    const chosen = await this.#host.ask(purpose);
    return chosen === undefined ? fail('cancelled') : this.#enter(purpose, chosen);
  }

  async open(id: string): Promise<Result<null>> {
    const place = this.#find(id);
    return place === undefined ? fail('locker-moved') : this.#enter('open', place);
  }

  forget(id: string): null {
    const place = this.#find(id);
    if (place !== undefined) this.#host.known.forget(place);
    return null;
  }

  keepRecent(on: boolean): null {
    this.#host.known.keepRecent(on);
    return null;
  }

  /** The page ended: lets go of what it left open, and of the locker where another one was chosen. */
  async endPage(): Promise<void> {
    const { place, rooms, lock } = this.#present;
    await rooms.backups.release(false);
    await rooms.restore.discard();
    await rooms.disk.release();
    const next = this.#next;
    if (next === undefined) return;
    this.#next = undefined;
    if (next.place !== place) await lock?.release();
    this.#present = next;
    await next.rooms.restore.discard(); // of a program that was killed while it restored
  }

  /** The program ends. */
  async release(): Promise<void> {
    await this.#present.lock?.release();
    this.#present.lock = undefined;
  }

  #find(id: string): string | undefined {
    return this.#host.known.recent.find((place) => describe(place).id === id);
  }

  async #enter(purpose: 'open' | 'create', chosen: string): Promise<Result<null>> {
    const { known, own, standard, makeRooms, onChange } = this.#host;
    const found = await placeForLocker(purpose, chosen, own, this.#disk);
    if (!found.ok) return found;
    const isStandard = found.value === (await withoutLinks(standard, this.#disk));
    const place = isStandard ? standard : found.value;
    const present = this.#present;
    const lock =
      place === present.place && present.lock !== undefined
        ? ok(present.lock)
        : await takeLockBeside(place);
    if (!lock.ok && lock.error === 'folder-in-use') return lock;
    // Before the page ends, so that what fails is said on it.
    known.enter(place);
    onChange();
    const given = this.#next?.lock;
    if (given !== present.lock) await given?.release();
    this.#next = {
      ...{ place, rooms: makeRooms(place) },
      ...{ lock: lock.ok ? lock.value : undefined, expected: purpose === 'open' },
    };
    return ok(null);
  }
}

/** The page names a place by a digest, and so none that main did not tell it of. */
function describe(place: string): KnownLocker {
  const id = createHash('sha256').update(place).digest('hex').slice(0, 32);
  return { id, name: path.basename(place), folder: place };
}
