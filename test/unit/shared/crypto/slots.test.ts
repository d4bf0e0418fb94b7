import sodium from 'libsodium-wrappers-sumo';
import { expect, test, vi } from 'vitest';
import { fromUtf8, utf8, type Bytes } from '../../../../shared/bytes.ts';
import { argon2id, leastCost, type Argon2 } from '../../../../shared/crypto/argon2.ts';
import { sha256Hex } from '../../../../shared/crypto/digest.ts';
import { deriveLockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import {
  isAuthentic,
  makeSlot,
  openSlot,
  parseSlot,
  stretchInVain,
  type Secret,
  type SlotFile,
} from '../../../../shared/crypto/slots.ts';

await sodium.ready;
const argon2: Argon2 = (passphrase, salt, cost) =>
  Promise.resolve(argon2id(sodium, passphrase, salt, cost));
const cheap = { memoryKiB: 8, passes: 1 };
const stretching = { argon2, least: cheap };
const lockerId = '0123456789abcdef'.repeat(2);
const master = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const passphrase: Secret = { kind: 'passphrase', passphrase: utf8('a passphrase of some words') };
const recovery: Secret = { kind: 'recovery', key: new Uint8Array(32).fill(3) };

async function made(secret: Secret): Promise<SlotFile> {
  const slot = await makeSlot(master, lockerId, secret, cheap, stretching);
  if (slot === undefined) throw new Error('no slot was made');
  return slot;
}

async function open({ id, bytes }: SlotFile, secret: Secret): Promise<Bytes | string | undefined> {
  const slot = await parseSlot(id, bytes);
  return typeof slot === 'string' ? slot : openSlot(slot, secret, stretching);
}

/** As somebody would write it who can hash, but has no key. */
async function forged({ bytes }: SlotFile, change: (text: string) => string): Promise<SlotFile> {
  const altered = utf8(change(fromUtf8(bytes) ?? ''));
  return { id: (await sha256Hex(altered)).slice(0, 32), bytes: altered };
}

test.each([passphrase, recovery])('a slot opens with its secret only', async (secret) => {
  const slot = await made(secret);
  expect(await open(slot, secret)).toEqual(master);
  expect(await open(slot, { kind: 'passphrase', passphrase: utf8('another') })).toBeUndefined();
  expect(await open(slot, { kind: 'recovery', key: new Uint8Array(32) })).toBeUndefined();
});

test('a flipped bit anywhere in a slot shows before any secret is asked for', async () => {
  const { id, bytes } = await made(passphrase);
  for (let bit = 0; bit < bytes.length * 8; bit++) {
    const altered = bytes.slice();
    altered[bit >> 3] = (altered[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    expect(await parseSlot(id, altered)).toBe('locker-damaged');
  }
});

test('a slot whose fields were changed by somebody without the key does not open', async () => {
  const slot = await made(passphrase);
  const changes: ((text: string) => string)[] = [
    (text) => text.replace('"m":8', '"m":9'),
    (text) => text.replace('"t":1', '"t":2'),
    (text) => text.replace('"format":1', '"format": 1'),
    (text) => text.replace(lockerId, 'f'.repeat(32)),
    (text) => text.replace(/"commitment":"../, '"commitment":"00'),
    (text) => text.replace(/[0-9a-f]{2}\n$/, '00\n'),
  ];
  for (const change of changes) {
    const altered = await forged(slot, change);
    if (altered.id !== slot.id) expect(await open(altered, passphrase)).toBeUndefined();
  }
});

test('a slot that would hang or weaken the derivation is refused before it starts', async () => {
  const slot = await made(passphrase);
  const never = vi.fn<Argon2>();
  for (const m of [8, 2 ** 21, 2 ** 52]) {
    const parsed = await parseSlot(
      ...entryOf(await forged(slot, (text) => text.replace('"m":8', `"m":${String(m)}`))),
    );
    if (typeof parsed === 'string') continue;
    expect(await openSlot(parsed, passphrase, { argon2: never, least: leastCost })).toBeUndefined();
  }
  expect(never).not.toHaveBeenCalled();
});

test('a slot that a newer program wrote is told from a damaged one', async () => {
  const slot = await made(recovery);
  const newer = await forged(slot, (text) => text.replace('"minReader":1', '"minReader":3'));
  expect(await open(newer, recovery)).toBe('locker-newer');
  const nonsense = await forged(slot, () => '{}\n');
  expect(await open(nonsense, recovery)).toBe('locker-damaged');
});

test('a slot of a renewal says so, in a format that a reader which does not know it refuses', async () => {
  const follows = 'f'.repeat(32);
  const marked = async (marks: Parameters<typeof makeSlot>[5]) => {
    const slot = await makeSlot(master, lockerId, recovery, cheap, stretching, marks);
    if (slot === undefined) throw new Error('no slot was made');
    return slot;
  };
  const pending = await marked({ pending: true, follows });
  expect(await open(pending, recovery)).toEqual(master);
  expect(await parseSlot(pending.id, pending.bytes)).toMatchObject({
    body: { format: 2, minReader: 2, pending: true, follows },
  });
  const done = await marked({ follows });
  expect(await open(done, recovery)).toEqual(master);
  const plain = await made(recovery);
  expect(await parseSlot(plain.id, plain.bytes)).toMatchObject({
    body: { format: 1, minReader: 1 },
  });
  const odd = await forged(pending, (text) => text.replace('"pending":true', '"pending":false'));
  expect(await open(odd, recovery)).toBe('locker-damaged');
});

test('only what the locker’s own program wrote is authentic, whatever locker it says it is of', async () => {
  const isOwn = async ({ id, bytes }: SlotFile, ofMaster = master, of = lockerId) => {
    const slot = await parseSlot(id, bytes);
    if (typeof slot === 'string') throw new Error(slot);
    return isAuthentic(slot, await deriveLockerKeys(ofMaster.slice(), of));
  };
  const slot = await made(passphrase);
  expect(await isOwn(slot)).toBe(true);
  expect(await isOwn(await forged(slot, (text) => text.replace('"m":8', '"m":9')))).toBe(false);
  expect(await isOwn(slot, new Uint8Array(32).fill(1))).toBe(false);
  expect(await isOwn(slot, master, 'f'.repeat(32))).toBe(false);
});

test('what a passphrase was stretched to is zeroed, whether a slot is made, opened or tried in vain', async () => {
  const stretched: Bytes[] = [];
  const watched = {
    least: cheap,
    argon2: async (...how: Parameters<Argon2>) => {
      const key = await argon2(...how);
      expect(key).not.toEqual(new Uint8Array(32));
      stretched.push(key);
      return key;
    },
  };
  const file = await makeSlot(master, lockerId, passphrase, cheap, watched);
  if (file === undefined) throw new Error('no slot was made');
  const slot = await parseSlot(file.id, file.bytes);
  if (typeof slot === 'string') throw new Error(slot);
  expect(await openSlot(slot, passphrase, watched)).toEqual(master);
  await stretchInVain(slot, watched);
  expect(stretched).toHaveLength(3);
  for (const key of stretched) expect(key).toEqual(new Uint8Array(32));
});

test('a slot that opens without a passphrase costs no stretching', async () => {
  const never = vi.fn<Argon2>();
  const { id, bytes } = await made(recovery);
  const slot = await parseSlot(id, bytes);
  if (typeof slot === 'string') throw new Error(slot);
  const without = { argon2: never, least: cheap };
  await stretchInVain(slot, without);
  expect(await openSlot(slot, recovery, without)).toEqual(master);
  expect(never).not.toHaveBeenCalled();
});

function entryOf({ id, bytes }: SlotFile): [string, Bytes] {
  return [id, bytes];
}
