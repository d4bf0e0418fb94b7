// Appends acts to this run's segment. An act is acknowledged when its frame is on the disk; what queues while an append is
// in flight goes into the next frame together.
import { concat, toHex, type Bytes } from '../bytes.ts';
import { sha256 } from '../crypto/digest.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import { randomId, type DeviceId, type PersonId } from '../evidence/ids.ts';
import type { Act, Change, Subject } from '../journal/change.ts';
import {
  hashBytes,
  mostFrameBytes,
  sealFrame,
  segmentHeader,
  type AcceptedSegment,
  type Outer,
  type Part,
} from '../journal/frame.ts';
import { parseAct } from '../journal/parse-change.ts';
import { sealPart } from '../journal/part.ts';
import { fail, ok, type Result } from '../result.ts';
import type { FolderName, LockerFolder } from './folder.ts';
import type { KeyRing } from './key-ring.ts';
import { accepted, grown, nameOf, type OpenSegment } from './open-segment.ts';

const mostSegmentBytes = 32 * 1024 * 1024;
/** UTF-16 units of queued acts that go into one frame; far below `mostFrameBytes` in any script. */
const mostGroupUnits = 2 * 1024 * 1024;

/** The last moment a Date can hold. */
const latestDateMs = 8.64e15;

export interface WriterStart {
  readonly device: DeviceId;
  /** Segments that no run of this device has recorded yet. */
  readonly earlier: readonly AcceptedSegment[];
  readonly clock: number;
  readonly seq: number;
}

export interface WriterHost {
  readonly folder: LockerFolder;
  readonly keys: LockerKeys;
  readonly ring: KeyRing;
  readonly now: () => number;
  readonly withAckLines: boolean;
  /** Called with each frame's changes after the fsync, before their acts are answered. */
  readonly onWritten: (changes: readonly Change[]) => void;
}

interface Waiting {
  readonly acts: readonly Act[];
  readonly person: PersonId;
  readonly units: number;
  readonly answer: (result: Result<readonly Change[]>) => void;
}

export class JournalWriter {
  readonly #host: WriterHost;
  readonly #device: DeviceId;
  #earlier: AcceptedSegment[];
  #clock: number;
  #seq: number;
  #segment: OpenSegment | undefined;
  #queue: Waiting[] = [];
  #pumping: Promise<void> | undefined;
  #closed = false;

  constructor(host: WriterHost, start: WriterStart) {
    this.#host = host;
    this.#device = start.device;
    this.#earlier = [...start.earlier];
    this.#clock = start.clock;
    this.#seq = start.seq;
  }

  /** SHA-256 of the last frame that is on the disk in this run's segment. */
  get head(): Bytes | undefined {
    return this.#segment?.head;
  }

  /** The segment that is being written, if any. */
  get segment(): FolderName | undefined {
    return this.#segment === undefined ? undefined : nameOf(this.#segment);
  }

  /** All of the acts or none, in one frame. */
  act(acts: readonly Act[], person: PersonId): Promise<Result<readonly Change[]>> {
    if (this.#closed) return Promise.resolve(fail('locker-closed'));
    if (acts.length === 0) return Promise.resolve(ok([]));
    const written = JSON.stringify(acts);
    // What no reader would take back must never be told to be saved.
    const read = JSON.parse(written) as readonly unknown[];
    if (!read.every((act) => parseAct(act) !== undefined)) {
      return Promise.resolve(fail('request-malformed'));
    }
    const { length: units } = written;
    return new Promise((answer) => {
      this.#queue.push({ acts, person, units, answer });
      this.#pumping ??= this.#pump();
    });
  }

  /** When everything queued by now has been written, or refused. */
  async idle(): Promise<void> {
    await this.#pumping;
  }

  /** Writes what is queued and the closing frame. */
  async close(): Promise<Result<null>> {
    this.#closed = true;
    await this.#pumping;
    return this.#closeSegment();
  }

  async #pump(): Promise<void> {
    await Promise.resolve(); // acts of the same turn go together
    while (this.#queue.length > 0) {
      const group = this.#takeGroup();
      const changes = this.#number(group);
      const written = await this.#write(changes);
      if (written.ok) this.#host.onWritten(changes);
      let from = 0;
      for (const { acts, answer } of group) {
        const own = changes.slice(from, (from += acts.length));
        answer(written.ok ? ok(own) : written);
      }
    }
    this.#pumping = undefined; // in the same turn as the last look at the queue
  }

