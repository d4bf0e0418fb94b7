// What is deleted of a locker that another one took the place of: its keys and segments, and only where a slot says so.
import { beforeEach, expect, test } from 'vitest';
import { diskFolder, type DiskFolder } from '../../../../electron/locker/folder.ts';
import { epochName, keysName, segmentFile, slotName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { NotingDisk } from '../../../support/noting-disk.ts';

const id = (digit: string) => digit.repeat(32);
const bytes = Uint8Array.of(1, 2, 3);
const slot = slotName(id('5'));
const segment = segmentFile(id('d'), id('1'));
const later = segmentFile(id('d'), id('2'));
let disk: NotingDisk;
let folder: DiskFolder;

beforeEach(() => {
  disk = new NotingDisk('/locker');
  folder = diskFolder('/locker', { disk });
});

test('only where a slot gives a locker up are its keys and its segments deleted, the open one closed', async () => {
  const lockerId = id('b');
  const owned = Uint8Array.from([...new Uint8Array(18), ...new Uint8Array(16).fill(0xbb)]);
  const keys = keysName(id('a'));
  await folder.append(later, bytes, []);
  await folder.append(segment, owned, []);
  await folder.replace(keys, bytes);
  await folder.replace(epochName(id('d')), bytes);
  expect(await folder.retire(keys, lockerId)).toEqual(fail('request-malformed'));
  await folder.create(slotName(id('4')), new TextEncoder().encode('{"follows":"c"}\n'));
  await folder.create(slot, new TextEncoder().encode(`{"follows":"${lockerId}"}\nmac\n`));
  disk.noted();
  expect(await folder.retire(slot, lockerId)).toEqual(fail('request-malformed'));
  expect(await folder.retire(later, lockerId)).toEqual(fail('request-malformed'));
  const looked = disk.noted();
  const opened = looked.filter((each) => each.startsWith('open ')).length;
  expect(looked.filter((each) => each.startsWith('close '))).toHaveLength(opened);
  expect(await folder.retire(segment, lockerId)).toEqual(ok(null));
  const retired = disk.noted();
  expect(retired.slice(-3)).toEqual([
    ...[`close ${segment}`, `remove ${segment}`, `sync names journal/${id('d')}`],
  ]);
  // Once after it was looked into, and once as the one that is written.
  expect(retired.filter((each) => each === `close ${segment}`)).toHaveLength(2);
  expect(await folder.retire(keys, lockerId)).toEqual(ok(null));
  expect(disk.noted().slice(-2)).toEqual([`remove ${keys}`, 'sync names keys']);
  expect(await folder.retire(keys, id('c'))).toEqual(fail('request-malformed'));
});

test('another segment than the one that is written is deleted without closing that', async () => {
  const lockerId = id('b');
  await folder.append(
    segment,
    Uint8Array.from([...new Uint8Array(18), ...new Uint8Array(16).fill(0xbb)]),
    [],
  );
  await folder.append(later, bytes, []);
  await folder.create(
    slot,
    new TextEncoder().encode(`{"pending":true,"lockerId":"${lockerId}"}\n`),
  );
  expect(await folder.retire(segment, lockerId)).toEqual(ok(null));
  disk.noted();
  expect(await folder.append(later, bytes, [])).toEqual(ok(null));
  expect(disk.noted()).toEqual([`write ${later}`, `sync ${later}`]);
});
