// An open locker: acts in, sealed files in and out, sealed views, a check. Holds keys, never secrets.
import type { Bytes } from '../bytes.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { Stretching } from '../crypto/slots.ts';
import {
  randomId,
  type DeviceId,
  type FileId,
  type PersonId,
  type SourceId,
} from '../evidence/ids.ts';
import { compareChanges, type Act, type Change, type Subject } from '../journal/change.ts';
import { foldChanges, foldFurther } from '../library/fold.ts';
import type { LibraryState } from '../library/library-state.ts';
import { phraseOf } from './seal-phrase.ts';
import { isPurged, purgedBy, sourceOf, withoutPurged, type Purged } from '../library/purged.ts';
import { fail, ok, type Result } from '../result.ts';
import {
  checkFolder,
  openWithAny,
  readThrough,
  withSlots,
  type CheckSteps,
  type FolderEyes,
} from './check-folder.ts';
import {
  fileName,
  inside,
  type FolderListing,
  type FolderName,
  type LockerFolder,
} from './folder.ts';
import { findPhrase, type PhraseFinding } from './find-phrase.ts';
import { finishPurges, type PurgeHost } from './finish-purges.ts';
import type { KeyRing } from './key-ring.ts';
import { KeySlots } from './key-slots.ts';
import { JournalWriter } from './journal-writer.ts';
import { filesOf, namedFiles } from './named-files.ts';
import { readLocker, type LockerReading } from './read-locker.ts';
import type { LockerReport } from './report.ts';
import type { Run } from './runs.ts';
import { sealFile, type FileMeta, type OpenedFile } from './sealed-file.ts';
import type { SegmentMemory } from './segment-memory.ts';

export interface OpenLockerHost {
  readonly folder: LockerFolder;
  readonly now: () => number;
  readonly device: DeviceId | undefined;
  readonly withAckLines: boolean;
  readonly stretching: Stretching;
  readonly memory: SegmentMemory | undefined;
}

