// Purges of an open locker: the act first, then what it asks of the folder, now or at a later opening.
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { DeviceId, PersonId, SourceId } from '../evidence/ids.ts';
import type { Subject } from '../journal/change.ts';
import { purgedBy, sourceOf } from '../library/purged.ts';
import { fail, type Result } from '../result.ts';
import { finishPurges, type PurgeHost } from './finish-purges.ts';
import type { FolderName, LockerFolder } from './folder.ts';
import type { JournalWriter } from './journal-writer.ts';
import type { KeyRing } from './key-ring.ts';
import type { LiveLibrary } from './live-library.ts';
import type { LockerFiles } from './locker-files.ts';
import { readLocker, type LockerReading } from './read-locker.ts';
import type { SegmentMemory } from './segment-memory.ts';

interface PurgingHost {
  readonly folder: LockerFolder;
  readonly keys: LockerKeys;
  readonly ring: KeyRing;
  readonly writer: Pick<JournalWriter, 'act' | 'idle'>;
  readonly files: LockerFiles;
  readonly library: LiveLibrary;
  readonly memory: SegmentMemory | undefined;
  /** Told what is still here of what was purged, whenever that was looked at. */
  readonly onLeft: (unpurged: readonly FolderName[]) => void;
}

export class Purging {
  readonly #host: PurgingHost;
  /** Sources that are being purged, or were; what the journal says was purged the library knows. */
  readonly #purged: Set<SourceId>;

  constructor(host: PurgingHost) {
    this.#host = host;
    this.#purged = new Set(host.library.purged.sources.keys());
  }

  isPurged(subject: Subject): boolean {
    const source = sourceOf(subject);
    return source !== undefined && this.#purged.has(source);
  }

  async purge(
    source: SourceId,
    person: PersonId,
    device: DeviceId,
  ): Promise<Result<readonly FolderName[]>> {
    const { library, ring, files, writer } = this.#host;
    if (!library.state.sources.has(source)) return fail('not-there');
    this.#purged.add(source); // nothing more is begun on it
    await writer.idle();
    const subjects = ring.subjects.filter((subject) => sourceOf(subject) === source);
    const keys = subjects.flatMap((subject) => ring.namesOf(subject));
    const payload = { source, subjects, keys, files: files.of(subjects) };
    const told = await writer.act([{ subject: 'library', kind: 'purged', payload }], person);
    if (!told.ok) {
      this.#purged.delete(source);
      return told;
    }
    ring.forget(payload.keys);
    files.forget(payload.files);
    return this.finish(device);
  }

  /** As `reading` or a new one finds it. */
  async finish(device: DeviceId, reading?: LockerReading): Promise<Result<readonly FolderName[]>> {
    const { folder, keys, memory, writer, library } = this.#host;
    let found = reading;
    if (found === undefined) {
      await memory?.forgetUnless(purgedBy(library.changes));
      const listing = await folder.list();
      if (!listing.ok) return listing;
      const read = await readLocker(folder, listing.value, keys, device, memory);
      if (!read.ok) return read;
      found = read.value;
    }
    const act: PurgeHost['act'] = (acts, person) => writer.act(acts, person);
    const left = await finishPurges({ folder, keys, memory, act }, found);
    this.#host.onLeft(left.ok ? left.value : found.work.left);
    return left;
  }
}
