// Looks for many words in many bytes at once, also inside whatever is packed within them.
import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

export interface Hit {
  /** What was looked for. */
  readonly what: string;
  /** The form it had, and what it was packed in. */
  readonly form: string;
}

interface Pattern extends Hit {
  readonly bytes: Buffer;
}

const slots = 1 << 20;
const tailBytes = 4;
/** A zip within a zip within a file. */
const mostDepth = 3;
const mostUnpacked = 64 * 2 ** 20;

/** Finds patterns by their last four bytes, and compares the whole where those agree. */
export class Scanner {
  readonly #tails = new Uint8Array(slots);
  readonly #patterns = new Map<number, Pattern[]>();

  /** Patterns are eight bytes or longer: shorter ones stand somewhere by chance. */
  add(what: string, forms: ReadonlyMap<string, Uint8Array>): void {
    for (const [form, given] of forms) {
      const bytes = Buffer.from(given);
      if (bytes.length < 2 * tailBytes)
        throw new Error(`too short to look for: ${what} as ${form}`);
      const tail = bytes.readUInt32BE(bytes.length - tailBytes);
      this.#tails[slotOf(tail)] = 1;
      const same = this.#patterns.get(tail);
      if (same === undefined) this.#patterns.set(tail, [{ what, form, bytes }]);
      else same.push({ what, form, bytes });
    }
  }

  /** Each pattern once per place it was packed in. */
  scan(bytes: Uint8Array): readonly Hit[] {
    const found = new Map<string, Hit>();
    this.#scan(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), '', 0, found);
    return [...found.values()];
  }

  /** As they lie, packed or not: for memory. */
  scanFlat(bytes: Buffer): readonly Hit[] {
    const found = new Map<string, Hit>();
    this.#scanFlat(bytes, '', found);
    return [...found.values()];
  }

  #scan(bytes: Buffer, within: string, depth: number, found: Map<string, Hit>): void {
    this.#scanFlat(bytes, within, found);
    if (depth === mostDepth) return;
    for (const [how, unpacked] of unpackAll(bytes)) {
      this.#scan(unpacked, `${within} in ${how}`, depth + 1, found);
    }
  }

  #scanFlat(bytes: Buffer, within: string, found: Map<string, Hit>): void {
    let tail = 0;
    for (let at = 0; at < bytes.length; at++) {
      tail = (tail << 8) | (bytes[at] ?? 0);
      if (this.#tails[slotOf(tail)] === 0) continue;
      for (const { what, form, bytes: pattern } of this.#patterns.get(tail >>> 0) ?? []) {
        const from = at + 1 - pattern.length;
        if (from < 0 || bytes.compare(pattern, 0, pattern.length, from, at + 1) !== 0) continue;
        const hit = { what, form: `${form}${within}` };
        found.set(`${hit.what} ${hit.form}`, hit);
      }
    }
  }
}

function slotOf(tail: number): number {
  return Math.imul(tail, 0x9e3779b1) >>> 12;
}

const settings = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: mostUnpacked };
const zipHeaderBytes = 30;

/** Whatever begins like zlib, gzip or an entry of a zip, and unpacks to something, however it ends. */
function* unpackAll(bytes: Buffer): Generator<readonly [string, Buffer]> {
  for (let at = 0; at + 4 < bytes.length; at++) {
    const head = bytes.readUInt16BE(at);
    const how = kindOf(head, bytes, at);
    if (how === undefined) continue;
    const unpacked = unpack(how, bytes, at);
    if (unpacked !== undefined && unpacked.length > 0) yield [how, unpacked];
  }
}

type Packing = 'zlib' | 'gzip' | 'zip';

function kindOf(head: number, bytes: Buffer, at: number): Packing | undefined {
  if ((head & 0x0f00) === 0x0800 && head >>> 12 <= 7 && head % 31 === 0) return 'zlib';
  if (head === 0x1f8b && bytes[at + 2] === 8) return 'gzip';
  return head === 0x504b && bytes.readUInt16BE(at + 2) === 0x0304 ? 'zip' : undefined;
}

function unpack(how: Packing, bytes: Buffer, at: number): Buffer | undefined {
  if (how === 'zlib') return inflatePart(inflateSync, bytes.subarray(at));
  if (how === 'gzip') return inflatePart(gunzipSync, bytes.subarray(at));
  const isDeflated = bytes.length > at + zipHeaderBytes && bytes.readUInt16LE(at + 8) === 8;
  if (!isDeflated) return undefined; // stored ones were scanned as they lie
  const data = at + zipHeaderBytes + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return inflatePart(inflateRawSync, bytes.subarray(data));
}

/** As much of a stream as can be unpacked: it may be cut off, damaged further on, or only look like one. */
function inflatePart(inflate: typeof inflateSync, packed: Buffer): Buffer | undefined {
  const attempt = (length: number): Buffer | undefined => {
    try {
      return inflate(packed.subarray(0, length), settings);
    } catch {
      return undefined;
    }
  };
  const whole = attempt(packed.length);
  if (whole !== undefined) return whole;
  let [good, bad] = [0, packed.length];
  let longest: Buffer | undefined;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    const part = attempt(middle);
    if (part === undefined) bad = middle;
    else [good, longest] = [middle, part];
  }
  return longest;
}
