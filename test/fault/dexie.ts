// `dexie`: the views outside the folder are wiped, older, swapped, another locker's, damaged, or their store fails in any way.
// What is read from the locker is the same as without them. How IndexedDB itself fails is tested in
// test/browser/sealed-views.test.ts.
import { isDeepStrictEqual } from 'node:util';
import type { Bytes } from '../../shared/bytes.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { ViewStore } from '../../shared/locker/segment-memory.ts';
import type { MemoryFolder } from '../support/memory-folder.ts';
import { must, passphraseBytes, testHost } from '../support/small-locker.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import type { Random } from './random.ts';
import { folderOf, makeSnapshot, type Snapshot } from './snapshot.ts';
import { runSteps } from './steps.ts';

export const dexie: Campaign = {
  name: 'dexie',
  promise: 'a wiped, older, damaged or failing store of views changes nothing (P2)',
  shortN: 150,
  fullN: 1_500,
  run: (context) => runDexie(context, (views) => views),
};

type Rows = Map<string, Bytes>;

const weathers = [
  ...([
    'wiped',
    'some rows gone',
    'older',
    'swapped',
    'all the same row',
    'of another locker',
  ] as const),
  ...(['flipped', 'cut', 'empty rows', 'longer', 'random bytes'] as const),
  ...(['never answers a row', 'never keeps a row', 'keeps every other row'] as const),
];

/** `over` is the store the program sees; a test plants one there that it trusts too much. */
export async function runDexie(
  context: FaultContext,
  over: (views: ViewStore, snapshot: Snapshot) => ViewStore,
): Promise<Tally> {
  const tally = newTally();
  await runSteps(context, tally, async (step, random) => {
    const snapshot = await makeSnapshot(random, random.oneIn(2) ? 'closed' : 'unclosed');
    const weather = random.pick(weathers);
    count(tally.figures, weather);
    const rows: Rows = new Map();
    const older: Rows = new Map();
    const [early] = snapshot.earlier;
    const old = { ...snapshot, passphrase: new TextDecoder().decode(passphraseBytes()) };
    if (early !== undefined) await open(folderOf(early), storeOf(older), old);
    const truth = await open(folderOf(snapshot.files), storeOf(rows), snapshot);
    const others: Rows = new Map();
    if (weather === 'of another locker') {
      const other = await makeSnapshot(random, 'closed');
      await open(folderOf(other.files), storeOf(others), other);
    }
    const spoilt = spoil(rows, older, others, weather, random);
    for (const opening of ['first', 'second']) {
      const folder = folderOf(snapshot.files);
      const found = await open(folder, over(storeIn(weather, spoilt), snapshot), snapshot);
      const isSame =
        isDeepStrictEqual(found.changes, truth.changes) &&
        isDeepStrictEqual(found.state, truth.state) &&
        isDeepStrictEqual(found.report, truth.report);
      const what = `${weather}, ${opening} opening: something else is read`;
      if (!isSame) tally.failures.push({ step, what });
      if (!isDeepStrictEqual(found.changes, snapshot.changes)) tally.lost++;
      tally.acks += snapshot.changes.length;
    }
  });
  return tally;
}

async function open(
  folder: MemoryFolder,
  views: ViewStore,
  { passphrase }: Pick<Snapshot, 'passphrase'>,
): Promise<OpenLocker> {
  const host = { ...(await testHost(folder)), views };
  return must(await openLocker(host, { passphrase: passphraseBytes(passphrase) }));
}

function storeOf(rows: Rows): ViewStore {
  return {
    read: (id) => Promise.resolve(rows.get(id)),
    write: (id, sealed) => Promise.resolve(rows.set(id, sealed)),
    wipe: () => {
      rows.clear();
      return Promise.resolve(true);
    },
  };
}

/** What fails is answered as absence: that is the store's own promise. */
function storeIn(weather: (typeof weathers)[number], rows: Rows): ViewStore {
  const store = storeOf(rows);
  let calls = 0;
  if (weather === 'never answers a row')
    return { ...store, read: () => Promise.resolve(undefined) };
  if (weather === 'never keeps a row') return { ...store, write: () => Promise.resolve(false) };
  if (weather !== 'keeps every other row') return store;
  return {
    ...store,
    write: (id, row) => (calls++ % 2 === 0 ? store.write(id, row) : Promise.resolve(false)),
  };
}

function spoil(
  rows: Rows,
  older: Rows,
  others: Rows,
  weather: (typeof weathers)[number],
  random: Random,
): Rows {
  const all = Array.from(rows);
  const mapped = (change: (bytes: Bytes) => Bytes): Rows =>
    new Map(all.map(([id, bytes]) => [id, change(bytes)]));
  switch (weather) {
    case 'wiped':
    case 'keeps every other row':
      return new Map();
    case 'some rows gone':
      return new Map(all.filter(() => random.oneIn(2)));
    case 'older':
      return new Map([...all.filter(([id]) => !older.has(id) && random.oneIn(2)), ...older]);
    case 'swapped': {
      const order = random.shuffled(all.map(([, bytes]) => bytes));
      return new Map(all.map(([id], place) => [id, order[place] ?? new Uint8Array()]));
    }
    case 'all the same row': {
      const [, bytes] = random.pick(all);
      return mapped(() => bytes);
    }
    case 'of another locker': {
      const [, bytes] = random.pick(Array.from(others));
      return new Map([...mapped(() => bytes), ...others]);
    }
    case 'flipped':
      return mapped((bytes) => {
        const at = random.below(bytes.length);
        return bytes.map((byte, place) => (place === at ? byte ^ (1 << random.below(8)) : byte));
      });
    case 'cut':
      return mapped((bytes) => bytes.slice(0, random.below(bytes.length)));
    case 'empty rows':
      return mapped(() => new Uint8Array());
    case 'longer':
      return mapped((bytes) => Uint8Array.from([...bytes, ...random.bytes(20)]));
    case 'random bytes':
      return mapped((bytes) => random.bytes(bytes.length));
    case 'never answers a row':
    case 'never keeps a row':
      return new Map(rows);
  }
}
