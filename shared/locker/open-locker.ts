// An open locker: acts in, sealed files in and out, sealed views, a check. Holds keys, never secrets.
import type { Bytes } from '../bytes.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { Stretching } from '../crypto/slots.ts';
import type { ErrorCode } from '../errors.ts';
import type { DeviceId, FileId, PersonId, SourceId } from '../evidence/ids.ts';
import type { Act, Change, Subject } from '../journal/change.ts';
import type { LibraryState } from '../library/library-state.ts';
import { fail, ok, type Result } from '../result.ts';
import { checkFolder, withSlots, type CheckSteps, type FolderEyes } from './check-folder.ts';
import { findPhrase, type PhraseFinding } from './find-phrase.ts';
import { inside, type FolderListing, type FolderName, type LockerFolder } from './folder.ts';
import { JournalWriter } from './journal-writer.ts';
import type { KeyRing } from './key-ring.ts';
import { KeySlots } from './key-slots.ts';
import { LiveLibrary } from './live-library.ts';
import { LockerFiles, type SealedFile } from './locker-files.ts';
import { filesOf, namedFiles } from './named-files.ts';
import { Purging } from './purging.ts';
import type { LockerReading } from './read-locker.ts';
import type { LockerReport } from './report.ts';
import type { Run } from './runs.ts';
import { phraseOf } from './seal-phrase.ts';
import type { FileMeta } from './sealed-file.ts';
import type { SegmentMemory } from './segment-memory.ts';

export interface OpenLockerHost {
  readonly folder: LockerFolder;
  readonly now: () => number;
  readonly device: DeviceId | undefined;
  readonly withAckLines: boolean;
  readonly stretching: Stretching;
  readonly memory: SegmentMemory | undefined;
}

export class OpenLocker {
  /** The sessions before this one. */
  readonly runs: readonly Run[];
  /** Its views outside the folder were gone and have been made again. */
  readonly rebuilt: boolean;
  /** Who can open it, and with what. */
  readonly slots: KeySlots;
  #report: LockerReport;
  readonly #host: OpenLockerHost;
  readonly #keys: LockerKeys;
  readonly #ring: KeyRing;
  readonly #writer: JournalWriter;
  readonly #files: LockerFiles;
  readonly #library: LiveLibrary;
  readonly #purging: Purging;
  #closed = false;

