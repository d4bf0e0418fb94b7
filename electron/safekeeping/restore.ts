// A locker brought back from a backup to a place that has none. It grows beside that place and takes its name when all of
// it is on the disk: killed anywhere, there is no locker yet, or the whole one. One thing at a time, in order: a page that
// ends in the middle of a step must not have what grows swept away under it and put into its place.
import path from 'node:path';
import type { RestoreProgress } from '../../shared/ipc.ts';
import type { FolderEntry } from '../../shared/locker/folder.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { codeOf, errorOf } from '../locker/disk-errors.ts';
import { renamePatiently } from '../locker/disk-writes.ts';
import { nodeDisk, type Disk } from '../locker/disk.ts';
import { diskFolder, type DiskFolder } from '../locker/folder.ts';
import { asBackupError, asLostBackup, atBackup, placeOfBackup } from './backup-place.ts';
import { removeCopy } from './empty-folder.ts';

/** So much is copied in one step; between steps the person may stop it. */
const stepBytes = 32 * 1024 * 1024;
const stepFiles = 100;

/** Windows says EPERM of a folder in the way, and of one in which a virus scanner still reads what was just written. */
const inTheWayOrHeld = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY'];

interface UnderWay {
  readonly source: DiskFolder;
  readonly growing: DiskFolder;
  readonly entries: readonly FolderEntry[];
  done: number;
}

export class Restore {
  readonly #place: string;
  readonly #choose: () => Promise<string | undefined>;
  /** Called before the locker takes its place: whatever happens then, nobody writes there under an id of before. */
  readonly #onPlacing: () => void;
  readonly #disk: Disk;
  #underWay: UnderWay | undefined;
  #queue: Promise<unknown> = Promise.resolve();

  constructor(
    place: string,
    choose: () => Promise<string | undefined>,
    onPlacing: () => void,
    disk: Disk = nodeDisk,
  ) {
    this.#place = place;
    this.#choose = choose;
    this.#onPlacing = onPlacing;
    this.#disk = disk;
  }

  begin(): Promise<Result<RestoreProgress>> {
    return this.#inTurn(() => this.#begin());
  }

  step(): Promise<Result<RestoreProgress>> {
    return this.#inTurn(() => this.#step());
  }

  /** Gives up what is under way, and deletes what an earlier program left of one. */
  discard(): Promise<Result<null>> {
    this.#underWay = undefined; // a step that is running ends at its next file
    return this.#inTurn(() => removeCopy(this.#disk, this.#growingPath));
  }

  #inTurn<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
    const job = this.#queue.then(work);
    this.#queue = job.catch(() => undefined);
    return job;
  }

  async #begin(): Promise<Result<RestoreProgress>> {
    this.#underWay = undefined;
    const free = await this.#isFree();
    if (!free.ok) return free;
    if (!free.value) return fail('restore-not-empty');
    const chosen = await this.#choose();
    if (chosen === undefined) return fail('cancelled');
    const place = await atBackup(() => placeOfBackup(undefined, chosen, this.#disk));
    if (!place.ok) return place;
    const source = diskFolder(place.value, { disk: this.#disk, readOnly: true });
    const listing = await source.list();
    if (!listing.ok) return fail(asBackupError(listing.error));
    if (!holdsLocker(listing.value.entries)) return fail('backup-incomplete');
    const growing = diskFolder(this.#growingPath, { disk: this.#disk });
    const emptied = await removeCopy(this.#disk, this.#growingPath);
    if (!emptied.ok) return emptied;
    this.#underWay = { source, growing, entries: listing.value.entries, done: 0 };
    return ok({ done: 0, total: listing.value.entries.length });
  }

  async #step(): Promise<Result<RestoreProgress>> {
    const underWay = this.#underWay;
    if (underWay === undefined) return fail('backup-absent');
    const { source, growing, entries } = underWay;
    let left = stepBytes;
    const until = Math.min(entries.length, underWay.done + stepFiles);
    for (const { name, sizeBytes } of entries.slice(underWay.done, until)) {
      if (this.#underWay !== underWay) return fail('cancelled');
      const copied = await growing.take(name, reading(source), 'new');
      if (!copied.ok) return copied;
      if (copied.value < sizeBytes) return fail('backup-unreadable');
      left -= copied.value;
      underWay.done += 1;
      if (left <= 0) break;
    }
    const progress = { done: underWay.done, total: entries.length };
    if (underWay.done < entries.length) return ok(progress);
    const arrived = await growing.list();
    if (!arrived.ok) return arrived;
    if (!holdsAll(arrived.value.entries, entries)) return fail('backup-unreadable');
    if (this.#underWay !== underWay) return fail('cancelled');
    const placed = await this.#takePlace();
    this.#underWay = undefined;
    return placed.ok ? ok(progress) : placed;
  }

  get #growingPath(): string {
    return `${this.#place}.restoring`;
  }

  /** Nothing there, or what a creation that was cut off left behind. */
  async #isFree(): Promise<Result<boolean>> {
    const listing = await diskFolder(this.#place, { disk: this.#disk, readOnly: true }).list();
    if (!listing.ok) return listing;
    const names = listing.value.entries.map(({ name }) => name);
    const slots = names.filter((name) => name.startsWith('slots/'));
    // The passphrase's slot is the second one, and there is a locker from it on.
    return ok(slots.length < 2 && !names.some((name) => /^(?:files|journal)\//.test(name)));
  }

  async #takePlace(): Promise<Result<null>> {
    try {
      this.#onPlacing();
      await this.#renameAside();
      await this.#disk.syncFolder(path.dirname(this.#place));
      return ok(null);
    } catch (error) {
      return fail(errorOf(error, 'writing'));
    }
  }

  /** What was in the place is kept under another name, unless it was an empty folder. */
  async #renameAside(): Promise<void> {
    try {
      await this.#disk.rename(this.#growingPath, this.#place);
    } catch (error) {
      if (!inTheWayOrHeld.includes(codeOf(error))) throw error;
      const aside = `${this.#place}.before-restore-${String(Date.now())}`;
      await this.#disk.rename(this.#place, aside).catch((refused: unknown) => {
        if (codeOf(refused) !== 'ENOENT') throw refused; // nothing was in the way
      });
      await renamePatiently(this.#disk, this.#growingPath, this.#place);
    }
  }
}

/** What a finished backup has at least: a way in, keys, and acts. Whether they are whole shows when it is opened. */
function holdsLocker(entries: readonly FolderEntry[]): boolean {
  return ['slots/', 'keys/', 'journal/'].every((room) =>
    entries.some(({ name, sizeBytes }) => name.startsWith(room) && sizeBytes > 0),
  );
}

/** A backup that somebody writes to meanwhile may have grown. */
function holdsAll(arrived: readonly FolderEntry[], wanted: readonly FolderEntry[]): boolean {
  const sizes = new Map(arrived.map(({ name, sizeBytes }) => [name, sizeBytes]));
  return wanted.every(({ name, sizeBytes }) => (sizes.get(name) ?? -1) >= sizeBytes);
}

function reading(source: DiskFolder): Pick<DiskFolder, 'list' | 'read'> {
  return {
    list: () => source.list(),
    read: async (...args) => {
      const read = await source.read(...args);
      return read.ok ? read : fail(asLostBackup(read.error));
    },
  };
}
