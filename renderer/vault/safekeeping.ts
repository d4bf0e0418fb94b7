// Checking the locker, backing it up and bringing back from a backup: one such act at a time, told as it goes, and stopped
// when the person says so or the locker is locked.
import type { FileId, PersonId } from '../../shared/evidence/ids.ts';
import { sourceFiles, type Source } from '../../shared/evidence/source.ts';
import type { BackupPurpose } from '../../shared/ipc.ts';
import { backUp } from '../../shared/locker/back-up.ts';
import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import { bringBack } from '../../shared/locker/bring-back.ts';
import { fileName, type FolderName } from '../../shared/locker/folder.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { LockerReport } from '../../shared/locker/report.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type {
  BackupView,
  BroughtView,
  CheckView,
  SafekeepingAct,
  SafekeepingView,
  SourceHarm,
} from './calls/safekeeping.ts';
import type { VaultEvent } from './contract.ts';
import { findingsOf } from './findings.ts';
import { IdleCheck, type IdleCheckHost } from './idle-check.ts';

const dayMs = 24 * 60 * 60 * 1000;
/** After so long without a backup the person is reminded. */
const backupDueMs = 14 * dayMs;

export interface SafekeepingHost extends Pick<IdleCheckHost, 'wait' | 'elapsed'> {
  readonly backup: BackupPlace;
  readonly now: () => number;
}

export class Safekeeping {
  readonly #locker: OpenLocker;
  readonly #place: BackupPlace;
  readonly #person: PersonId;
  readonly #now: () => number;
  readonly #tell: (event: VaultEvent) => void;
  #running: SafekeepingAct | undefined;
  #stopped = false;
  #check: CheckView | undefined;
  /** Sealed files known not to be whole, and how. */
  readonly #harmed = new Map<FolderName, SourceHarm>();
  readonly #idle: IdleCheck;