  #takeGroup(): readonly Waiting[] {
    let units = 0;
    const fits = this.#queue.findIndex((waiting, index) => {
      units += waiting.units;
      return index > 0 && units > mostGroupUnits;
    });
    return this.#queue.splice(0, fits === -1 ? this.#queue.length : fits);
  }

  #number(group: readonly Waiting[]): readonly Change[] {
    const at = this.#wallClock();
    const numbered = group.flatMap(({ acts, person }) => acts.map((act) => ({ act, person })));
    return numbered.map(({ act, person }, index) => ({
      ...act,
      id: randomId(),
      device: this.#device,
      seq: this.#seq + index + 1,
      clock: this.#clock + index + 1,
      at,
      person,
    }));
  }

  async #write(changes: readonly Change[]): Promise<Result<null>> {
    const start = await this.#startFrame();
    const sealed = await this.#sealChanges(changes, start.segment);
    if (!sealed.ok) return sealed;
    if (sealed.value.length > mostFrameBytes) return fail('request-malformed');
    const { segment } = start;
    const isFull = segment.length + sealed.value.length > mostSegmentBytes;
    if (isFull && this.#segment !== undefined) {
      const closed = await this.#closeSegment();
      return closed.ok ? this.#write(changes) : closed;
    }
    const acks = this.#host.withAckLines ? changes.map(({ seq, kind }) => ({ seq, kind })) : [];
    const bytes = concat(start.bytes, sealed.value);
    const appended = await this.#host.folder.append(nameOf(segment), bytes, acks);
    if (!appended.ok) {
      this.#abandon(segment);
      return appended;
    }
    this.#segment = await grown(segment, sealed.value);
    this.#earlier = [];
    this.#clock += changes.length;
    this.#seq += changes.length;
    return ok(null);
  }

  /** The segment to write to and, where it is a new one, its header and opening frame, to be appended with the first acts. */
  async #startFrame(): Promise<{ segment: OpenSegment; bytes: Bytes }> {
    if (this.#segment !== undefined) return { segment: this.#segment, bytes: new Uint8Array() };
    const { keys } = this.#host;
    const name = { lockerId: keys.lockerId, device: this.#device, run: randomId() };
    const header = segmentHeader(name);
    const prev = await sha256(header);
    const opened = await sealFrame(keys.journal, name, prev, {
      kind: 'opened',
      ...this.#position(0, []),
      earlier: this.#earlier,
    });
    const empty = { ...name, length: header.length, head: prev, frames: 0 };
    return { segment: await grown(empty, opened), bytes: concat(header, opened) };
  }

  async #sealChanges(changes: readonly Change[], segment: OpenSegment): Promise<Result<Bytes>> {
    const { keys, ring } = this.#host;
    const parts: Part[] = [];
    for (const [subject, own] of bySubject(changes)) {
      const found = await ring.keyFor(subject);
      if (!found.ok) return found;
      const { name, key } = found.value;
      const sealed = await sealPart(key, [segment, segment.frames, parts.length], own);
      parts.push({ key: name, sealed });
    }
    const position = this.#position(segment.frames, changes);
    const outer: Outer = { kind: 'acts', ...position, parts };
    return ok(await sealFrame(keys.journal, segment, segment.head, outer));
  }

  async #closeSegment(): Promise<Result<null>> {
    const segment = this.#segment;
    if (segment === undefined) return ok(null);
    const frame = await sealFrame(this.#host.keys.journal, segment, segment.head, {
      kind: 'closed',
      ...this.#position(segment.frames, []),
      frames: segment.frames + 1,
      head: toHex(segment.head),
    });
    const appended = await this.#host.folder.append(nameOf(segment), frame, []);
    if (!appended.ok) {
      this.#abandon(segment);
      return appended;
    }
    this.#earlier.push(accepted(await grown(segment, frame), false));
    this.#segment = undefined;
    return ok(null);
  }

  /** After a failed append nobody knows what the disk holds: nothing more is written to that segment. */
  #abandon(segment: OpenSegment): void {
    const isNew = this.#segment === undefined;
    const none = { ...segment, length: 0, head: new Uint8Array(hashBytes) };
    this.#earlier.push(accepted(isNew ? none : segment, true));
    this.#segment = undefined;
  }

  /** A machine without a battery may think it is before 1970: readers refuse such a time, and the act with it. */
  #wallClock(): number {
    const now = Math.trunc(this.#host.now());
    return now > 0 && now <= latestDateMs ? now : 0;
  }

  #position(
    index: number,
    changes: readonly Change[],
  ): Pick<Outer, 'index' | 'clock' | 'seq' | 'at'> {
    const clock = this.#clock + changes.length;
    const seq = this.#seq + changes.length;
    return { index, clock, seq, at: changes[0]?.at ?? this.#wallClock() };
  }
}

function bySubject(changes: readonly Change[]): ReadonlyMap<Subject, readonly Change[]> {
  return Map.groupBy(changes, ({ subject }) => subject);
}
