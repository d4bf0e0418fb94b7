// What the check of a folder tells of slots, of keys of views and of files whose key is gone.
import { beforeEach, expect, test, vi } from 'vitest';
import { utf8 } from '../../../../shared/bytes.ts';
import { randomId, type SourceId } from '../../../../shared/evidence/ids.ts';
import { isFileWhole, openWithAny, readFolder } from '../../../../shared/locker/check-folder.ts';
import { clearRenewed } from '../../../../shared/locker/clear-renewed.ts';
import { renewEpoch } from '../../../../shared/locker/epoch.ts';
import { epochName, fileName } from '../../../../shared/locker/folder.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { flip } from '../../../support/memory-backup.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { putSlot } from '../../../support/put-slot.ts';
import {
  createSmallLocker,
  deviceA,
  deviceB,
  importedAct,
  importSource,
  must,
  reopen,
  streamOf,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

let folder: MemoryFolder;
let locker: OpenLocker;

beforeEach(async () => {
  folder = memoryFolder();
  ({ locker } = await createSmallLocker(await testHost(folder)));
});

const damage = async () => must(await readFolder(locker.eyes)).report.damage;

test('a slot that this locker did not write is altered, but for those of a renewal that is under way', async () => {
  const own = locker.eyes.keys.lockerId;
  const [foreign, before] = ['a'.repeat(32), 'b'.repeat(32)];
  expect(await damage()).toEqual([]);
  await putSlot(folder, foreign, { pending: true, follows: own });
  expect(await damage()).toEqual([]);
  const stranger = await putSlot(folder, before);
  expect(await damage()).toEqual([{ name: stranger, why: 'slot' }]);
  const forged = await putSlot(folder, own, { follows: before });
  expect(await damage()).toEqual([{ name: forged, why: 'slot' }]);
});

test('what a renewal left that was begun in a copy and not ended is not altered; a locker that counts beside this one is', async () => {
  const own = locker.eyes.keys.lockerId;
  const [before, left, rival] = ['b'.repeat(32), 'c'.repeat(32), 'e'.repeat(32)];
  await putSlot(folder, left, { follows: before });
  await putSlot(folder, left, { pending: true });
  expect(await damage()).toEqual([]);
  const forged = await putSlot(folder, own, { follows: before });
  const counting = await putSlot(folder, rival, { follows: before }, 'passphrase');
  const theirs = await putSlot(folder, rival, { follows: before });
  expect(new Set(await damage())).toEqual(
    new Set([forged, counting, theirs].map((name) => ({ name, why: 'slot' }))),
  );
});

test('keys that no act uses, and a segment of another locker, are told of', async () => {
  const other = memoryFolder();
  await createSmallLocker(await testHost(other));
  const pools = Array.from(folder.files.keys()).filter((name) => name.startsWith('keys/'));
  for (const name of folder.files.keys()) {
    if (name.startsWith('journal/')) folder.files.delete(name);
  }
  const [name, bytes] = there([...other.files].find(([each]) => each.startsWith('journal/')));
  folder.files.set(name, bytes);
  const { report } = must(await readFolder(locker.eyes));
  expect(report.stray).toEqual([name]);
  const unused = report.unexplained.filter(({ what }) => what === 'keys-unused');
  expect(new Set(unused.map((each) => each.name))).toEqual(new Set(pools));
});

test('where no keys were renewed nothing is looked for, let alone cleared', async () => {
  const list = vi.spyOn(folder, 'list');
  expect(await clearRenewed(locker.eyes, locker.changes)).toEqual(ok(null));
  expect(list).not.toHaveBeenCalled();
});

test('a device’s own key of views from before a purge is told of, and one that does not open', async () => {
  const { source } = await importSource(locker, new Uint8Array(100));
  const { keys } = locker.eyes;
  const name = epochName(deviceA);
  const look = async () => must(await readFolder(locker.eyes));
  must(await renewEpoch(folder, keys, deviceA, (await look()).reading.purged));
  expect((await look()).report.unpurged).toEqual([]);
  must(await locker.purge(source, testPerson.id));
  expect((await look()).report).toMatchObject({ unpurged: [name], damage: [] });
  const other = { ...locker.eyes, device: deviceB };
  expect(must(await readFolder(other)).report.unpurged).toEqual([]);
  must(await renewEpoch(folder, keys, deviceA, (await look()).reading.purged));
  expect((await look()).report).toMatchObject({ unpurged: [], damage: [] });
  flip(folder.files.get(name));
  expect((await look()).report.damage).toEqual([{ name, why: 'epoch' }]);
});

test('a file of other bytes than the journal tells of an original is not whole, and nobody is shown it', async () => {
  const source: SourceId = randomId();
  const seal = async (text: string) =>
    must(
      await locker.sealFile(
        `source/${source}`,
        { name: 'report.txt', mediaType: 'text/plain' },
        streamOf(utf8(text)),
      ),
    );
  const [told, other] = [await seal('two visits'), await seal('no visits')];
  const exchanged = { ...told, file: other.file };
  must(await locker.act([importedAct(source, exchanged, 'report.txt')], testPerson.id));
  must(await locker.close());
  const again = await reopen(folder);
  const name = fileName(other.file);
  expect(must(await again.check()).damage).toEqual([{ name, why: 'content' }]);
  expect(await again.isWhole(other.file)).toEqual(ok(false));
  expect(await again.openFile(other.file)).toEqual(fail('locker-damaged'));
});

test('a file whose key is gone is not whole', async () => {
  const { file } = await importSource(locker, new Uint8Array(100));
  const { reading } = must(await readFolder(locker.eyes));
  const size = folder.files.get(fileName(file))?.length;
  expect(await isFileWhole(locker.eyes, reading, file, size)).toEqual(ok(true));
  vi.spyOn(reading.ring, 'keysOf').mockReturnValue([]);
  expect(await isFileWhole(locker.eyes, reading, file, size)).toEqual(ok(false));
});

test('a file without any key is told from one that none opens', async () => {
  const { file } = await importSource(locker, new Uint8Array(100));
  const { keys } = locker.eyes;
  const size = there(folder.files.get(fileName(file))).length;
  const tried = must(await readFolder(locker.eyes)).reading.ring.keysOf('library');
  expect(tried.length).toBeGreaterThan(0);
  const open = (given: typeof tried) => openWithAny(folder, keys.lockerId, given, file, size);
  expect(await open([])).toEqual(fail('key-missing'));
  expect(await open(tried)).toEqual(fail('locker-damaged'));
});
