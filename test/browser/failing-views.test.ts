// IndexedDB fails as Chromium's does when the disk is full, the profile is damaged or the connection is gone: to the vault that is
// “no views here”. The locker opens with the same content, acts, and opens again.
import { afterEach, expect, test, vi } from 'vitest';
import { SealedViews } from '../../renderer/store/sealed-views.ts';
import type { Change } from '../../shared/journal/change.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import { memoryFolder, type MemoryFolder } from '../support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  passphraseBytes,
  testHost,
  testPerson,
} from '../support/small-locker.ts';

const name = 'failing-views-test';
const noSpace = 'Internal error opening backing store: FILE_ERROR_NO_SPACE';

afterEach(async () => {
  vi.restoreAllMocks();
  const left = new SealedViews(name);
  await left.wipe();
  left.close();
});

/** What a weather does; a mock shows whether the program met it. */
type Spoil = () => Promise<void> | { readonly mock: { readonly calls: readonly unknown[] } };

/** Every call of it fails from now on. */
function failing(of: object, call: string, error: string, text = ''): Spoil {
  return () =>
    vi.spyOn(of as Record<string, () => unknown>, call).mockImplementation(() => {
      throw new DOMException(text, error);
    });
}

/** The request is accepted, and its transaction fails afterwards. */
const abortingWrites: Spoil = () => {
  const { put } = IDBObjectStore.prototype as {
    put: (this: IDBObjectStore, value: unknown) => IDBRequest<IDBValidKey>;
  };
  return vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value: unknown,
  ) {
    const request = put.call(this, value);
    this.transaction.abort();
    return request;
  });
};

/** Another tab, or a person who clears site data: the open connection is closed under the program. */
const deleteUnder: Spoil = async () => {
  await new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = resolve;
    request.onerror = resolve;
    request.onblocked = resolve;
  });
};

const weathers: readonly [string, Spoil][] = [
  ['cannot be opened', failing(IDBFactory.prototype, 'open', 'UnknownError', noSpace)],
  ['opens no transaction', failing(IDBDatabase.prototype, 'transaction', 'InvalidStateError')],
  ['refuses to write', failing(IDBObjectStore.prototype, 'put', 'QuotaExceededError')],
  ['aborts what was written', abortingWrites],
  ['refuses to read', failing(IDBObjectStore.prototype, 'get', 'UnknownError', noSpace)],
  ['is deleted under the program', deleteUnder],
];

async function contentOf(folder: MemoryFolder, views?: SealedViews): Promise<readonly Change[]> {
  const host = { ...(await testHost(folder)), ...(views === undefined ? {} : { views }) };
  const locker = must(await openLocker(host, { passphrase: passphraseBytes() }));
  expect(must(await locker.check())).toMatchObject({ damage: [], missing: [], stray: [] });
  const { changes } = locker;
  must(await locker.act([markAct(randomSource(changes), 'goes on')], testPerson.id));
  must(await locker.close());
  return changes;
}

function randomSource(changes: readonly Change[]) {
  const imported = changes.flatMap(({ kind, payload }) =>
    kind === 'source-imported' ? [payload.source] : [],
  );
  const [source] = imported;
  if (source === undefined) throw new Error('nothing was imported');
  return source;
}

test.each(weathers)('a store that %s costs nothing but time', async (_what, spoil) => {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  await importSource(locker, new Uint8Array(100));
  must(await locker.close());
  const before = await contentOf(folder);
  const views = new SealedViews(name);
  const seen = await contentOf(folder, views); // whole weather: rows are kept
  expect(seen.slice(0, before.length)).toEqual(before);

  const spoilt = await spoil();

  const again = await contentOf(folder, views);
  expect(again.slice(0, seen.length)).toEqual(seen);
  const fresh = new SealedViews(name); // as after a restart
  const last = await contentOf(folder, fresh);
  expect(last.slice(0, again.length)).toEqual(again);
  if (spoilt !== undefined) expect(spoilt.mock.calls).not.toHaveLength(0);
  vi.restoreAllMocks();
  expect(await contentOf(folder)).toHaveLength(last.length + 1);
  views.close();
  fresh.close();
});

test('each answer of the store is absence, not an error', async () => {
  const whole = new SealedViews(name);
  expect(await whole.write('row', new Uint8Array([1]))).toBe(true);
  whole.close();
  const views = new SealedViews(name);
  const text = 'The database connection is closing.';
  await failing(IDBDatabase.prototype, 'transaction', 'InvalidStateError', text)();
  expect(await views.read('row')).toBeUndefined();
  expect(await views.write('row', new Uint8Array([2]))).toBe(false);
  await expect(views.wipe()).resolves.toBeUndefined();
  vi.restoreAllMocks();
  const later = new SealedViews(name);
  expect(await later.read('row')).toEqual(new Uint8Array([1]));
  views.close();
  later.close();
});
