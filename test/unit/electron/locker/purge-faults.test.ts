// A purge over a disk that dies at its n-th operation, for every n: afterwards the source is there or gone, never half, and
// where the purge was begun the next opening ends it.
import { expect, test, vi } from 'vitest';
import { diskFolder } from '../../../../electron/locker/folder.ts';
import type { SourceId } from '../../../../shared/evidence/ids.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import { FaultyDisk, type Fault } from '../../../support/faulty-disk.ts';
import { openEverything } from '../../../support/open-everything.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  passphraseBytes,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';
import { operationsApart } from '../../../support/operations-apart.ts';

vi.setConfig({ testTimeout: 300_000 });

/** Each operation takes half a second: every fourth here, of a kill others than of a power loss. */
const every = operationsApart(4);
const firstOf = { kill: 1, 'power-loss': 1 + Math.floor(every / 2) };

const canary = 'the child said blue van';
const other = new Uint8Array(3_000).fill(3);

async function open(disk: FaultyDisk): Promise<OpenLocker> {
  const host = await testHost(diskFolder('/locker', { disk }));
  return must(await openLocker(host, { passphrase: passphraseBytes() }));
}

async function makeLocker(): Promise<{ disk: FaultyDisk; doomed: SourceId; kept: SourceId }> {
  const disk = new FaultyDisk();
  const { locker } = await createSmallLocker(await testHost(diskFolder('/locker', { disk })));
  const { source: doomed } = await importSource(
    locker,
    new TextEncoder().encode(canary),
    `${canary}.txt`,
  );
  const { source: kept } = await importSource(locker, other, 'other.txt');
  must(await locker.act([markAct(doomed, canary), markAct(kept, 'words')], testPerson.id));
  must(await locker.close());
  return { disk, doomed, kept };
}

/** What lies on a disk, by the names of the format. */
async function filesOf(disk: FaultyDisk): Promise<Map<string, Uint8Array>> {
  const folder = diskFolder('/locker', { disk });
  const files = new Map<string, Uint8Array>();
  for (const { name, sizeBytes } of must(await folder.list()).entries) {
    files.set(name, must(await folder.read(name, 0, sizeBytes)));
  }
  return files;
}

test.each(['kill', 'power-loss'] as const)(
  'a purge cut off anywhere by a %s is not begun, or is ended by the next opening',
  async (end) => {
    const { disk: whole, doomed, kept } = await makeLocker();
    const start = (fault?: Fault) => whole.survivor('kill', fault);
    const rehearsal = start();
    const rehearsed = await open(rehearsal);
    const before = rehearsal.count;
    must(await rehearsed.purge(doomed, testPerson.id));
    expect(rehearsal.count - before).toBeGreaterThan(20);

    for (let at = before + firstOf[end]; at <= rehearsal.count; at += every) {
      const label = `operation ${String(at - before)}`;
      const dying = start({ at, kind: 'die', code: 'EIO' });
      const told = await (await open(dying)).purge(doomed, testPerson.id);
      const left = dying.survivor(end);
      const locker = await open(left);
      const isThere = locker.state.sources.has(doomed);
      if (told.ok) expect(isThere, label).toBe(false);
      expect(locker.state.marks.size, label).toBe(isThere ? 2 : 1);
      const { original } = there(locker.state.sources.get(kept));
      expect(must(await locker.openFile(original.file)).bytes, label).toEqual(other);
      expect(locker.report.unpurged, label).toEqual([]);
      const clean = {
        damage: [],
        missing: [],
        notArrived: [],
        stray: [],
        unpurged: [],
        foreign: 0,
      };
      expect(must(await locker.check()), label).toMatchObject(clean);
      must(await locker.close());
      const everything = openEverything(await filesOf(left));
      if (isThere) expect(everything, label).toContain(canary);
      else expect(everything, label).not.toContain(canary);
    }
  },
);