  constructor(
    host: OpenLockerHost,
    keys: LockerKeys,
    listing: FolderListing,
    { ring, union, files, report, runs, purged, self, seq }: LockerReading,
    damagedSlots: readonly FolderName[],
    openedBy: string,
  ) {
    this.#host = host;
    this.#keys = keys;
    this.#ring = ring;
    this.rebuilt = host.memory?.wasEmpty ?? false;
    this.#report = withSlots(report, damagedSlots);
    this.runs = runs;
    this.#library = new LiveLibrary(union.changes, purged);
    this.#files = new LockerFiles(
      { folder: host.folder, lockerId: keys.lockerId, ring, isClosed: () => this.#closed },
      files,
      inside(listing, 'files/').map(({ name, sizeBytes }) => [name, sizeBytes] as const),
    );
    const { folder, now, withAckLines } = host;
    const onWritten = (changes: readonly Change[]): void => {
      this.#library.add(changes);
    };
    this.#writer = new JournalWriter(
      { folder, keys, ring, now, withAckLines, onWritten },
      { device: self, earlier: union.unrecorded, clock: union.clock, seq },
    );
    this.#purging = new Purging({
      ...{ folder, keys, ring, writer: this.#writer, memory: host.memory },
      ...{ files: this.#files, library: this.#library },
      onLeft: (unpurged) => {
        this.#report = { ...this.#report, unpurged };
      },
    });
    this.slots = new KeySlots({
      ...{ folder, stretching: host.stretching, lockerId: keys.lockerId, openedBy },
      act: (acts, person) => this.act(acts, person),
      state: () => this.state,
    });
  }

  get report(): LockerReport {
    return this.#report;
  }

  /** What this device alone noted under a name; undefined where it is gone, as any view may be. */
  recallNote(name: string): Promise<string | undefined> {
    return this.#host.memory?.recallNote(name) ?? Promise.resolve(undefined);
  }

  /** Answers whether it was kept. */
  keepNote(name: string, text: string): Promise<boolean> {
    return this.#host.memory?.keepNote(name, text, this.#library.purged) ?? Promise.resolve(false);
  }

  get lockerId(): string {
    return this.#keys.lockerId;
  }

  get state(): LibraryState {
    return this.#library.state;
  }

  /** In the total order. */
  get changes(): readonly Change[] {
    return this.#library.changes;
  }

  /** All of the acts or none. Answers when they are on the disk. */
  act(acts: readonly Act[], person: PersonId): Promise<Result<readonly Change[]>> {
    const refusal = this.#refusalOf(acts.map(({ subject }) => subject));
    if (refusal !== undefined) return Promise.resolve(fail(refusal));
    const held = acts.flatMap(filesOf).filter((file) => this.#files.isHeld(file));
    return held.length === 0 ? this.#writer.act(acts, person) : this.#actWith(held, acts, person);
  }

  /** Why nothing can be done with these subjects; undefined where it can. */
  #refusalOf(subjects: readonly Subject[]): ErrorCode | undefined {
    if (this.#host.device === undefined) return 'folder-read-only';
    if (this.#closed) return 'locker-closed';
    return subjects.some((subject) => this.#purging.isPurged(subject))
      ? 'source-purged'
      : undefined;
  }

  /** Puts sealed files into their place, then says so: what is named is on the disk. */
  async #actWith(
    files: readonly FileId[],
    acts: readonly Act[],
    person: PersonId,
  ): Promise<Result<readonly Change[]>> {
    const committed = await this.#files.commit(files);
    if (this.#closed) {
      await this.#files.takeBack(files); // closing has dropped those that were still held, and no act will name the others
      return fail('locker-closed');
    }
    return committed.ok ? this.#writer.act(acts, person) : committed;
  }

  /**
   * The seal phrase of the locker as it is now. That it was taken is an act: only a state that a frame of one's own run
   * stands for can be found again later.
   */
  async takePhrase(
    purpose: 'shown' | 'export',
    person: PersonId,
  ): Promise<Result<{ readonly phrase: string; readonly at: number }>> {
    const taken = await this.act(
      [{ subject: 'library', kind: 'phrase-taken', payload: { purpose } }],
      person,
    );
    if (!taken.ok) return taken;
    const { head } = this.#writer;
    const at = taken.value[0]?.at ?? 0;
    return head === undefined ? fail('locker-closed') : ok({ phrase: phraseOf(head), at });
  }

  /** The seal phrase of the last act of this run. */
  get phrase(): string | undefined {
    const { head } = this.#writer;
    return head && phraseOf(head);
  }

  /** Whether the locker ever stood where an earlier phrase was taken. */
  findPhrase(typed: string): Promise<Result<PhraseFinding>> {
    return findPhrase(this.#host.folder, this.#keys, typed);
  }

  /**
   * Seals what streams by under the subject's key; the file appears with the act that names it. Memory stays at a few parts
   * of 2 MB. A source that throws is `cancelled` and leaves nothing behind.
   */
  async sealFile(
    subject: Subject,
    named: Pick<FileMeta, 'name' | 'mediaType'>,
    source: AsyncIterable<Bytes>,
  ): Promise<Result<SealedFile>> {
    const refusal = this.#refusalOf([subject]);
    if (refusal !== undefined) return fail(refusal);
    return this.#files.seal(subject, named, source);
  }

  /** The whole file, its hash checked. `not-there`, `key-missing` or `locker-damaged` where it cannot be had. */
  openFile(file: FileId): Promise<Result<{ readonly meta: FileMeta; readonly bytes: Bytes }>> {
    return this.#files.open(file);
  }

  /** Takes back a file that no change names: an import that was cancelled or turned out to be a duplicate. */
  async discardFile(file: FileId): Promise<Result<null>> {
    if (this.#host.device === undefined) return fail('folder-read-only');
    if (namedFiles(this.changes).has(file)) return fail('already-there');
    return this.#files.discard(file);
  }

  /**
   * Deletes a source and its marks for good. Answers what is still here of it afterwards: nothing, as a rule. From the act's
   * fsync on it is done, if not now then at the next opening; a failure before it has changed nothing.
   */
  async purge(source: SourceId, person: PersonId): Promise<Result<readonly FolderName[]>> {
    const { device } = this.#host;
    if (device === undefined) return fail('folder-read-only');
    if (this.#closed) return fail('locker-closed');
    return this.#purging.purge(source, person, device);
  }

  /**
   * Does what purges ask of the folder and was not done, as `reading` or a new one finds it. Answers what is still here
   * of them.
   */
  async finishPurges(reading?: LockerReading): Promise<Result<readonly FolderName[]>> {
    const { device } = this.#host;
    return device === undefined ? fail('folder-read-only') : this.#purging.finish(device, reading);
  }

  /** Reads everything again, every sealed file included. */
  async check(steps: CheckSteps = {}): Promise<Result<LockerReport>> {
    const checked = await checkFolder(this.eyes, steps);
    return checked.ok ? ok(this.withoutThisRun(checked.value.report)) : checked;
  }

  /** Whether one named file opens and has its hash. */
  isWhole(file: FileId): Promise<Result<boolean>> {
    return this.#files.isWhole(file);
  }

  /** What a reader of this folder, or of a copy of it, needs. */
  get eyes(): FolderEyes {
    const { folder, device } = this.#host;
    return { folder, keys: this.#keys, device };
  }

  /** The segment this run is writing; no other program's business until it is closed. */
  get segment(): FolderName | undefined {
    return this.#writer.segment;
  }

  /** A report without what is only on its way: this run's open segment, files not yet named. */
  withoutThisRun(report: LockerReport): LockerReport {
    return {
      ...report,
      unclosed: report.unclosed.filter(({ name }) => name !== this.segment),
      stray: report.stray.filter((name) => !this.#files.isOfThisSession(name)),
      unexplained: report.unexplained.filter(({ name }) => !this.#ring.hasMade(name)),
    };
  }

  /** Writes what is queued and the closing frame. The locker answers `locker-closed` from then on. */
  async close(): Promise<Result<null>> {
    this.#closed = true;
    await this.#files.dropHeld();
    return this.#writer.close();
  }
}
