// Readings of finished segments, remembered outside the folder as sealed views: opening one view is many times quicker than
// opening every frame again. Never the truth: what is not remembered, or of other bytes, is read from the journal.
import { fromUtf8, utf8, type Bytes } from '../bytes.ts';
import { openMessage, sealMessage } from '../crypto/cobblestone.ts';
import { sha256Hex } from '../crypto/digest.ts';
import { blindedId, contextOf, type LockerKeys } from '../crypto/locker-keys.ts';
import type { SegmentName } from '../journal/frame.ts';
import type { SegmentReading } from '../journal/segment.ts';
import { parseJson } from '../shape.ts';
import { missingKeysOf } from './segment-union.ts';

/** Raised when a reading gets another shape: older views are then of no use. */
const version = 2;

/** Rows outside the folder, by blinded id. Never rejects; may forget, or answer with anything. */
export interface ViewStore {
  read(id: string): Promise<Bytes | undefined>;
  write(id: string, sealed: Bytes): Promise<unknown>;
}

type Kept = Pick<SegmentReading, 'frames' | 'accepted' | 'earlier'>;

interface View {
  readonly version: number;
  /** SHA-256 of the segment's bytes, hex: the view is of these and no others. */
  readonly digest: string;
  readonly kept: Kept;
  readonly heads: readonly (readonly [number, string])[];
}

export class SegmentMemory {
  readonly #keys: LockerKeys;
  readonly #store: ViewStore;
  #asked = 0;
  #recalled = 0;

  constructor(keys: LockerKeys, store: ViewStore) {
    this.#keys = keys;
    this.#store = store;
  }

  /** There were finished segments, and none was remembered: another profile, or one that was emptied. */
  get wasEmpty(): boolean {
    return this.#asked > 0 && this.#recalled === 0;
  }

  /** The reading of exactly these bytes. A view that opens was sealed by this program, so its shape is its version's. */
  async recall(name: SegmentName, bytes: Bytes): Promise<SegmentReading | undefined> {
    const { id, context } = await this.#placeOf(name);
    const sealed = await this.#store.read(id);
    const plain = sealed && (await openMessage(this.#keys.epoch, context, sealed));
    const text = plain && fromUtf8(plain);
    const view = text === undefined ? undefined : (parseJson(text) as View | undefined);
    if (view?.version !== version || view.digest !== (await sha256Hex(bytes))) return undefined;
    this.#asked++;
    this.#recalled++;
    return {
      ...name,
      ...view.kept,
      heads: new Map(view.heads),
      ...{ closed: true, torn: false, damage: [] },
    };
  }

  /** Keeps the reading of a finished segment that is whole; of any other there is more to say the next time. */
  async remember(reading: SegmentReading, bytes: Bytes): Promise<void> {
    const { closed, torn, damage, device, run, lockerId } = reading;
    if (!closed || torn || damage.length > 0 || missingKeysOf(reading).length > 0) return;
    this.#asked++;
    const { frames, accepted, earlier } = reading;
    const view: View = {
      version,
      digest: await sha256Hex(bytes),
      kept: { frames, accepted, earlier },
      heads: Array.from(reading.heads),
    };
    const { id, context } = await this.#placeOf({ device, run, lockerId });
    const sealed = await sealMessage(this.#keys.epoch, context, utf8(JSON.stringify(view)));
    await this.#store.write(id, sealed);
  }

  async #placeOf({ device, run }: SegmentName): Promise<{ id: string; context: string }> {
    const id = await blindedId(this.#keys, `segment/${device}/${run}`);
    return { id, context: contextOf('view', this.#keys.lockerId, id) };
  }
}
