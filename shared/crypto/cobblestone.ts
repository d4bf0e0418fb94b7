// C2SP chunked-encryption with AEAD_AES_256_GCM and SHA-512 ("Cobblestone-256"), https://c2sp.org/chunked-encryption.
// message = salt 24 ‖ commitment 32 ‖ chunks of 16 KiB, each with its tag; the last chunk is shorter, perhaps empty.
import { mapInBatches } from '../batches.ts';
import { concat, equalBytes, randomBytes, utf8, type Bytes } from '../bytes.ts';
import type { SealKey } from './seal-key.ts';

export const chunkBytes = 16 * 1024;
export const sealedChunkBytes = chunkBytes + 16;
export const headBytes = 56;
const tagBytes = 16;
const saltBytes = 24;
const nonceBytes = 12;
/** Of SHA-512. */
const hashBytes = 64;
const label = utf8('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0');

/** Plaintext bytes of a message of so many sealed bytes; undefined where no message has that length. */
export function openedSize(sealedBytes: number): number | undefined {
  const body = sealedBytes - headBytes;
  const last = body % sealedChunkBytes;
  if (body < tagBytes || last < tagBytes) return undefined;
  return body - (Math.floor(body / sealedChunkBytes) + 1) * tagBytes;
}

export async function sealMessage(key: SealKey, context: string, plaintext: Bytes): Promise<Bytes> {
  const sealer = await startSealing(key, context);
  return concat(sealer.head, await sealer.push(plaintext), await sealer.end());
}

/** The plaintext, or undefined where key, context or a single bit is another. */
export async function openMessage(
  key: SealKey,
  context: string,
  message: Bytes,
): Promise<Bytes | undefined> {
  if (openedSize(message.length) === undefined) return undefined;
  const opener = await startOpening(key, context, message.subarray(0, headBytes));
  return opener?.open(0, message.subarray(headBytes));
}

/** Seals a message that comes in pieces; holds back less than one chunk. */
export interface Sealer {
  /** The first 56 bytes of the message. */
  readonly head: Bytes;
  /** The sealed chunks that became whole. */
  push(piece: Bytes): Promise<Bytes>;
  /** The last chunk. */
  end(): Promise<Bytes>;
}

export async function startSealing(key: SealKey, context: string): Promise<Sealer> {
  const salt = randomBytes(saltBytes);
  const { aead, nonce, commitment } = await derive(key, salt, context, 'encrypt');
  let next = 0;
  let held: Bytes = new Uint8Array(0);
  const sealChunk = async (chunk: Bytes): Promise<Bytes> => {
    const iv = nonceOf(nonce, next++);
    return new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, aead, chunk));
  };
  return {
    head: concat(salt, commitment),
    push: async (piece) => {
      const input = held.length === 0 ? piece : concat(held, piece);
      const whole = input.length - (input.length % chunkBytes);
      held = input.slice(whole);
      const chunks = cut(input.subarray(0, whole), chunkBytes);
      return concat(...(await mapInBatches(chunks, sealChunk)));
    },
    end: () => sealChunk(held),
  };
}

/** Opens any run of whole chunks of one message. The caller has checked the message's length with `openedSize`. */
export interface Opener {
  /** `sealed` begins with chunk number `first`; its last chunk may be the message's short one. */
  open(first: number, sealed: Bytes): Promise<Bytes | undefined>;
}

/** Undefined where the commitment says that this key or context did not seal the message. */
export async function startOpening(
  key: SealKey,
  context: string,
  head: Bytes,
): Promise<Opener | undefined> {
  const derived = await derive(key, head.subarray(0, saltBytes), context, 'decrypt');
  if (!equalBytes(derived.commitment, head.subarray(saltBytes))) return undefined;
  return {
    open: async (first, sealed) => {
      let next = first;
      const openChunk = async (chunk: Bytes): Promise<Bytes> => {
        const algorithm = { name: 'AES-GCM', iv: nonceOf(derived.nonce, next++) };
        return new Uint8Array(await crypto.subtle.decrypt(algorithm, derived.aead, chunk));
      };
      try {
        const chunks = cut(sealed, sealedChunkBytes);
        const [only] = chunks; // as most messages have
        if (only !== undefined && chunks.length === 1) return await openChunk(only);
        return concat(...(await mapInBatches(chunks, openChunk)));
      } catch {
        return undefined; // WebCrypto's only way to say that a tag is wrong
      }
    },
  };
}

function cut(bytes: Bytes, stepBytes: number): Bytes[] {
  return Array.from({ length: Math.ceil(bytes.length / stepBytes) }, (_, index) =>
    bytes.subarray(index * stepBytes, (index + 1) * stepBytes),
  );
}

/**
 * HKDF-Expand (RFC 5869) to 76 bytes = two blocks of HMAC-SHA-512. WebCrypto's own HKDF always extracts first, which is
 * not the spec.
 */
async function derive(
  key: SealKey,
  salt: Bytes,
  context: string,
  usage: 'encrypt' | 'decrypt',
): Promise<{ aead: CryptoKey; nonce: Bytes; commitment: Bytes }> {
  // Room for the first block, then what both blocks are made of, the block's number last.
  const input = concat(new Uint8Array(hashBytes), label, salt, utf8(context), Uint8Array.of(1));
  const first = key.hmac(input.subarray(hashBytes));
  input.set(first);
  input[input.length - 1] = 2;
  const second = key.hmac(input);
  const nonce = first.slice(32, 32 + nonceBytes);
  const commitment = concat(first.subarray(32 + nonceBytes), second.subarray(0, 12));
  const raw = first.subarray(0, 32);
  const aead = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, [usage]);
  first.fill(0);
  input.fill(0);
  return { aead, nonce, commitment };
}

/** The base nonce XOR the chunk number, big-endian in its last five bytes. */
function nonceOf(base: Bytes, chunk: number): Bytes {
  if (chunk === 0) return base;
  const nonce = base.slice();
  const view = new DataView(nonce.buffer);
  view.setUint32(8, (view.getUint32(8) ^ chunk) >>> 0);
  view.setUint8(7, view.getUint8(7) ^ Math.floor(chunk / 2 ** 32));
  return nonce;
}
