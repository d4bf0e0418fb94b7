// Key pools against the acts: damage is told from what is another locker's and from what is still on its way.
import { beforeEach, expect, test } from 'vitest';
import { readFolder } from '../../../../shared/locker/check-folder.ts';
import type { FolderName } from '../../../../shared/locker/folder.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { flip } from '../../../support/memory-backup.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  deviceA,
  deviceB,
  must,
  testHost,
  there,
} from '../../../support/small-locker.ts';

let folder: MemoryFolder;
let locker: OpenLocker;

beforeEach(async () => {
  folder = memoryFolder();
  ({ locker } = await createSmallLocker(await testHost(folder)));
});

const poolsIn = ({ files }: MemoryFolder): FolderName[] =>
  Array.from(files.keys()).filter((name) => name.startsWith('keys/'));
const look = async (device = deviceA) => must(await readFolder({ ...locker.eyes, device })).report;

test('a pool of another locker is stray and no damage', async () => {
  const other = memoryFolder();
  await createSmallLocker(await testHost(other));
  for (const name of poolsIn(other)) folder.files.set(name, there(other.files.get(name)));
  expect(await look()).toMatchObject({ stray: poolsIn(other), damage: [], unexplained: [] });
});

test('a pool that acts need and that does not open is damage, in either file of it', async () => {
  for (const name of poolsIn(folder)) flip(folder.files.get(name));
  const damage = poolsIn(folder).map((name) => ({ name, why: 'keys' }));
  expect(await look()).toMatchObject({ damage, stray: [] });
});

test.each([
  ['first', 0],
  ['second', 1],
])(
  'the %s file of a pool that is gone is damage to the device that used it, on its way to any other',
  async (_, which) => {
    const name = there(poolsIn(folder)[which]);
    folder.files.delete(name);
    expect(await look()).toMatchObject({ damage: [{ name, why: 'keys-copy' }], notArrived: [] });
    expect(await look(deviceB)).toMatchObject({ damage: [], notArrived: [name] });
  },
);