export interface SealedFile {
  readonly file: FileId;
  readonly sha256: string;
  readonly sizeBytes: number;
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
  readonly #sealedBytes: Map<string, number>;
  /** Files of this session, and those the journal names. */
  readonly #subjects: Map<FileId, Subject>;
  /** Sealed and not yet in their place: a file appears with the act that names it. */
  readonly #held = new Set<FileId>();
  /** Sources that are being purged, or were. */
  readonly #purged: Set<SourceId>;
  /** What the journal says was purged; `#purged` also has what is about to be. */
  #told: Purged;
  #changes: Change[];
  /** The list as it was given out last; it stays as it is when more changes come. */
  #listed: readonly Change[] | undefined;
  #state: LibraryState;
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
    this.#purged = new Set(purged.sources.keys());
    this.runs = runs;
    this.#told = purged;
    this.#changes = [...union.changes].sort(compareChanges);
    this.#state = foldChanges(this.#changes);
    this.#subjects = new Map(Array.from(files, ([file, { subject }]) => [file, subject]));
    this.#sealedBytes = new Map(
      inside(listing, 'files/').map(({ name, sizeBytes }) => [name, sizeBytes]),
    );
    const { folder, now, withAckLines } = host;
    const onWritten = (changes: readonly Change[]): void => {
      this.#add(changes);
      for (const [file, { subject }] of namedFiles(changes)) this.#subjects.set(file, subject);
    };
    this.#writer = new JournalWriter(
      { folder, keys, ring, now, withAckLines, onWritten },
      { device: self, earlier: union.unrecorded, clock: union.clock, seq },
    );
    this.slots = new KeySlots({
      ...{ folder, stretching: host.stretching, lockerId: keys.lockerId, openedBy },
      act: (acts, person) => this.act(acts, person),
      state: () => this.#state,
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
    return this.#host.memory?.keepNote(name, text, this.#told) ?? Promise.resolve(false);
  }

  get lockerId(): string {
    return this.#keys.lockerId;
  }

  get state(): LibraryState {
    return this.#state;
  }

  /** In the total order. */
  get changes(): readonly Change[] {
    return (this.#listed ??= this.#changes.slice());
  }

  /** All of the acts or none. Answers when they are on the disk. */
  act(acts: readonly Act[], person: PersonId): Promise<Result<readonly Change[]>> {
    if (this.#host.device === undefined) return Promise.resolve(fail('folder-read-only'));
    if (this.#closed) return Promise.resolve(fail('locker-closed'));
    if (acts.some(({ subject }) => this.#isPurged(subject))) {
      return Promise.resolve(fail('source-purged'));
    }
    const held = acts.flatMap(filesOf).filter((file) => this.#held.has(file));
    return held.length === 0 ? this.#writer.act(acts, person) : this.#actWith(held, acts, person);
  }

  /** Written changes; nothing is copied that was there before, unless some of it was purged. */
  #add(changes: readonly Change[]): void {
    this.#listed = undefined;
    if (changes.some(({ kind }) => kind === 'purged')) {
      this.#changes = [...withoutPurged([...this.#changes, ...changes])];
      this.#told = purgedBy(this.#changes);
    } else {
      this.#changes.push(...changes.filter(({ subject }) => !isPurged(subject, this.#told)));
    }
    this.#state = foldFurther(this.#state, changes);
  }

  /** Puts sealed files into their place, then says so: what is named is on the disk. */
  async #actWith(
    files: readonly FileId[],
    acts: readonly Act[],
    person: PersonId,
  ): Promise<Result<readonly Change[]>> {
    for (const file of files) {
      const committed = await this.#host.folder.commitFile(fileName(file));
      if (!committed.ok) return committed;
      this.#held.delete(file);
    }
    const acted = await this.#writer.act(acts, person);
    if (!acted.ok && acted.error === 'locker-closed') {
      for (const file of files) await this.#host.folder.remove(fileName(file));
    }
    return acted;
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
    if (this.#closed) return fail('locker-closed');
    if (this.#isPurged(subject)) return fail('source-purged');
    const key = await this.#ring.keyFor(subject);
    if (!key.ok) return key;
    const file: FileId = randomId();
    const fileKey = { lockerId: this.lockerId, key: key.value.key };
    const sealed = await sealFile(this.#host.folder, file, fileKey, named, source);
    if (!sealed.ok) return sealed;
    this.#held.add(file);
    this.#subjects.set(file, subject);
    this.#sealedBytes.set(fileName(file), sealed.value.sealedBytes);
    if (this.#closing()) await this.#dropHeld();
    const { sha256, sizeBytes } = sealed.value;
    return ok({ file, sha256, sizeBytes });
  }

  /** The whole file, its hash checked. `not-there`, `key-missing` or `locker-damaged` where it cannot be had. */
  async openFile(
    file: FileId,
  ): Promise<Result<{ readonly meta: FileMeta; readonly bytes: Bytes }>> {
    const opened = await this.#startOpening(file);
    if (!opened.ok) return opened;
    const { meta } = opened.value;
    const bytes = new Uint8Array(meta.sizeBytes);
    const whole = await opened.value.read((piece, offset) => {
      bytes.set(piece, offset);
    });
    if (!whole.ok) return whole;
    return whole.value ? ok({ meta, bytes }) : fail('locker-damaged');
  }

  /** Takes back a file that no change names: an import that was cancelled or turned out to be a duplicate. */
  async discardFile(file: FileId): Promise<Result<null>> {
    if (namedFiles(this.#changes).has(file)) return fail('already-there');
    this.#subjects.delete(file);
    if (this.#held.delete(file)) return this.#host.folder.discardFile(fileName(file));
    return this.#host.folder.remove(fileName(file));
  }

  /**
   * Deletes a source and its marks for good. Answers what is still here of it afterwards: nothing, as a rule. From the act's
   * fsync on it is done, if not now then at the next opening; a failure before it has changed nothing.
   */
  async purge(source: SourceId, person: PersonId): Promise<Result<readonly FolderName[]>> {
    const { device } = this.#host;
    if (device === undefined) return fail('folder-read-only');
    if (this.#closed) return fail('locker-closed');
    if (!this.#state.sources.has(source)) return fail('not-there');
    this.#purged.add(source); // nothing more is begun on it
    await this.#writer.idle();
    const subjects = this.#ring.subjects.filter((subject) => sourceOf(subject) === source);
    const files = Array.from(this.#subjects).filter(([, subject]) => subjects.includes(subject));
    const payload = {
      source,
      subjects,
      keys: subjects.flatMap((subject) => this.#ring.namesOf(subject)),
      files: files.map(([file]) => file),
    };
    const told = await this.#writer.act([{ subject: 'library', kind: 'purged', payload }], person);
    if (!told.ok) {
      this.#purged.delete(source);
      return told;
    }
    this.#ring.forget(payload.keys);
    for (const file of payload.files) this.#subjects.delete(file);
    return this.finishPurges();
  }

  /**
   * Does what purges ask of the folder and was not done, as `reading` or a new one finds it. Answers what is still here
   * of them.
   */
  async finishPurges(reading?: LockerReading): Promise<Result<readonly FolderName[]>> {
    const { device, folder, memory } = this.#host;
    if (device === undefined) return fail('folder-read-only');
    let found = reading;
    if (found === undefined) {
      await memory?.forgetUnless(purgedBy(this.#changes));
      const listing = await folder.list();
      if (!listing.ok) return listing;
      const read = await readLocker(folder, listing.value, this.#keys, device, memory);
      if (!read.ok) return read;
      found = read.value;
    }
    const act: PurgeHost['act'] = (acts, person) => this.#writer.act(acts, person);
    const left = await finishPurges({ folder, keys: this.#keys, memory, act }, found);
    const unpurged = left.ok ? left.value : found.work.left;
    this.#report = { ...this.#report, unpurged };
    return left;
  }

  /** Reads everything again, every sealed file included. */
  async check(steps: CheckSteps = {}): Promise<Result<LockerReport>> {
    const checked = await checkFolder(this.eyes, steps);
    return checked.ok ? ok(this.withoutThisRun(checked.value.report)) : checked;
  }

  /** Whether one named file opens and has its hash. */
  async isWhole(file: FileId): Promise<Result<boolean>> {
    return readThrough(await this.#startOpening(file));
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
      stray: report.stray.filter((name) => !this.#isOfThisSession(name)),
      unexplained: report.unexplained.filter(({ name }) => !this.#ring.hasMade(name)),
    };
  }

  /** Writes what is queued and the closing frame. The locker answers `locker-closed` from then on. */
  async close(): Promise<Result<null>> {
    this.#closed = true;
    await this.#dropHeld();
    return this.#writer.close();
  }

  /** Files of imports that nobody will finish. */
  async #dropHeld(): Promise<void> {
    const held = Array.from(this.#held);
    this.#held.clear();
    for (const file of held) await this.#host.folder.discardFile(fileName(file));
  }

  #closing(): boolean {
    return this.#closed; // may have changed while something else was awaited
  }

  #isPurged(subject: Subject): boolean {
    const source = sourceOf(subject);
    return source !== undefined && this.#purged.has(source);
  }

  async #startOpening(file: FileId): Promise<Result<OpenedFile>> {
    const subject = this.#subjects.get(file);
    const sealedBytes = this.#sealedBytes.get(fileName(file));
    if (subject === undefined || sealedBytes === undefined) return fail('not-there');
    const keys = this.#ring.keysOf(subject);
    return openWithAny(this.#host.folder, this.lockerId, keys, file, sealedBytes);
  }

  #isOfThisSession(name: FolderName): boolean {
    return Array.from(this.#subjects.keys(), fileName).includes(name);
  }
}
