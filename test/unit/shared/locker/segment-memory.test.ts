import { beforeEach, describe, expect, test } from 'vitest';
import type { Bytes } from '../../../../shared/bytes.ts';
import { openLocker } from '../../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../../shared/locker/open-locker.ts';
import type { ViewStore } from '../../../../shared/locker/segment-memory.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  passphraseBytes,
  testHost,
  testPerson,
} from '../../../support/small-locker.ts';

let folder: MemoryFolder;
let rows: Map<string, Bytes>;
let written: number;
let views: ViewStore;

beforeEach(async () => {
  rows = new Map();
  written = 0;
  views = {
    read: (id) => Promise.resolve(rows.get(id)),
    write: (id, sealed) => {
      written++;
      return Promise.resolve(rows.set(id, sealed));
    },
    wipe: () => {
      rows.clear();
      return Promise.resolve();
    },
  };
  folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { source } = await importSource(locker, new TextEncoder().encode('text'));
  must(await locker.act([markAct(source, 'text')], testPerson.id));
  must(await locker.close());
});

async function open(): Promise<OpenLocker> {
  const host = { ...(await testHost(folder)), views };
  return must(await openLocker(host, { passphrase: passphraseBytes() }));
}

describe('readings of finished segments', () => {
  test('are kept at the first opening and serve the second, with the same state', async () => {
    const first = await open();
    expect(first.rebuilt).toBe(true);
    expect(written).toBe(1);
    const second = await open();
    expect(second.rebuilt).toBe(false);
    expect(written).toBe(1);
    expect(second.changes).toEqual(first.changes);
    expect(second.state).toEqual(first.state);
    expect(second.report).toEqual(first.report);
  });

  test('are sealed, under ids that tell nothing', async () => {
    await open();
    const [[id, sealed] = []] = Array.from(rows);
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect([...folder.files.keys()].join()).not.toContain(id);
    expect(new TextDecoder().decode(sealed)).not.toContain('marked');
  });

  test.each([
    ['wiped', () => undefined],
    ['changed in one bit', (bytes: Bytes) => bytes.with(60, (bytes.at(60) ?? 0) ^ 1)],
    ['cut', (bytes: Bytes) => bytes.slice(0, -1)],
  ])('are made again when they were %s', async (_how, spoil) => {
    const { state } = await open();
    for (const [id, sealed] of rows) {
      const spoilt = spoil(sealed);
      if (spoilt === undefined) rows.delete(id);
      else rows.set(id, spoilt);
    }
    const again = await open();
    expect(again.rebuilt).toBe(true);
    expect(again.state).toEqual(state);
  });

  test('never hide damage: other bytes of the segment are read, not remembered', async () => {
    await open();
    for (const [name, bytes] of folder.files) {
      if (name.startsWith('journal/'))
        folder.files.set(name, bytes.with(-40, (bytes.at(-40) ?? 0) ^ 1));
    }
    const { report } = await open();
    expect(report.damage.length).toBeGreaterThan(0);
  });

  test('are not used by a check', async () => {
    const locker = await open();
    for (const id of rows.keys()) rows.set(id, new Uint8Array(100));
    expect(must(await locker.check()).damage).toEqual([]);
  });

  test('a session that never closed is no reading that was lost', async () => {
    folder = memoryFolder();
    const { locker } = await createSmallLocker(await testHost(folder));
    await importSource(locker, new TextEncoder().encode('text'));
    expect((await open()).rebuilt).toBe(false);
  });

  test('a segment that was not finished is read anew each time', async () => {
    const host = { ...(await testHost(folder)), views };
    const locker = must(await openLocker(host, { passphrase: passphraseBytes() }));
    const [source] = locker.state.sources.keys();
    if (source === undefined) throw new Error('no source');
    must(await locker.act([markAct(source, 'more')], testPerson.id));
    const before = written;
    const again = await open();
    expect(written).toBe(before);
    expect(again.state.marks.size).toBe(2);
  });
});

describe('what a device notes for itself', () => {
  test('is found at the next opening, sealed, and without a change of the journal', async () => {
    const first = await open();
    const changes = first.changes.length;
    expect(await first.keepNote('place/a', 'page nine')).toBe(true);
    must(await first.close());
    const second = await open();
    expect(await second.recallNote('place/a')).toBe('page nine');
    expect(await second.recallNote('place/b')).toBeUndefined();
    expect(second.changes.filter(({ kind }) => kind === 'marked')).toHaveLength(1);
    expect(second.changes.length).toBe(changes);
    for (const sealed of rows.values()) {
      expect(new TextDecoder().decode(sealed)).not.toContain('page nine');
    }
  });

  test('is told not to be kept where the store takes nothing', async () => {
    const first = await open();
    views.write = () => Promise.resolve(false);
    expect(await first.keepNote('place/a', 'page nine')).toBe(false);
  });

  test('is kept in the very first session, when no reading was remembered yet', async () => {
    folder = memoryFolder();
    const { locker } = await createSmallLocker({ ...(await testHost(folder)), views });
    expect(await locker.keepNote('place/a', 'page one')).toBe(true);
    must(await locker.close());
    expect(await (await open()).recallNote('place/a')).toBe('page one');
  });

  test('is gone when another key is in its place, and nothing is made of it', async () => {
    const first = await open();
    await first.keepNote('place/a', 'page nine');
    for (const [id, sealed] of rows) rows.set(id, sealed.with(60, (sealed.at(60) ?? 0) ^ 1));
    expect(await first.recallNote('place/a')).toBeUndefined();
  });
});
