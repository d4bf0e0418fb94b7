// Runs published vectors over the host's WebCrypto and the functions of shared/crypto; the same in Node and in Chromium.
import { equalBytes, fromHex, type Bytes } from '../../shared/bytes.ts';
import { importSealKey } from '../../shared/crypto/seal-key.ts';
import aesGcm from '../vectors/aes-gcm.json' with { type: 'json' };
import ed25519 from '../vectors/ed25519.json' with { type: 'json' };
import hkdfSha512 from '../vectors/hkdf-sha512.json' with { type: 'json' };
import hmacSha512 from '../vectors/hmac-sha512.json' with { type: 'json' };

export interface VectorSuite {
  readonly name: string;
  readonly cases: number;
  /** Numbers of the cases that came out other than published. */
  readonly run: () => Promise<readonly number[]>;
}

interface Vector {
  readonly tcId: number;
  readonly result: string;
}

export const vectorSuites: readonly VectorSuite[] = [
  suite('AES-256-GCM opens and seals', aesGcm, async ({ key, iv, aad, msg, ct, tag }) => {
    const raw = await crypto.subtle.importKey('raw', bytes(key), 'AES-GCM', false, [
      'encrypt',
      'decrypt',
    ]);
    const algorithm = { name: 'AES-GCM', iv: bytes(iv), additionalData: bytes(aad) };
    const opened = await crypto.subtle.decrypt(algorithm, raw, bytes(ct + tag));
    const sealed = await crypto.subtle.encrypt(algorithm, raw, bytes(msg));
    return same(opened, msg) && same(sealed, ct + tag);
  }),
  suite('HKDF-SHA-512 derives', hkdfSha512, async ({ ikm, salt, info, size, okm }) => {
    const key = await crypto.subtle.importKey('raw', bytes(ikm), 'HKDF', false, ['deriveBits']);
    const algorithm = { name: 'HKDF', hash: 'SHA-512', salt: bytes(salt), info: bytes(info) };
    return same(await crypto.subtle.deriveBits(algorithm, key, size * 8), okm);
  }),
  suite('HMAC-SHA-512 authenticates', hmacSha512, async ({ key, msg, tag, tagBytes }) => {
    const mac = (await importSealKey(bytes(key))).hmac(bytes(msg));
    return same(mac.slice(0, tagBytes).buffer, tag);
  }),
  suite('Ed25519 verifies', ed25519, async ({ key, msg, sig }) => {
    const raw = await crypto.subtle.importKey('raw', bytes(key), 'Ed25519', false, ['verify']);
    return crypto.subtle.verify('Ed25519', raw, bytes(sig), bytes(msg));
  }),
];

/** A case that throws was refused. */
function suite<V extends Vector>(
  name: string,
  vectors: readonly V[],
  holds: (vector: V) => Promise<boolean>,
): VectorSuite {
  const run = async (): Promise<readonly number[]> => {
    const wrong: number[] = [];
    for (const vector of vectors) {
      const accepted = await holds(vector).catch(() => false);
      if (accepted !== (vector.result === 'valid')) wrong.push(vector.tcId);
    }
    return wrong;
  };
  return { name, cases: vectors.length, run };
}

function bytes(hex: string): Bytes {
  const read = fromHex(hex);
  if (read === undefined) throw new Error('a vector is not hexadecimal');
  return read;
}

function same(found: ArrayBuffer, hex: string): boolean {
  return equalBytes(new Uint8Array(found), bytes(hex));
}
