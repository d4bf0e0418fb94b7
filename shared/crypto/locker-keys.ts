// One master key, one derived key per purpose. The master key is dropped after the derivation.
import { toHex, utf8, type Bytes } from '../bytes.ts';
import { importSealKey, type SealKey } from './seal-key.ts';

const family = 'evidence-locker/v1';

type Purpose = 'slot' | 'slot-mac' | 'commitment' | 'keys' | 'journal' | 'epoch' | 'blind';

export interface LockerKeys {
  readonly lockerId: string;
  /** Signs key slots; here to tell a slot of this locker from one that somebody made up. */
  readonly slotMac: SealKey;
  /** Seals key pools. */
  readonly keys: SealKey;
  /** Seals the outer layer of frames. */
  readonly journal: SealKey;
  /** Seals this device's epoch key, which seals views outside the locker's folder. */
  readonly epoch: SealKey;
  /** Turns names into row ids. */
  readonly blind: SealKey;
}

/** What a sealed message is and where it belongs: opened under another kind, locker or id, it does not open. */
export function contextOf(
  kind: 'slot' | 'keys' | 'frame' | 'part' | 'file' | 'view' | 'epoch',
  lockerId: string,
  id: string,
): string {
  return `${family}/${kind}/${lockerId}/${id}`;
}

/** HKDF-SHA-512 (RFC 5869), 32 bytes; salt and info are UTF-8. */
export async function derivePurpose(
  secret: Bytes,
  lockerId: string,
  purpose: Purpose,
): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const info = utf8(`${family}/${purpose}`);
  const algorithm = { name: 'HKDF', hash: 'SHA-512', salt: utf8(lockerId), info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}

/** The same as a key. */
export async function deriveSealKey(
  secret: Bytes,
  lockerId: string,
  purpose: Purpose,
): Promise<SealKey> {
  const raw = await derivePurpose(secret, lockerId, purpose);
  const key = await importSealKey(raw);
  raw.fill(0);
  return key;
}

/** Zeroes the master key when it is done. */
export async function deriveLockerKeys(master: Bytes, lockerId: string): Promise<LockerKeys> {
  const derive = (purpose: Purpose): Promise<SealKey> => deriveSealKey(master, lockerId, purpose);
  const slotMac = await derive('slot-mac');
  const [keys, journal] = [await derive('keys'), await derive('journal')];
  const [epoch, blind] = [await derive('epoch'), await derive('blind')];
  master.fill(0);
  return { lockerId, slotMac, keys, journal, epoch, blind };
}

/** A row id that tells nothing without the key: the first 128 bits of HMAC-SHA-512, lower-case hex. */
export function blindedId(keys: LockerKeys, name: string): string {
  return toHex(keys.blind.hmac(utf8(name)).subarray(0, 16));
}
