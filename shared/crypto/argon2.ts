// Argon2id (RFC 9106) by the host's libsodium: the renderer runs it in a worker that ends afterwards, because wasm memory
// never shrinks.
import type { Bytes } from '../bytes.ts';

/** One lane, always. */
export interface Argon2Cost {
  readonly memoryKiB: number;
  readonly passes: number;
}

/** 32 bytes from a passphrase (NFC, UTF-8) and a salt of exactly 16 bytes. */
export type Argon2 = (passphrase: Bytes, salt: Bytes, cost: Argon2Cost) => Promise<Bytes>;

export const argon2SaltBytes = 16;
export const usualCost: Argon2Cost = { memoryKiB: 256 * 1024, passes: 3 };
export const leastCost: Argon2Cost = { memoryKiB: 64 * 1024, passes: 3 };
/** More than this is refused before it is tried, so that a tampered slot cannot hang the program. */
const mostCost: Argon2Cost = { memoryKiB: 1024 * 1024, passes: 16 };

export function isCost(cost: Argon2Cost, least: Argon2Cost): boolean {
  const { memoryKiB, passes } = cost;
  return (
    Number.isSafeInteger(memoryKiB) &&
    Number.isSafeInteger(passes) &&
    memoryKiB >= least.memoryKiB &&
    memoryKiB <= mostCost.memoryKiB &&
    passes >= least.passes &&
    passes <= mostCost.passes
  );
}

/** The part of libsodium-wrappers-sumo that is used. */
export interface Sodium {
  readonly crypto_pwhash_ALG_ARGON2ID13: number;
  crypto_pwhash(
    keyBytes: number,
    passphrase: Uint8Array,
    salt: Uint8Array,
    passes: number,
    memoryBytes: number,
    algorithm: number,
  ): Uint8Array;
}

export function argon2id(sodium: Sodium, passphrase: Bytes, salt: Bytes, cost: Argon2Cost): Bytes {
  const { memoryKiB, passes } = cost;
  const algorithm = sodium.crypto_pwhash_ALG_ARGON2ID13;
  return new Uint8Array(
    sodium.crypto_pwhash(32, passphrase, salt, passes, memoryKiB * 1024, algorithm),
  );
}
