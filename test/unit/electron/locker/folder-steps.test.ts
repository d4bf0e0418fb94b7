// What the folder asks of the disk, step by step: that is what makes an answer true, and what an act costs.
import { beforeEach, expect, test } from 'vitest';
import { diskFolder, type DiskFolder } from '../../../../electron/locker/folder.ts';
import { fileName, keysName, segmentFile, slotName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { NotingDisk } from '../../../support/noting-disk.ts';

const id = (digit: string) => digit.repeat(32);
const bytes = Uint8Array.of(1, 2, 3);
const file = fileName(id('f'));
const slot = slotName(id('5'));
const segment = segmentFile(id('d'), id('1'));
const later = segmentFile(id('d'), id('2'));
let disk: NotingDisk;
let folder: DiskFolder;

beforeEach(() => {
  disk = new NotingDisk('/locker');
  folder = diskFolder('/locker', { disk });
});

/** Written under a temporary name and renamed, when the folders above it are known. */
const written = (name: string) => [
  ...[`new ${name}.tmp`, `write ${name}.tmp`, `sync ${name}.tmp`, `close ${name}.tmp`],
  ...[`rename to ${name}`, `sync names ${name.split('/').slice(0, -1).join('/')}`],
];

test('folders are made once, each on the disk before anything lies in it, and looked at for links once', async () => {
  expect(await folder.create(slot, bytes)).toEqual(ok(null));
  expect(disk.noted()).toEqual([
    `size ${slot}`,
    ...['make .', 'sync names /', 'resolve .', 'resolve .'],
    ...['make slots', 'sync names .', 'resolve .', 'resolve slots'],
    ...written(slot),
  ]);
  const other = slotName(id('6'));
  expect(await folder.create(other, bytes)).toEqual(ok(null));
  expect(disk.noted()).toEqual([`size ${other}`, ...written(other)]);
  expect(await folder.read(other, 0, 3)).toEqual(ok(bytes));
  expect(disk.noted()).toEqual([`open ${other}`, `read ${other}`, `close ${other}`]);
});

test('the names above a locker may be forbidden where it is there already, those within it never', async () => {
  const isSyncOf = (forbidden: string) => (operation: string, name: string) =>
    operation === 'sync names' && name === forbidden ? 'EACCES' : undefined;
  disk.refuse = isSyncOf('/');
  expect(await folder.create(slot, bytes)).toEqual(fail('folder-read-only'));
  expect(await folder.create(slot, bytes)).toEqual(ok(null)); // its own folder is there by now
  disk.refuse = isSyncOf('.');
  const next = diskFolder('/locker', { disk });
  expect(await next.create(slotName(id('6')), bytes)).toEqual(fail('folder-read-only'));
});

test('an act is one write and one sync; a new segment has the names of its folder on the disk, too', async () => {
  const names = `journal/${id('d')}`;
  await folder.append(segment, bytes, []);
  expect(disk.noted()).toEqual([
    ...['make .', 'sync names /', 'resolve .', 'resolve .'],
    ...['make journal', 'sync names .', 'resolve .', 'resolve journal'],
    ...[`make ${names}`, 'sync names journal', 'resolve .', `resolve ${names}`],
    ...['list .', 'list journal', `list ${names}`], // are there earlier ones?
    ...[`new ${segment}`, `write ${segment}`, `sync ${segment}`, `sync names ${names}`],
  ]);
  expect(await folder.append(segment, bytes, [])).toEqual(ok(null));
  expect(disk.noted()).toEqual([`write ${segment}`, `sync ${segment}`]);
  expect(await folder.append(later, bytes, [])).toEqual(ok(null));
  expect(disk.noted()).toEqual([
    `close ${segment}`,
    ...[`new ${later}`, `write ${later}`, `sync ${later}`, `sync names ${names}`],
  ]);
});

test('the first segment of a page comes after all earlier ones are on the disk, with their names', async () => {
  await folder.append(segment, bytes, []);
  await folder.release();
  disk.noted();
  await folder.append(later, bytes, []);
  const noted = disk.noted();
  const settled = [`sync old ${segment}`, `sync names journal/${id('d')}`, 'sync names journal'];
  expect(noted.filter((each) => each.startsWith('sync '))).toEqual([
    ...settled,
    ...[`sync ${later}`, `sync names journal/${id('d')}`],
  ]);
  expect(noted.indexOf('sync names journal')).toBeLessThan(noted.indexOf(`new ${later}`));
});

test('an append that fails closes the segment, and nothing more goes into it', async () => {
  await folder.append(segment, bytes, []);
  disk.noted();
  disk.refuse = (operation) => (operation === 'sync' ? 'EIO' : undefined);
  expect(await folder.append(segment, bytes, [])).toEqual(fail('folder-unreadable'));
  expect(disk.noted()).toEqual([`write ${segment}`, `sync ${segment}`, `close ${segment}`]);
  disk.refuse = () => undefined;
  expect(await folder.append(segment, bytes, [])).toEqual(fail('already-there'));
  expect(await folder.append(later, bytes, [])).toEqual(ok(null));
});

test('a whole file that could not be written leaves no handle and no temporary name', async () => {
  await folder.create(slot, bytes);
  const name = keysName(id('a'));
  await folder.replace(name, bytes);
  disk.noted();
  disk.refuse = (operation) => (operation === 'write' ? 'ENOSPC' : undefined);
  expect(await folder.replace(name, bytes)).toEqual(fail('disk-full'));
  expect(disk.noted()).toEqual([
    ...[`new ${name}.tmp`, `write ${name}.tmp`],
    ...[`close ${name}.tmp`, `remove ${name}.tmp`],
  ]);
});

test('a file in parts is synced, closed and renamed when it is committed, and removed when it is not', async () => {
  expect(await folder.beginFile(file)).toEqual(ok(null));
  expect(await folder.beginFile(file)).toEqual(fail('already-there'));
  disk.noted();
  await folder.writePart(file, 0, bytes);
  await folder.writePart(file, 3, bytes);
  expect(await folder.writePart(file, 3, bytes)).toEqual(fail('request-malformed'));
  expect(disk.noted()).toEqual([`write ${file}.tmp`, `write ${file}.tmp`]);
  expect(await folder.commitFile(file)).toEqual(ok(null));
  expect(disk.noted()).toEqual(written(file).slice(2));
  expect(await folder.commitFile(file)).toEqual(fail('not-there'));
  expect(await folder.writePart(file, 6, bytes)).toEqual(fail('not-there'));

  const other = fileName(id('e'));
  await folder.beginFile(other);
  disk.noted();
  expect(await folder.discardFile(other)).toEqual(ok(null));
  expect(await folder.discardFile(other)).toEqual(ok(null));
  expect(disk.noted()).toEqual([`close ${other}.tmp`, `remove ${other}.tmp`]);
  expect(await folder.beginFile(other)).toEqual(ok(null));
});

test('what is asked at the same time is written one after the other, in the order it was asked', async () => {
  await folder.append(segment, bytes, []);
  const [keys, pool] = [keysName(id('a')), keysName(id('b'))];
  await folder.replace(keys, bytes);
  disk.noted();
  const answers = [
    folder.replace(keys, bytes),
    folder.append(segment, bytes, []),
    folder.replace(pool, bytes),
    folder.replace(keys, bytes),
  ];
  expect(await Promise.all(answers)).toEqual(answers.map(() => ok(null)));
  expect(disk.noted()).toEqual([
    ...written(keys),
    ...[`write ${segment}`, `sync ${segment}`],
    ...written(pool),
    ...written(keys),
  ]);
});

test('a write that fails does not keep the next one from its turn', async () => {
  await folder.append(segment, bytes, []);
  const keys = keysName(id('a'));
  disk.refuse = (operation) => (operation === 'write' ? 'ENOSPC' : undefined);
  const failed = folder.replace(keys, bytes);
  const released = folder.release();
  expect(await failed).toEqual(fail('disk-full'));
  await released;
  disk.refuse = () => undefined;
  expect(await folder.replace(keys, bytes)).toEqual(ok(null));
});

test('what is written while a listing sweeps waits for its turn, and is not swept', async () => {
  const keys = keysName(id('a'));
  await folder.create(keys, bytes);
  await folder.release();
  await (await disk.openNew(`/locker/${keys}.2.tmp`)).close();
  disk.noted();
  const listed = folder.list();
  const replaced = folder.replace(keys, bytes);
  expect(await listed).toMatchObject({ ok: true });
  expect(await replaced).toEqual(ok(null));
  const steps = disk.noted().filter((each) => /^(?:remove|new) /u.test(each));
  expect(steps).toEqual([`remove ${keys}.2.tmp`, `new ${keys}.tmp`]);
});

test('a name that cannot be looked for is not written', async () => {
  disk.refuse = (operation) => (operation === 'size' ? 'EIO' : undefined);
  expect(await folder.create(slot, bytes)).toEqual(fail('folder-unreadable'));
  expect(await folder.beginFile(file)).toEqual(fail('folder-unreadable'));
  expect(disk.noted()).toEqual([`size ${slot}`, `size ${file}`]);
});

test('what is read is closed again, also where reading fails', async () => {
  await folder.create(slot, bytes);
  disk.noted();
  disk.refuse = (operation) => (operation === 'read' ? 'EIO' : undefined);
  expect(await folder.read(slot, 0, 3)).toEqual(fail('folder-unreadable'));
  expect(disk.noted()).toEqual([`open ${slot}`, `read ${slot}`, `close ${slot}`]);
});

test('what is deleted is gone from the disk’s names before that is answered', async () => {
  await folder.create(slot, bytes);
  disk.noted();
  expect(await folder.remove(slot)).toEqual(ok(null));
  expect(disk.noted()).toEqual([`remove ${slot}`, 'sync names slots']);
});

test('a listing sweeps once what a crash left, and again for the next page', async () => {
  await folder.create(slot, bytes);
  const crashed = await disk.openNew(`/locker/${file.replace('files', 'slots')}.tmp`);
  await crashed.close();
  disk.noted();
  await folder.list();
  expect(disk.noted().filter((each) => each.startsWith('remove '))).toHaveLength(1);
  await folder.list();
  const names = ['list .', 'list slots', `size ${slot}`];
  expect(disk.noted()).toEqual(names);
  await folder.release();
  await folder.list();
  expect(disk.noted()).toEqual([...names, ...names]);
});

test('where the locker’s folder cannot be read, listing says so', async () => {
  await folder.create(slot, bytes);
  disk.refuse = (operation) => (operation === 'list' ? 'EIO' : undefined);
  expect(await folder.list()).toEqual(fail('folder-unreadable'));
});
