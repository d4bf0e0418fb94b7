// Readings of finished segments, remembered outside the folder as sealed views: opening one view is many times quicker than
// opening every frame again. Never the truth: what is not remembered, or of other bytes, is read from the journal.
import { fromUtf8, utf8, type Bytes } from '../bytes.ts';
import { openMessage, sealMessage } from '../crypto/cobblestone.ts';
import { blindedId, contextOf, type LockerKeys } from '../crypto/locker-keys.ts';
import type { DeviceId } from '../evidence/ids.ts';
import type { SegmentName } from '../journal/frame.ts';
import type { SegmentReading } from '../journal/segment.ts';
import type { Purged } from '../library/purged.ts';
import { parseJson } from '../shape.ts';
import { isMadeAfter, readEpoch, renewEpoch, type Epoch } from './epoch.ts';
import type { LockerFolder } from './folder.ts';
import { missingKeysOf } from './segment-union.ts';

/** Raised when a reading gets another shape: older views are then of no use. */
const version = 3;

/** Rows outside the folder, by blinded id. Never rejects; may forget, or answer with anything. */
export interface ViewStore {
  read(id: string): Promise<Bytes | undefined>;
  write(id: string, sealed: Bytes): Promise<unknown>;
  /** Forgets every row. */
  wipe(): Promise<unknown>;
}

/** A segment that will not change any more, and the SHA-256 of its bytes. */
export interface Finished {
  readonly reading: SegmentReading;
  readonly digest: string;
}

/** Closed and whole: of any other there is more to say the next time. */
export function isFinished(reading: SegmentReading): boolean {
  const { closed, torn, damage } = reading;
  return closed && !torn && damage.length === 0 && missingKeysOf(reading).length === 0;
}

type Kept = Pick<SegmentReading, 'frames' | 'accepted' | 'earlier'>;

interface View {
  readonly version: number;
  /** SHA-256 of the segment's bytes, hex: the view is of these and no others. */
  readonly digest: string;
  readonly kept: Kept;
  readonly heads: readonly (readonly [number, string])[];
}

export interface MemoryHost {
  readonly folder: LockerFolder;
  readonly keys: LockerKeys;
  readonly device: DeviceId;
  readonly store: ViewStore;
}

export class SegmentMemory {
  readonly #host: MemoryHost;
  #epoch: Epoch | undefined;
  #asked = 0;
  #recalled = 0;
  /** Digests of what lies in the store under the key of now, by run. */
  readonly #kept = new Map<string, string>();
  /** What lies in the store must go, with its key. */
  #isStale = false;
  #wasStale = false;

  private constructor(host: MemoryHost, epoch: Epoch | undefined) {
    this.#host = host;
    this.#epoch = epoch;
  }

  static async open(host: MemoryHost): Promise<SegmentMemory> {
    return new SegmentMemory(host, await readEpoch(host.folder, host.keys, host.device));
  }

  /**
   * Recalls nothing any more if what is remembered was read before a purge, or is newer than the journal; answers whether
   * that was so.
   */
  async forgetUnless(purged: Purged): Promise<boolean> {
    if (this.#epoch === undefined || (await isMadeAfter(this.#epoch, purged))) return false;
    this.#epoch = undefined;
    this.#kept.clear();
    this.#isStale = true;
    this.#wasStale = true;
    return true;
  }

  /** A finished segment was read that is not remembered. */
  missed(): void {
    this.#asked++;
  }

  /** There were finished segments, and none was remembered: another profile, or one that was emptied. */
  get wasEmpty(): boolean {
    return this.#asked > 0 && this.#recalled === 0 && !this.#wasStale;
  }

  /** The reading of exactly these bytes. A view that opens was sealed by this program, so its shape is its version's. */
  async recall(name: SegmentName, digest: string): Promise<SegmentReading | undefined> {
    if (this.#epoch === undefined) return undefined;
    const { id, context } = this.#placeOf(name);
    const sealed = await this.#host.store.read(id);
    const plain = sealed && (await openMessage(this.#epoch.key, context, sealed));
    const text = plain && fromUtf8(plain);
    const view = text === undefined ? undefined : (parseJson(text) as View | undefined);
    if (view?.version !== version || view.digest !== digest) return undefined;
    this.#asked++;
    this.#recalled++;
    this.#kept.set(name.run, digest);
    return {
      ...name,
      ...view.kept,
      heads: new Map(view.heads),
      ...{ closed: true, torn: false, damage: [] },
    };
  }

  /**
   * Keeps the readings of finished segments, read after exactly these purges, in place of those made before them. Where
   * the folder takes no new key nothing is kept.
   */
  async remember(readings: readonly Finished[], purged: Purged): Promise<void> {
    if (this.#epoch === undefined) {
      if (readings.length === 0 && !this.#isStale) return;
      await this.#host.store.wipe(); // before the key is gone: dying between the two, it is done again
      const { folder, keys, device } = this.#host;
      const renewed = await renewEpoch(folder, keys, device, purged);
      if (!renewed.ok) return;
      this.#epoch = renewed.value;
      this.#isStale = false;
    }
    for (const { reading, digest } of readings) {
      if (this.#kept.get(reading.run) !== digest) await this.#keep(this.#epoch, reading, digest);
    }
  }

  /** What this device noted under a name (`keepNote`), if it opens. */
  async recallNote(name: string): Promise<string | undefined> {
    if (this.#epoch === undefined) return undefined;
    const { id, context } = this.#noteOf(name);
    const sealed = await this.#host.store.read(id);
    const plain = sealed && (await openMessage(this.#epoch.key, context, sealed));
    return plain && fromUtf8(plain);
  }

  /**
   * Notes something for this device alone: no change of the journal, and lost with the profile or at the next purge. Answers
   * whether it was kept.
   */
  async keepNote(name: string, text: string, purged: Purged): Promise<boolean> {
    if (this.#isStale) return false;
    if (this.#epoch === undefined) {
      const { folder, keys, device } = this.#host;
      const made = await renewEpoch(folder, keys, device, purged);
      if (!made.ok) return false;
      this.#epoch = made.value;
    }
    const { id, context } = this.#noteOf(name);
    const sealed = await sealMessage(this.#epoch.key, context, utf8(text));
    return (await this.#host.store.write(id, sealed)) !== false;
  }

  #noteOf(name: string): { id: string; context: string } {
    const id = blindedId(this.#host.keys, `note/${name}`);
    return { id, context: contextOf('view', this.#host.keys.lockerId, id) };
  }

  async #keep(epoch: Epoch, reading: SegmentReading, digest: string): Promise<void> {
    const { device, run, lockerId, frames, accepted, earlier } = reading;
    const view: View = {
      version,
      digest,
      kept: { frames, accepted, earlier },
      heads: Array.from(reading.heads),
    };
    const { id, context } = this.#placeOf({ device, run, lockerId });
    const sealed = await sealMessage(epoch.key, context, utf8(JSON.stringify(view)));
    await this.#host.store.write(id, sealed);
    this.#kept.set(run, digest);
  }

  #placeOf({ device, run }: SegmentName): { id: string; context: string } {
    const id = blindedId(this.#host.keys, `segment/${device}/${run}`);
    return { id, context: contextOf('view', this.#host.keys.lockerId, id) };
  }
}
