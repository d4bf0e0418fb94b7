// What sealed messages cost at least: the operations of each (two HMACs, an AES key, AES-GCM), and nothing around them.
import { mapInBatches } from '../../shared/batches.ts';
import { randomBytes, type Bytes } from '../../shared/bytes.ts';
import { importSealKey } from '../../shared/crypto/seal-key.ts';
import { costOf, type Cost } from './cost.ts';

/** Of what a message's key is derived from: label, salt, context. */
const infoBytes = 180;

/** Opens messages of one chunk of these lengths, many at a time. */
export async function openBare(lengths: readonly number[]): Promise<Cost> {
  const sealKey = await importSealKey(randomBytes(32));
  const raw = randomBytes(32);
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const gcm = { name: 'AES-GCM', iv: randomBytes(12) };
  const info = randomBytes(infoBytes);
  const sealed = await mapInBatches(lengths, (length) =>
    crypto.subtle.encrypt(gcm, key, new Uint8Array(length)),
  );
  return costOf(() =>
    mapInBatches(sealed, async (message) => {
      sealKey.hmac(info);
      sealKey.hmac(info);
      const own = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
      await crypto.subtle.decrypt(gcm, own, message);
    }),
  );
}

export function hashBare(segments: readonly Bytes[]): Promise<Cost> {
  return costOf(() => Promise.all(segments.map((each) => crypto.subtle.digest('SHA-256', each))));
}
