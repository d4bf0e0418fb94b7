// The key of this device's sealed views. Random, and renewed at every purge: what old blocks of the profile may still hold
// of a purged source opens no more. It says which purges it was made after, so that a purge is not forgotten when the
// program dies before it is done, and so that an older key that a copy brings back is told from the newest.
import { concat, equalBytes, randomBytes, utf8, type Bytes } from '../bytes.ts';
import { openMessage, sealMessage } from '../crypto/cobblestone.ts';
import { sha256 } from '../crypto/digest.ts';
import { contextOf, type LockerKeys } from '../crypto/locker-keys.ts';
import { importSealKey, type SealKey } from '../crypto/seal-key.ts';
import type { DeviceId } from '../evidence/ids.ts';
import type { Purged } from '../library/purged.ts';
import { ok, type Result } from '../result.ts';
import { epochName, type LockerFolder } from './folder.ts';

const keyBytes = 32;
const digestBytes = 32;
const mostBytes = 4096;

export interface Epoch {
  readonly key: SealKey;
  /** SHA-256 of the ids of the sources purged by then. */
  readonly purges: Bytes;
}

/** Undefined where there is none that opens: the next one is made, and views are then of no use. */
export async function readEpoch(
  folder: LockerFolder,
  keys: LockerKeys,
  device: DeviceId,
): Promise<Epoch | undefined> {
  const sealed = await folder.read(epochName(device), 0, mostBytes);
  if (!sealed.ok) return undefined;
  const context = contextOf('epoch', keys.lockerId, device);
  const plain = await openMessage(keys.epoch, context, sealed.value);
  if (plain?.length !== keyBytes + digestBytes) return undefined;
  const key = await importSealKey(plain.subarray(0, keyBytes));
  const purges = plain.slice(keyBytes);
  plain.fill(0);
  return { key, purges };
}

/** Makes a new key; the one before is written over. */
export async function renewEpoch(
  folder: LockerFolder,
  keys: LockerKeys,
  device: DeviceId,
  purged: Purged,
): Promise<Result<Epoch>> {
  const raw = randomBytes(keyBytes);
  const purges = await digestOf(purged);
  const plain = concat(raw, purges);
  const sealed = await sealMessage(keys.epoch, contextOf('epoch', keys.lockerId, device), plain);
  const key = await importSealKey(raw);
  raw.fill(0);
  plain.fill(0);
  const written = await folder.replace(epochName(device), sealed);
  return written.ok ? ok({ key, purges }) : written;
}

export async function isMadeAfter({ purges }: Epoch, purged: Purged): Promise<boolean> {
  return equalBytes(purges, await digestOf(purged));
}

function digestOf({ sources }: Purged): Promise<Bytes> {
  return sha256(utf8(Array.from(sources.keys()).sort().join('\n')));
}
