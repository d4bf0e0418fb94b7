// What sealed messages cost at least: the WebCrypto operations of each (two HMACs, one AES-GCM), and nothing around them.
import { mapInBatches } from '../../shared/batches.ts';
import { randomBytes, type Bytes } from '../../shared/bytes.ts';
import { costOf, type Cost } from './cost.ts';

const hashed = { name: 'HMAC', hash: 'SHA-512' };
/** Of what a message's key is derived from: label, salt, context. */
const infoBytes = 180;

/** Opens messages of one chunk of these lengths, many at a time. */
export async function openBare(lengths: readonly number[]): Promise<Cost> {
  const hmacKey = await crypto.subtle.importKey('raw', randomBytes(32), hashed, false, ['sign']);
  const raw = randomBytes(32);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const gcm = { name: 'AES-GCM', iv: randomBytes(12) };
  const info = randomBytes(infoBytes);
  const sealed = await mapInBatches(lengths, (length) =>
    crypto.subtle.encrypt(gcm, key, new Uint8Array(length)),
  );
  return costOf(() =>
    mapInBatches(sealed, async (message) => {
      await crypto.subtle.sign('HMAC', hmacKey, info);
      await crypto.subtle.sign('HMAC', hmacKey, info);
      const own = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
      await crypto.subtle.decrypt(gcm, own, message);
    }),
  );
}

export function hashBare(segments: readonly Bytes[]): Promise<Cost> {
  return costOf(() => Promise.all(segments.map((each) => crypto.subtle.digest('SHA-256', each))));
}
