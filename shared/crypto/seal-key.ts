// The key of sealed messages: HMAC-SHA-512 (FIPS 198-1) by hash-wasm, at once. WebCrypto hands every call to another
// thread, and a journal of years asks for four of them with every change.
import { createSHA512 } from 'hash-wasm';
import type { Bytes } from '../bytes.ts';

type Sha512 = Awaited<ReturnType<typeof createSHA512>>;

/** What SHA-512 takes at a time. */
const blockBytes = 128;
const padded = new Uint8Array(blockBytes);
let loading: Promise<Sha512> | undefined;

/** The spec's input key: 32 uniformly random bytes. Nothing outside of it can read, copy or send them. */
class HmacKey {
  readonly #sha512: Sha512;
  /** The key, zeros behind it. An array of 64 bytes or less the engine would move about, and leave copies. */
  readonly #block: Bytes;

  constructor(sha512: Sha512, block: Bytes) {
    this.#sha512 = sha512;
    this.#block = block;
  }

  /** HMAC-SHA-512, 64 bytes. What one pass leaves of the key in the memory of the hash, the next writes over. */
  hmac(input: Bytes): Bytes {
    return this.#pass(0x5c, this.#pass(0x36, input));
  }

  #pass(pad: number, input: Bytes): Bytes {
    const block = this.#block;
    for (let at = 0; at < blockBytes; at++) padded[at] = (block[at] ?? 0) ^ pad;
    const hash = this.#sha512.init().update(padded).update(input).digest('binary');
    padded.fill(0);
    return hash as Bytes;
  }
}

export type SealKey = HmacKey;

/** Copies at most 128 bytes before it waits for anything; the caller may zero them then. */
export async function importSealKey(raw: Bytes): Promise<SealKey> {
  const block = new Uint8Array(blockBytes);
  block.set(raw);
  return new HmacKey(await (loading ??= createSHA512()), block);
}
