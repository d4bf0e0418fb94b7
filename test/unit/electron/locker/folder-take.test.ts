// A file taken out of another folder: whole and on the disk, or not at all, by the rule that is asked for.
import { beforeEach, expect, test } from 'vitest';
import { diskFolder, type DiskFolder } from '../../../../electron/locker/folder.ts';
import { segmentFile } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { FaultyDisk } from '../../../support/faulty-disk.ts';
import { NotingDisk } from '../../../support/noting-disk.ts';
import { must } from '../../../support/small-locker.ts';

const name = segmentFile('d'.repeat(32), '1'.repeat(32));
const partBytes = 1024 * 1024;
const patterned = (length: number) => Uint8Array.from({ length }, (_, index) => index % 251);
let disk: NotingDisk;
let folder: DiskFolder;
let other: DiskFolder;

beforeEach(() => {
  disk = new NotingDisk('/locker');
  folder = diskFolder('/locker', { disk });
  other = diskFolder('/copy', { disk: new FaultyDisk() });
});

/** Lays down what the folder holds before, and what the other one holds. */
async function hold(own: Uint8Array<ArrayBuffer>, theirs: Uint8Array<ArrayBuffer>): Promise<void> {
  await folder.append(name, own, []);
  await folder.release();
  await other.append(name, theirs, []);
  disk.noted();
}

async function expectHeld(bytes: Uint8Array): Promise<void> {
  const held = must(await folder.read(name, 0, 3 * partBytes));
  expect([held.length, Buffer.compare(held, bytes)]).toEqual([bytes.length, 0]);
}
/** Every handle that was opened is closed again. */
function handles(noted: readonly string[]): void {
  const count = (...kinds: readonly string[]) =>
    noted.filter((each) => kinds.some((kind) => each.startsWith(`${kind} `))).length;
  expect(count('close')).toBe(count('open', 'new'));
}

test.each([0, 1, partBytes - 1, partBytes, partBytes + 1])(
  'all of %i bytes are taken, on the disk before that is answered',
  async (bytes) => {
    await other.append(name, patterned(bytes), []);
    expect(await folder.take(name, other, 'new')).toEqual(ok(bytes));
    expect(disk.noted().slice(-4)).toEqual([
      ...[`sync ${name}.tmp`, `close ${name}.tmp`, `rename to ${name}`],
      `sync names journal/${'d'.repeat(32)}`,
    ]);
    await expectHeld(patterned(bytes));
  },
);

test('what is there already is kept where it shall be new, and replaced where it shall be replaced', async () => {
  await hold(patterned(5), patterned(9));
  expect(await folder.take(name, other, 'new')).toEqual(fail('already-there'));
  handles(disk.noted());
  await expectHeld(patterned(5));
  disk.noted();
  expect(await folder.take(name, other, 'replace')).toEqual(ok(9));
  handles(disk.noted());
  await expectHeld(patterned(9));
  disk.noted();
  await folder.release();
  expect(disk.noted()).toEqual([]);
  expect(await folder.take(segmentFile('d'.repeat(32), '2'.repeat(32)), other, 'grow')).toEqual(
    fail('not-there'),
  );
});

test.each([
  ['shorter', 5, 9],
  ['shorter by a byte after a whole part', partBytes, partBytes + 1],
])('what is %s grows', async (_what, own, theirs) => {
  await hold(patterned(own), patterned(theirs));
  expect(await folder.take(name, other, 'grow')).toEqual(ok(theirs));
  handles(disk.noted());
  await expectHeld(patterned(theirs));
});

test('what is as long grows by nothing, and nothing of it is written anew', async () => {
  for (const bytes of [9, partBytes]) {
    await hold(patterned(bytes), patterned(bytes));
    expect(await folder.take(name, other, 'grow')).toEqual(ok(0));
    const noted = disk.noted();
    handles(noted);
    expect(noted.filter((each) => each.startsWith('rename'))).toEqual([]);
    expect(noted.at(-2)).toBe(`remove ${name}.tmp`);
    disk = new NotingDisk('/locker');
    folder = diskFolder('/locker', { disk });
    other = diskFolder('/copy', { disk: new FaultyDisk() });
  }
});

test.each([
  ['begins otherwise', patterned(5).with(2, 99), patterned(9)],
  ['is longer', patterned(9), patterned(5)],
  [
    'begins otherwise in a later part',
    patterned(partBytes + 5).with(partBytes + 2, 255),
    patterned(partBytes + 9),
  ],
])('what %s does not grow, and stays as it is', async (_what, own, theirs) => {
  await hold(own, theirs);
  expect(await folder.take(name, other, 'grow')).toEqual(fail('already-there'));
  handles(disk.noted());
  await expectHeld(own);
  expect(await folder.take(name, other, 'replace')).toEqual(ok(theirs.length));
});

test.each(['write', 'sync', 'rename to', 'sync names'])(
  'where %s fails what was there stays, or all of the other is there, and it can be taken again',
  async (failing) => {
    await hold(patterned(5), patterned(9));
    disk.refuse = (operation) => (operation === failing ? 'EIO' : undefined);
    expect(await folder.take(name, other, 'replace')).toEqual(fail('folder-unreadable'));
    disk.refuse = () => undefined;
    await expectHeld(patterned(failing === 'sync names' ? 9 : 5));
    expect((await folder.list()) as unknown).toMatchObject({ value: { foreign: 0 } });
    expect(await folder.take(name, other, 'replace')).toEqual(ok(9));
    await expectHeld(patterned(9));
  },
);

test('where the other cannot be read nothing is left of what was begun', async () => {
  await hold(patterned(5), patterned(9));
  const broken = { ...other, read: () => Promise.resolve(fail('folder-unreadable')) };
  expect(await folder.take(name, broken, 'replace')).toEqual(fail('folder-unreadable'));
  const noted = disk.noted();
  handles(noted);
  expect(noted).toContain(`remove ${name}.tmp`);
  await expectHeld(patterned(5));
});