  constructor(
    locker: OpenLocker,
    { backup, now, wait, elapsed }: SafekeepingHost,
    person: PersonId,
    tell: (event: VaultEvent) => void,
  ) {
    this.#locker = locker;
    this.#place = backup;
    this.#person = person;
    this.#now = now;
    this.#tell = tell;
    this.#learn(locker.report);
    this.#idle = new IdleCheck({
      ...{ wait, elapsed },
      files: () => Array.from(locker.state.sources.values(), sourceFiles).flat(),
      look: (file) => this.#look(file),
      isBusy: () => this.#running !== undefined,
      onDone: () => {
        this.#changed();
      },
    });
    void this.#idle.run();
  }

  read(): SafekeepingView {
    const { changes, state } = this.#locker;
    // Backups of before a renewal of the keys are another locker's.
    const last = changes.findLast(({ kind }) => kind === 'backed-up' || kind === 'keys-renewed');
    const first = Array.from(state.sources.values(), ({ importedAt }) => importedAt).at(0);
    const since = last?.at ?? first;
    return {
      running: this.#running ?? null,
      check: this.#check ?? null,
      backedUp: last?.kind === 'backed-up' ? { at: last.at, ...last.payload } : null,
      backupDue:
        last?.kind === 'keys-renewed' || (since !== undefined && this.#now() - since > backupDueMs),
      harmed: this.#countHarmed(),
      idle: this.#idle.progress,
    };
  }

  /** The person does something: looking at files in the background waits. */
  touch(): void {
    this.#idle.touch();
  }

  #countHarmed(): number {
    if (this.#harmed.size === 0) return 0;
    const harms = Array.from(this.#locker.state.sources.values(), (each) => this.harmOf(each));
    return harms.filter((harm) => harm !== undefined && harm !== 'not-arrived').length;
  }

  async #look(file: FileId): Promise<Result<boolean>> {
    const whole = await this.#locker.isWhole(file);
    if (whole.ok) this.noteReading(file, whole.value ? whole : fail('locker-damaged'));
    else this.noteReading(file, whole);
    return whole;
  }

  /** What is known not to be whole of a source. */
  harmOf({ original, working }: Pick<Source, 'original' | 'working'>): SourceHarm | undefined {
    const text = working && this.#harmed.get(fileName(working.file));
    return text ?? this.#harmed.get(fileName(original.file));
  }

  /** A file that was just read, and how that went. */
  noteReading(file: FileId, result: Result<unknown>): void {
    const name = fileName(file);
    const before = this.#harmed.get(name);
    if (result.ok) this.#harmed.delete(name);
    else if (result.error === 'locker-damaged') this.#harmed.set(name, 'damaged');
    else if (result.error === 'key-missing') this.#harmed.set(name, 'key-missing');
    if (this.#harmed.get(name) !== before) this.#changed();
  }

  check(): Promise<Result<CheckView>> {
    return this.#run('check', async () => {
      const report = await this.#locker.check({
        progress: (done, total) => {
          this.#progress('verifying', done, total);
        },
        cancelled: () => this.#stopped,
      });
      return report.ok ? ok(this.#conclude(report.value)) : report;
    });
  }

  backUp(): Promise<Result<BackupView>> {
    return this.#withPlace('backup', async () => {
      const made = await this.#copyAll();
      if (!made.ok || !made.value.isVerified) return made;
      const payload = { files: made.value.files, bytes: made.value.bytes };
      const noted = await this.#locker.act(
        [{ subject: 'library', kind: 'backed-up', payload }],
        this.#person,
      );
      return noted.ok ? made : noted;
    });
  }

  /** A locker of its own, so no act tells of it: it is no backup that the next one goes on with. */
  copy(): Promise<Result<BackupView>> {
    return this.#withPlace('copy', () => this.#copyAll());
  }

  async #copyAll(): Promise<Result<BackupView & { readonly files: number }>> {
    const made = await backUp(this.#locker, this.#place, {
      progress: (stage, done, total) => {
        this.#progress(stage, done, total);
      },
      cancelled: () => this.#stopped,
    });
    if (!made.ok) return made;
    const { report: found, lackingActs, copied, copiedBytes, files, bytes } = made.value;
    const report = this.#locker.withoutThisRun(found);
    const findings = findingsOf(report, this.#locker.state, this.#locker.runs);
    const isVerified = report.damage.length + report.missing.length + lackingActs === 0;
    const at = this.#now();
    const sources = this.#locker.state.sources.size;
    const counts = { sources, copied, copiedBytes, files, bytes, lackingActs };
    return ok({ at, ...counts, isVerified, findings });
  }

  bringBack(): Promise<Result<BroughtView>> {
    return this.#withPlace('bring-back', async () => {
      const { eyes, segment } = this.#locker;
      const brought = await bringBack(eyes, segment, this.#place, {
        progress: (done, total) => {
          this.#progress('verifying', done, total);
        },
        cancelled: () => this.#stopped,
      });
      if (!brought.ok) return brought;
      const check = this.#conclude(this.#locker.withoutThisRun(brought.value.report));
      return ok({ brought: brought.value.brought.length, check });
    });
  }

  /** Ends what is running at its next file. */
  stop(): null {
    this.#stopped = true;
    return null;
  }

  /** The locker is being locked. */
  close(): void {
    this.#stopped = true;
    this.#idle.stop();
  }

  #conclude(report: LockerReport): CheckView {
    this.#harmed.clear();
    this.#learn(report);
    const { state } = this.#locker;
    this.#idle.skip(Array.from(state.sources.values(), sourceFiles).flat());
    this.#check = {
      at: this.#now(),
      sources: state.sources.size,
      files: report.files,
      frames: report.frames,
      findings: findingsOf(report, state, this.#locker.runs),
    };
    return this.#check;
  }

  #learn({ damage, missing, notArrived }: LockerReport): void {
    for (const { name, why } of damage) if (why === 'content') this.#harmed.set(name, 'damaged');
    for (const name of missing) this.#harmed.set(name, 'missing');
    for (const name of notArrived) this.#harmed.set(name, 'not-arrived');
  }

  async #withPlace<T>(act: BackupPurpose, work: () => Promise<Result<T>>): Promise<Result<T>> {
    return this.#run(act, async () => {
      const chosen = await this.#place.choose(act);
      if (!chosen.ok) return chosen;
      const done = await work();
      const released = await this.#place.release(done.ok);
      return released.ok ? done : released;
    });
  }

  async #run<T>(act: SafekeepingAct['act'], work: () => Promise<Result<T>>): Promise<Result<T>> {
    if (this.#running !== undefined) return fail('cancelled');
    this.#running = { act, stage: 'comparing', done: 0, total: 0 };
    this.#stopped = false;
    this.#changed();
    try {
      return await work();
    } finally {
      this.#running = undefined;
      this.#changed();
    }
  }

  #progress(stage: SafekeepingAct['stage'], done: number, total: number): void {
    if (this.#running === undefined) return;
    this.#running = { ...this.#running, stage, done, total };
    this.#tell({ kind: 'progress', running: this.#running });
  }

  #changed(): void {
    this.#tell({ kind: 'changed', subjects: ['library'] });
  }
}
