// The key of a device's views: written over at every purge, told from older ones, and in no memory but the key's.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { utf8, type Bytes } from '../../../../shared/bytes.ts';
import { openMessage, sealMessage } from '../../../../shared/crypto/cobblestone.ts';
import {
  contextOf,
  deriveLockerKeys,
  type LockerKeys,
} from '../../../../shared/crypto/locker-keys.ts';
import type { PersonId, SourceId } from '../../../../shared/evidence/ids.ts';
import type { Purged } from '../../../../shared/library/purged.ts';
import { isMadeAfter, readEpoch, renewEpoch } from '../../../../shared/locker/epoch.ts';
import { epochName } from '../../../../shared/locker/folder.ts';
import { fail } from '../../../../shared/result.ts';
import { flip } from '../../../support/memory-backup.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { deviceA, deviceB, must, there } from '../../../support/small-locker.ts';

const { passed, watched } = await vi.hoisted(() => import('../../../support/watched-messages.ts'));
vi.mock('../../../../shared/crypto/cobblestone.ts', (original) => watched(original));

const context = 'evidence-locker/v1/view/test';
let keys: LockerKeys;
let folder: MemoryFolder;

beforeEach(async () => {
  keys = await deriveLockerKeys(new Uint8Array(32).fill(7), 'ab'.repeat(16));
  folder = memoryFolder();
  passed.length = 0;
});
afterEach(() => {
  vi.restoreAllMocks();
});

function purgesOf(...digits: readonly string[]): Purged {
  const sources = digits.map((digit): [SourceId, PersonId] => [
    digit.repeat(32) as SourceId,
    'a'.repeat(32) as PersonId,
  ]);
  return { sources: new Map(sources), keys: new Set(), files: new Set() };
}

test('the key comes back from the disk, for its device alone, and the one before opens no more', async () => {
  const made = must(await renewEpoch(folder, keys, deviceA, purgesOf()));
  const sealed = await sealMessage(made.key, context, utf8('a view'));
  const again = there(await readEpoch(folder, keys, deviceA));
  expect(await openMessage(again.key, context, sealed)).toEqual(utf8('a view'));
  expect(await readEpoch(folder, keys, deviceB)).toBeUndefined();
  folder.files.set(epochName(deviceB), there(folder.files.get(epochName(deviceA))));
  expect(await readEpoch(folder, keys, deviceB)).toBeUndefined();
  must(await renewEpoch(folder, keys, deviceA, purgesOf()));
  const next = there(await readEpoch(folder, keys, deviceA));
  expect(await openMessage(next.key, context, sealed)).toBeUndefined();
});

test('it tells which purges it was made after, in whatever order they came', async () => {
  const made = must(await renewEpoch(folder, keys, deviceA, purgesOf('1', '2')));
  for (const epoch of [made, there(await readEpoch(folder, keys, deviceA))]) {
    expect(await isMadeAfter(epoch, purgesOf('2', '1'))).toBe(true);
    expect(await isMadeAfter(epoch, purgesOf('1'))).toBe(false);
    expect(await isMadeAfter(epoch, purgesOf('1', '2', '3'))).toBe(false);
  }
});

test('what it was made and read from is zeroed', async () => {
  const drawn: Bytes[] = [];
  const draw = crypto.getRandomValues.bind(crypto);
  vi.spyOn(crypto, 'getRandomValues').mockImplementation((array) => {
    drawn.push(array as unknown as Bytes);
    return draw(array);
  });
  must(await renewEpoch(folder, keys, deviceA, purgesOf('1')));
  expect(drawn.filter(({ length }) => length === 32)).toEqual([new Uint8Array(32)]);
  there(await readEpoch(folder, keys, deviceA));
  expect(passed).toEqual([new Uint8Array(64), new Uint8Array(64)]);
});

test('one that is damaged, or of another length, is none; one that cannot be written is told', async () => {
  must(await renewEpoch(folder, keys, deviceA, purgesOf()));
  flip(folder.files.get(epochName(deviceA)));
  expect(await readEpoch(folder, keys, deviceA)).toBeUndefined();
  const longer = new Uint8Array(65).fill(1);
  const sealed = await sealMessage(keys.epoch, contextOf('epoch', keys.lockerId, deviceA), longer);
  folder.files.set(epochName(deviceA), sealed);
  expect(await readEpoch(folder, keys, deviceA)).toBeUndefined();
  const replace = () => Promise.resolve(fail('disk-full'));
  expect(await renewEpoch({ ...folder, replace }, keys, deviceA, purgesOf())).toEqual(
    fail('disk-full'),
  );
});
