// Slots on the disk: one that was written counts when it was read back and opens, and a wrong secret always takes as long.
import sodium from 'libsodium-wrappers-sumo';
import { beforeEach, expect, test } from 'vitest';
import { utf8 } from '../../../../shared/bytes.ts';
import { argon2id, type Argon2 } from '../../../../shared/crypto/argon2.ts';
import { makeSlot, type Secret, type SlotFile } from '../../../../shared/crypto/slots.ts';
import { slotName } from '../../../../shared/locker/folder.ts';
import { readSlots, unlockSlots, writeSlot } from '../../../../shared/locker/slot-files.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { flip } from '../../../support/memory-backup.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { cheapCost, must, there } from '../../../support/small-locker.ts';

await sodium.ready;
const lockerId = 'ab'.repeat(16);
const master = Uint8Array.from({ length: 32 }, (_, index) => 255 - index);
const passphrase: Secret = { kind: 'passphrase', passphrase: utf8('a passphrase of some words') };
const wrong: Secret = { kind: 'passphrase', passphrase: utf8('a guess') };
const recovery: Secret = { kind: 'recovery', key: new Uint8Array(32).fill(3) };
let stretched: number;
let folder: MemoryFolder;

const argon2: Argon2 = (secret, salt, cost) => {
  stretched++;
  return Promise.resolve(argon2id(sodium, secret, salt, cost));
};
const stretching = { argon2, least: cheapCost };
const made = async (secret: Secret): Promise<SlotFile> =>
  there(await makeSlot(master, lockerId, secret, cheapCost, stretching));
const read = async () => must(await readSlots(folder, must(await folder.list())));

beforeEach(() => {
  folder = memoryFolder();
  stretched = 0;
});

test('a slot that was written opens, and is not written twice', async () => {
  const slot = await made(passphrase);
  expect(await writeSlot(folder, slot, passphrase, stretching)).toEqual(ok(null));
  expect(await writeSlot(folder, slot, passphrase, stretching)).toEqual(fail('already-there'));
  const { slots, damaged } = await read();
  expect(damaged).toEqual([]);
  const unlocked = must(await unlockSlots(slots, passphrase, stretching));
  expect(unlocked.master).toEqual(master);
  expect(unlocked.slot.id).toBe(slot.id);
});

test('a slot that the disk gives back otherwise, or that the secret does not open, does not count', async () => {
  const slot = await made(passphrase);
  const create: MemoryFolder['create'] = (name, bytes) => {
    const spoilt = bytes.slice();
    flip(spoilt);
    return folder.create(name, spoilt);
  };
  expect(await writeSlot({ ...folder, create }, slot, passphrase, stretching)).toEqual(
    fail('locker-damaged'),
  );
  folder.files.clear();
  expect(await writeSlot(folder, slot, wrong, stretching)).toEqual(fail('locker-damaged'));
  folder.files.clear();
  const gone = () => Promise.resolve(fail('folder-unreadable'));
  expect(await writeSlot({ ...folder, read: gone }, slot, passphrase, stretching)).toEqual(
    fail('folder-unreadable'),
  );
});

test('damaged slots are named, the others read; one that cannot be read at all ends it', async () => {
  const [one, other] = [await made(passphrase), await made(recovery)];
  for (const { id, bytes } of [one, other]) folder.files.set(slotName(id), bytes.slice());
  flip(folder.files.get(slotName(one.id)));
  const { slots, damaged } = await read();
  expect(slots.map(({ id }) => id)).toEqual([other.id]);
  expect(damaged).toEqual([slotName(one.id)]);
  const unreadable = () => Promise.resolve(fail('folder-unreadable'));
  const listing = must(await folder.list());
  expect(await readSlots({ ...folder, read: unreadable }, listing)).toEqual(
    fail('folder-unreadable'),
  );
});

test('whatever is given wrongly is stretched as often', async () => {
  for (const secret of [passphrase, passphrase, recovery]) {
    const { id, bytes } = await made(secret);
    folder.files.set(slotName(id), bytes);
  }
  const { slots } = await read();
  for (const secret of [wrong, { kind: 'recovery', key: new Uint8Array(32) } as const]) {
    stretched = 0;
    expect(await unlockSlots(slots, secret, stretching)).toEqual(fail('secret-wrong'));
    expect(stretched).toBe(2);
  }
  stretched = 0;
  expect(must(await unlockSlots(slots, recovery, stretching)).master).toEqual(master);
  expect(stretched).toBe(0);
});
