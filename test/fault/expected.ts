// What docs/locker-format.md promises about each file that is not what it was: how it must be named, and by whom it can be. Derived
// from the promises, never from what the program answers.
import type { FolderName } from '../../shared/locker/folder.ts';
import type { Bytes } from '../../shared/bytes.ts';
import { cutFrames } from '../../shared/journal/frame.ts';
import type { DeviceId } from '../../shared/evidence/ids.ts';
import { headerBytes, type Mutation } from './mutations.ts';
import type { Snapshot } from './snapshot.ts';

/** How a file is named in a report: the list, with the reason where there is one. */
type Naming = string;

/** What nobody can notice, by its name in the documentation. */
const limits = {
  newest: 'the newest runs, and what they made, taken away or set back',
  shortened: 'the newest run cut at the end of a frame',
  epoch: 'a key of rebuildable views taken away: it is made again and nothing is lost',
  same: 'the two copies of a pool of keys exchanged: they hold the same keys',
} as const;

export interface Expected {
  readonly name: FolderName;
  /** One of these must be there. */
  readonly oneOf: readonly Naming[];
  /** Instead of `oneOf`: that this one file is not named is honest, if something else of the mutation is, or the limit holds. */
  readonly limit?: string;
}

/** `self`: the device that looks; undefined for a reader that is none. */
export function expectedOf(
  snapshot: Snapshot,
  mutation: Mutation,
  self: DeviceId | undefined,
): readonly Expected[] {
  const { runs, newest, files } = snapshot;
  const looking = self === undefined ? lastDevices(snapshot, mutation) : [self];
  const left = runs
    .filter(({ segment }) => !mutation.files.has(segment))
    .flatMap(({ segment, made }) =>
      made.filter(
        (name) => name.startsWith('files/') || (segment === newest && name.startsWith('keys/')),
      ),
    )
    .filter((name) => files.has(name) && !mutation.touched.includes(name))
    .map((name) => ({ name, oneOf: ['stray', 'unexplained keys-unused'] }));
  const touched = mutation.touched.flatMap((name) => {
    const before = snapshot.files.get(name);
    const after = mutation.files.get(name);
    const place = new Place(snapshot, mutation, looking, name, before, after);
    const kind = name.slice(0, name.indexOf('/'));
    if (kind === 'slots') return place.slot();
    if (kind === 'keys') return place.pool();
    if (kind === 'epoch') return place.epoch();
    return kind === 'journal' ? place.segment() : place.file();
  });
  return [...touched, ...left];
}

/**
 * As whom a reader judges that is no device: the one whose clock is highest among the frames that can be read. Of a run that
 * was touched nobody can say here how much of it that is.
 */
function lastDevices({ runs }: Snapshot, { files, touched }: Mutation): readonly DeviceId[] {
  const there = runs.filter(({ segment }) => files.has(segment)).toReversed();
  const whole = there.findIndex(({ segment }) => !touched.includes(segment));
  return there.slice(0, whole === -1 ? there.length : whole + 1).map(({ device }) => device);
}

class Place {
  readonly #snapshot: Snapshot;
  readonly #mutation: Mutation;
  readonly #looking: readonly DeviceId[];
  readonly #name: FolderName;
  readonly #before: Bytes | undefined;
  readonly #after: Bytes | undefined;

  constructor(
    snapshot: Snapshot,
    mutation: Mutation,
    looking: readonly DeviceId[],
    name: FolderName,
    before: Bytes | undefined,
    after: Bytes | undefined,
  ) {
    this.#snapshot = snapshot;
    this.#mutation = mutation;
    this.#looking = looking;
    this.#name = name;
    this.#before = before;
    this.#after = after;
  }

