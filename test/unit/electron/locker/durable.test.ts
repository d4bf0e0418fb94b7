// What an earlier program left without its being on the disk is on the disk before anything is built on it.
import { expect, test } from 'vitest';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import { segmentFile, slotName } from '../../../../shared/locker/folder.ts';
import { FaultyDisk } from '../../../support/faulty-disk.ts';
import { must } from '../../../support/small-locker.ts';

const id = 'a'.repeat(32);
const bytes = Uint8Array.of(1, 2, 3);

test('a folder whose name was not synced by who made it is synced by who finds it', async () => {
  const whole = new FaultyDisk();
  must(await diskFolder('/locker', { disk: whole }).create(slotName(id), bytes));
  for (let at = 1; at <= whole.count; at++) {
    const disk = new FaultyDisk({ at, kind: 'refuse', code: 'ENOSPC' });
    const folder = diskFolder('/locker', { disk });
    const first = await folder.create(slotName(id), bytes);
    if (!first.ok) must(await folder.create(slotName('b'.repeat(32)), bytes));
    const name = slotName(first.ok ? id : 'b'.repeat(32));
    const left = diskFolder('/locker', { disk: disk.scattered((end) => end - 1) });
    expect(must(await left.read(name, 0, 10)), `refused at ${String(at)}`).toEqual(bytes);
  }
});

test('the end of a segment that a killed program left unsynced is synced before another is begun', async () => {
  const disk = new FaultyDisk();
  const [early, late] = [segmentFile(id, id), segmentFile(id, 'b'.repeat(32))];
  must(await diskFolder('/locker', { disk }).append(early, bytes, []));
  const killed = await disk.openNew(`/locker/${segmentFile(id, 'c'.repeat(32))}`);
  await killed.write(bytes);

  must(await diskFolder('/locker', { disk }).append(late, bytes, []));

  const left = diskFolder('/locker', { disk: disk.survivor('power-loss') });
  for (const run of [id, 'b'.repeat(32), 'c'.repeat(32)]) {
    expect(must(await left.read(segmentFile(id, run), 0, 10)), run).toEqual(bytes);
  }
});
