// The keys of a locker, raw, made from its passphrase and its files: to know them where they must not be.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import sodium from 'libsodium-wrappers-sumo';
import { argon2id, leastCost } from '../../shared/crypto/argon2.ts';
import { openMessage } from '../../shared/crypto/cobblestone.ts';
import { contextOf, derivePurpose } from '../../shared/crypto/locker-keys.ts';
import { openSlot, parseSlot, type Stretching } from '../../shared/crypto/slots.ts';
import { importSealKey } from '../../shared/crypto/seal-key.ts';
import { utf8, type Bytes } from '../../shared/bytes.ts';

const keyBytes = 32;

/** By what they are called in a report. */
export async function secretsOf(
  folder: string,
  passphrase: string,
): Promise<ReadonlyMap<string, Bytes>> {
  await sodium.ready;
  const stretching: Stretching = {
    argon2: (secret, salt, cost) => Promise.resolve(argon2id(sodium, secret, salt, cost)),
    least: leastCost,
  };
  for (const [id, bytes] of filesIn(path.join(folder, 'slots'))) {
    const slot = await parseSlot(id, bytes);
    if (typeof slot === 'string') continue;
    const secret = { kind: 'passphrase', passphrase: utf8(passphrase.normalize('NFC')) } as const;
    const master = await openSlot(slot, secret, stretching);
    if (master !== undefined) return keysUnder(folder, slot.body.lockerId, master);
  }
  throw new Error('the passphrase opens no slot');
}

async function keysUnder(
  folder: string,
  lockerId: string,
  master: Bytes,
): Promise<ReadonlyMap<string, Bytes>> {
  const keys = new Map<string, Bytes>([['master key', master]]);
  for (const purpose of ['keys', 'journal', 'epoch', 'blind', 'slot-mac'] as const) {
    keys.set(`key for ${purpose}`, await derivePurpose(master, lockerId, purpose));
  }
  const seal = await importSealKey(await derivePurpose(master, lockerId, 'keys'));
  for (const [name, sealed] of filesIn(path.join(folder, 'keys'))) {
    const pool = /^[0-9a-f]+/.exec(name)?.[0] ?? ''; // a pool lies in two files
    const raw = await openMessage(seal, contextOf('keys', lockerId, pool), sealed);
    if (raw === undefined) throw new Error('a key pool does not open');
    for (let at = 0; at < raw.length; at += keyBytes) {
      const key = raw.slice(at, at + keyBytes);
      const isPurged = key.every((byte) => byte === 0);
      if (!isPurged) keys.set(`subject key ${pool} ${String(at / keyBytes)}`, key);
    }
  }
  return keys;
}

function filesIn(folder: string): readonly (readonly [string, Bytes])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => [
    name,
    new Uint8Array(readFileSync(path.join(folder, name))),
  ]);
}