  slot(): readonly Expected[] {
    if (this.#after === undefined) return this.#witnessed(this.#maker, ['unexplained slot-gone']);
    if (this.#isEarlier) return this.#witnessed(this.#snapshot.turning, ['stray']);
    return this.#must('damage slot');
  }

  pool(): readonly Expected[] {
    const { files } = this.#snapshot;
    const twin = twinOf(this.#name);
    if (this.#after === undefined) {
      const isTwinThere = this.#mutation.files.has(twin);
      const namings = [
        isTwinThere ? 'damage keys-copy' : 'missing',
        ...(this.#absence.includes('notArrived') ? ['notArrived'] : []),
      ];
      // Named by the name of the pool where both files are gone.
      return !isTwinThere && this.#name.endsWith('.2') ? [] : this.#witnessed(this.#maker, namings);
    }
    if (this.#before === undefined) return this.#must('stray');
    if (this.#isEarlier) return this.#witnessed(this.#snapshot.turning, ['unpurged']);
    if (same(this.#after, files.get(twin))) return [this.#limited(limits.same)];
    const isTwinTouched = this.#mutation.touched.includes(twin);
    return this.#must('damage keys-copy', ...(isTwinTouched ? ['damage keys'] : []));
  }

  epoch(): readonly Expected[] {
    if (this.#after === undefined) return [this.#limited(limits.epoch)];
    if (this.#isEarlier) return this.#witnessed(this.#snapshot.turning, ['unpurged']);
    return this.#must('damage epoch');
  }

  file(): readonly Expected[] {
    if (this.#after === undefined) {
      return this.#witnessed(this.#maker, this.#absence);
    }
    if (this.#isEarlier) return this.#witnessed(this.#snapshot.turning, ['unpurged']);
    if (this.#before === undefined) return this.#must('stray');
    const maker = this.#maker;
    const isNameless = maker !== undefined && this.#mutation.touched.includes(maker);
    return this.#must('damage content', ...(isNameless ? ['stray'] : []));
  }

  segment(): readonly Expected[] {
    const [before, after] = [this.#before, this.#after];
    if (before === undefined) return this.#must('damage');
    if (after === undefined) return this.#recorded(['missing'], limits.newest);
    const told = ['unclosed', 'torn'];
    if (startsWith(before, after)) {
      // Of a run that was not closed nobody knows how many frames it had.
      const isQuiet = !this.#isClosed && [headerBytes, ...ends(before)].includes(after.length);
      return this.#recorded(['damage shortened'], isQuiet ? limits.shortened : undefined, told);
    }
    const isZeroed = startsWith(before, withoutZeros(after)) && after.length === before.length;
    if (isZeroed) return this.#recorded(['damage'], undefined, ['damage', 'torn']);
    // What is behind the acknowledged end of a run that was not closed was never acknowledged.
    const isLonger = startsWith(after, before) && !this.#isClosed;
    return isLonger ? this.#must('damage', 'torn') : this.#must('damage');
  }

  /** What was there once and is not now, or was otherwise. */
  get #isEarlier(): boolean {
    return this.#snapshot.earlier.some((files) => same(files.get(this.#name), this.#after));
  }

  /** The run that made it. */
  get #maker(): FolderName | undefined {
    return this.#snapshot.runs.find(({ made }) => made.includes(this.#name))?.segment;
  }

  /** What is absent is missing to the device that made it, and on its way to any other. */
  get #absence(): readonly Naming[] {
    const maker = this.#snapshot.runs.find(({ segment }) => segment === this.#maker);
    const namings = this.#looking.map((self) =>
      self === maker?.device ? 'missing' : 'notArrived',
    );
    return Array.from(new Set(namings));
  }

  get #isClosed(): boolean {
    const run = this.#snapshot.runs.find(({ segment }) => segment === this.#name);
    return run?.frames.at(-1)?.length === 0;
  }

  #must(...oneOf: readonly Naming[]): readonly Expected[] {
    return [{ name: this.#name, oneOf }];
  }

  #limited(limit: string): Expected {
    return { name: this.#name, oneOf: [], limit };
  }

  /** It can be told only by a run that is as it was, and whose acts can be read. */
  #witnessed(run: FolderName | undefined, oneOf: readonly Naming[]): readonly Expected[] {
    const isIntact =
      run !== undefined && !this.#mutation.touched.includes(run) && !this.#isLibraryUnread;
    return isIntact ? this.#must(...oneOf) : [this.#limited(limits.newest)];
  }

  /** Every run but the newest was recorded by the next of its device, and those of another device by the next of any. */
  #recorded(
    oneOf: readonly Naming[],
    limit: string | undefined,
    told: readonly Naming[] = [],
  ): readonly Expected[] {
    const { runs } = this.#snapshot;
    const { touched } = this.#mutation;
    const at = runs.findIndex(({ segment }) => segment === this.#name);
    const device = runs[at]?.device;
    const last = runs.at(-1)?.device;
    const witnesses = runs
      .slice(at + 1)
      .filter((run, index, later) => {
        const isNext = later.findIndex((each) => each.device === run.device) === index;
        return isNext && (run.device === device || run.device === last);
      })
      .map(({ segment }) => segment);
    if (witnesses.some((segment) => !touched.includes(segment))) return this.#must(...oneOf);
    return limit === undefined ? this.#must(...oneOf, ...told) : [this.#limited(limit)];
  }

  /** Where no file of a pool is as it was, its acts are not read, and the pool is what is named. */
  get #isLibraryUnread(): boolean {
    const { touched } = this.#mutation;
    return touched.some((name) => name.startsWith('keys/') && touched.includes(twinOf(name)));
  }
}

/** The other copy of a pool. */
export function twinOf(name: FolderName): FolderName {
  return (name.endsWith('.2') ? name.slice(0, -2) : `${name}.2`) as FolderName;
}

function ends(segment: Bytes): readonly number[] {
  return cutFrames(segment, headerBytes).frames.map(({ to }) => to);
}

function withoutZeros(bytes: Bytes): Bytes {
  return bytes.subarray(0, bytes.findLastIndex((byte) => byte !== 0) + 1);
}

function startsWith(whole: Bytes, start: Bytes): boolean {
  return same(whole.subarray(0, start.length), start);
}

function same(a: Bytes | undefined, b: Bytes | undefined): boolean {
  return a === undefined || b === undefined ? a === b : Buffer.compare(a, b) === 0;
}
