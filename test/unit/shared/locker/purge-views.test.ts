// Sealed views and purges: what was remembered of a source opens no more and is not there any more, also when the purge
// was cut off, when an older key of the views comes back, and when another program reads them meanwhile.
import { beforeEach, expect, test } from 'vitest';
import type { Bytes } from '../../../../shared/bytes.ts';
import { openMessage } from '../../../../shared/crypto/cobblestone.ts';
import { contextOf, deriveLockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import type { SourceId } from '../../../../shared/evidence/ids.ts';
import { epochName } from '../../../../shared/locker/folder.ts';
import { readEpoch, type Epoch } from '../../../../shared/locker/epoch.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import type { ViewStore } from '../../../../shared/locker/segment-memory.ts';
import {
  copyOf,
  copyOver,
  memoryFolder,
  type MemoryFolder,
} from '../../../support/memory-folder.ts';
import { openSlots } from '../../../support/second-reader.ts';
import {
  createSmallLocker,
  deviceA,
  importSource,
  markAct,
  must,
  passphraseBytes,
  testHost,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

const canary = 'the child said blue van';
const text = new TextEncoder();

let folder: MemoryFolder;
let rows: Map<string, Bytes>;
/** Every row there ever was: what blocks of the profile may still hold. */
let everWritten: [string, Bytes][];
let wipes: number;
let doomed: SourceId;

const views: ViewStore = {
  read: (id) => Promise.resolve(rows.get(id)),
  write: (id, sealed) => {
    everWritten.push([id, sealed]);
    return Promise.resolve(rows.set(id, sealed));
  },
  wipe: () => {
    wipes++;
    rows.clear();
    return Promise.resolve();
  },
};

async function open(store: ViewStore | undefined = views): Promise<OpenLocker> {
  const host = { ...(await testHost(folder)), views: store };
  return must(await openLocker(host, { passphrase: passphraseBytes() }));
}

beforeEach(async () => {
  rows = new Map();
  everWritten = [];
  wipes = 0;
  folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  ({ source: doomed } = await importSource(locker, text.encode(canary), `${canary}.txt`));
  const { source: kept } = await importSource(locker, text.encode('other'), 'other.txt');
  must(await locker.act([markAct(doomed, canary), markAct(kept, 'other')], testPerson.id));
  must(await locker.close());
  must(await (await open()).close());
});

async function epochNow(): Promise<Epoch> {
  const slots = Array.from(folder.files)
    .filter(([name]) => name.startsWith('slots/'))
    .map(([name, bytes]) => [name, Buffer.from(bytes)] as const);
  const { master, lockerId } = openSlots(slots, 'correct horse battery staple');
  return there(
    await readEpoch(folder, await deriveLockerKeys(Uint8Array.from(master), lockerId), deviceA),
  );
}

/** What these rows say under a key of views, joined. */
async function readRows(epoch: Epoch, held: Iterable<[string, Bytes]>): Promise<string> {
  const lockerId = (await open(undefined)).lockerId;
  const read: string[] = [];
  for (const [id, sealed] of held) {
    const plain = await openMessage(epoch.key, contextOf('view', lockerId, id), sealed);
    if (plain !== undefined) read.push(new TextDecoder().decode(plain));
  }
  return read.join('\n');
}

test('nothing remembered of it opens under the new key, and no row of the old one is left', async () => {
  const before = await epochNow();
  expect(await readRows(before, rows)).toContain(canary);
  const locker = await open();
  must(await locker.purge(doomed, testPerson.id));
  const after = await epochNow();
  expect(await readRows(before, rows)).toBe('');
  expect(await readRows(after, everWritten)).not.toContain(canary);
  must(await locker.close());
  const again = await open();
  expect(again.state.sources.has(doomed)).toBe(false);
  expect(await readRows(await epochNow(), rows)).toContain('other.txt');
  expect(await readRows(before, rows)).toBe('');
});

test('a copy that brings the older key and the rows back gets neither used', async () => {
  const key = there(folder.files.get(epochName(deviceA)));
  const remembered = new Map(rows);
  const before = await epochNow();
  const purging = await open();
  must(await purging.purge(doomed, testPerson.id));
  must(await purging.close());
  const wiped = wipes;

  folder.files.set(epochName(deviceA), key);
  rows = new Map(remembered);
  const again = await open();

  expect(again.state.sources.has(doomed)).toBe(false);
  expect(JSON.stringify(again.changes)).not.toContain(canary);
  expect(wipes).toBe(wiped + 1);
  expect(folder.files.get(epochName(deviceA))).not.toEqual(key);
  expect(await readRows(before, rows)).toBe('');
  const kept = await readRows(await epochNow(), rows);
  expect(kept).toContain('other.txt');
  expect(kept).not.toContain(canary);
  expect(again.rebuilt).toBe(false); // a purge is no reason to say that the profile was lost
});

test('a program that dies between the emptied rows and the new key does both at the next opening', async () => {
  const before = await epochNow();
  const replace = folder.replace.bind(folder);
  folder.replace = (name, bytes) =>
    name === epochName(deviceA) ? new Promise(() => undefined) : replace(name, bytes);
  const emptied = new Promise<void>((resolve) => {
    const dying: ViewStore = {
      ...views,
      wipe: async () => {
        await views.wipe();
        resolve();
      },
    };
    void open(dying).then((other) => other.purge(doomed, testPerson.id));
  });
  await emptied;
  folder.replace = replace;
  expect(rows.size).toBe(0);

  const again = await open();
  expect(again.state.sources.has(doomed)).toBe(false);
  expect(await readRows(before, rows)).toBe('');
  expect(await readRows(await epochNow(), everWritten)).not.toContain(canary);
});

test('a reader that was on its way during a purge leaves no row of it behind', async () => {
  const before = await epochNow();
  const slow: (() => void)[] = [];
  let isSlow = true;
  const lagging: ViewStore = {
    ...views,
    read: async (id) => {
      const row = rows.get(id);
      if (isSlow) await new Promise<void>((resolve) => slow.push(resolve));
      return row;
    },
  };
  const reading = open(lagging);
  await expect.poll(() => slow.length).toBe(1);
  const purging = await open();
  must(await purging.purge(doomed, testPerson.id));
  isSlow = false;
  for (const go of slow) go();

  // It read the journal of before the purge, as a program does that was quicker; its own views are of that, too.
  await reading;
  must(await purging.close());
  const again = await open();
  expect(again.state.sources.has(doomed)).toBe(false);
  expect(await readRows(before, rows)).toBe('');
  expect(await readRows(await epochNow(), rows)).not.toContain(canary);
});

test('an import that is cut by closing leaves no file, sealed or begun', async () => {
  const locker = await open();
  const seal = (source: AsyncIterable<Bytes>) =>
    locker.sealFile(`source/${doomed}`, { name: 'late.txt', mediaType: 'text/plain' }, source);
  const filesBefore = Array.from(folder.files.keys()).filter((name) => name.startsWith('files/'));
  let go: (() => void) | undefined;
  const going = new Promise<void>((resolve) => (go = resolve));
  async function* slowly(): AsyncGenerator<Bytes> {
    yield text.encode(canary);
    await going;
    yield text.encode('and the rest');
  }
  async function* atOnce(): AsyncGenerator<Bytes> {
    yield await Promise.resolve(text.encode('whole'));
  }
  const discarded: string[] = [];
  const discard = folder.discardFile.bind(folder);
  folder.discardFile = (name) => {
    discarded.push(name);
    return discard(name);
  };
  const whole = must(await seal(atOnce()));
  const sealing = seal(slowly());
  must(await locker.close());
  go?.();
  const late = must(await sealing);
  expect(discarded.sort()).toEqual([`files/${whole.file}`, `files/${late.file}`].sort());
  const files = Array.from(folder.files.keys()).filter((name) => name.startsWith('files/'));
  expect(files).toEqual(filesBefore);
  expect((await open()).report.stray).toEqual([]);
});

test('a folder that was set back to before a purge, all but the key of views, is read anew and shows the source', async () => {
  const older = copyOf(folder);
  const purging = await open();
  must(await purging.purge(doomed, testPerson.id));
  must(await purging.close());
  must(await (await open()).close());
  const epoch = there(folder.files.get(epochName(deviceA)));
  folder.files.clear();
  copyOver(older, folder);
  folder.files.set(epochName(deviceA), epoch);
  const opened = await open();
  expect(opened.state.sources.get(doomed)?.details.title).toBe(`${canary}.txt`);
  expect(opened.report).toMatchObject({ damage: [], missing: [], notArrived: [], stray: [] });
});
