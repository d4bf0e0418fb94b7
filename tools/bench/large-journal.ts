// What a journal of years costs: unlocking with its views remembered and without, and one more act. Each beside what it
// cannot do without, over the same bytes.
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Bytes } from '../../shared/bytes.ts';
import { randomId, type MarkId } from '../../shared/evidence/ids.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { ViewStore } from '../../shared/locker/segment-memory.ts';
import {
  markAct,
  must,
  noteAct,
  passphraseBytes,
  testHost,
  testPerson,
  there,
} from '../../test/support/small-locker.ts';
import { hashBare, openBare } from './bare-crypto.ts';
import { costOf, costRows, costSince, type Cost } from './cost.ts';
import { fillLargeLocker, quickFolder, type LargeLocker } from './large-locker.ts';
import type { Row } from './row.ts';
import { viewsInMemory } from './views-in-memory.ts';

const rounds = 5;
const actsPerRound = 40;
const rememberedMs = 2_000;
const rebuildMsPerChange = 1_500 / 10_000;
/** An import or a burst of marking writes many acts at once, a slow reader one at a time; years bring many sessions. */
const lockers: readonly LargeLocker[] = [
  { changes: 100_000, together: 500, runs: 1 },
  { changes: 100_000, together: 10, runs: 500 },
  { changes: 20_000, together: 1, runs: 1 },
];
const smallLocker: LargeLocker = { changes: 100, together: 1, runs: 1 };

export async function benchLargeJournals(parent: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (const large of lockers) {
    console.error(`a locker of ${large.changes} changes in ${large.runs} runs …`);
    const root = await fillLargeLocker(parent, large);
    rows.push(...(await benchReading(root, large)));
  }
  return [...rows, ...(await benchActs(parent))];
}

async function benchReading(
  root: string,
  { changes, together, runs }: LargeLocker,
): Promise<Row[]> {
  const views = viewsInMemory();
  const { locker } = await unlock(root, views); // the first opening fills them
  if (locker.changes.length !== changes) throw new Error(`${locker.changes.length} came back`);
  const text = JSON.stringify(locker.changes);
  const segments = globSync('journal/*/*.seg', { cwd: root }).map(
    (name): Bytes => new Uint8Array(readFileSync(path.join(root, name))),
  );
  const bytes = segments.reduce((sum, { length }) => sum + length, 0);
  const { frames } = locker.report;
  const each = Math.ceil(bytes / frames);

  const [remembered, rebuilt]: [Cost[], Cost[]] = [[], []];
  const [hashing, parsing, opening]: [Cost[], Cost[], Cost[]] = [[], [], []];
  for (let round = 0; round < rounds; round++) {
    remembered.push((await unlock(root, views)).cost);
    rebuilt.push((await unlock(root)).cost);
    hashing.push(await hashBare(segments));
    parsing.push(await costOf(() => Promise.resolve(JSON.parse(text))));
    opening.push(await openBare(new Array<number>(2 * frames).fill(each)));
  }
  const name = `unlock ${changes} changes, ${together} a frame, ${runs} ${runs === 1 ? 'run' : 'runs'}`;
  const size = `${(bytes / 1e6).toFixed(1)} MB`;
  const hashed = `SHA-256 of ${size}`;
  const parsed = `JSON.parse of ${(text.length / 1e6).toFixed(1)} MB`;
  const opened = `opening 2 × ${frames} messages of ${each} bytes`;
  const rebuildMs = changes * rebuildMsPerChange;
  return [
    ...costRows(`${name}, remembered`, remembered, hashed, hashing, rememberedMs),
    ...costRows(`${name}, remembered`, remembered, parsed, parsing),
    ...costRows(`${name}, rebuilt`, rebuilt, opened, opening, rebuildMs),
  ];
}

/** Acts one by one on a disk that does not sync: what is left is the work around the append. */
async function benchActs(parent: string): Promise<Row[]> {
  console.error('acts …');
  const lockers = {
    small: await openToAct(parent, smallLocker),
    large: await openToAct(parent, { changes: 99_999, together: 500, runs: 1 }),
  };
  const costs: { small: Cost[]; large: Cost[] } = { small: [], large: [] };
  for (let round = 0; round < rounds; round++) {
    for (const size of ['small', 'large'] as const) {
      for (let n = 0; n < actsPerRound; n++) {
        costs[size].push(await costOf(() => markAndNote(lockers[size])));
      }
    }
  }
  const marks = lockers.large.state.marks.size;
  for (const locker of Object.values(lockers)) must(await locker.close());
  return costRows(
    `a mark and its note among ${marks} marks`,
    ...([costs.large, 'the same among 50', costs.small] as const),
  );
}

async function openToAct(parent: string, size: LargeLocker): Promise<OpenLocker> {
  const root = await fillLargeLocker(parent, size);
  return (await unlock(root)).locker;
}

async function markAndNote(locker: OpenLocker): Promise<void> {
  const source = there([...locker.state.sources.keys()][0]);
  const mark: MarkId = randomId();
  must(await locker.act([markAct(source, 'No shelter takes in men.', mark)], testPerson.id));
  must(await locker.act([noteAct(source, mark, 'Ask again.')], testPerson.id));
  if (locker.state.marks.get(mark)?.note !== 'Ask again.') throw new Error('not folded');
}

/** Cost from the derived key on. */
async function unlock(
  root: string,
  views?: ViewStore,
): Promise<{ locker: OpenLocker; cost: Cost }> {
  const host = await testHost(quickFolder(root));
  let startedMs = 0;
  let cpu = process.cpuUsage();
  const opened = await openLocker(
    {
      ...host,
      argon2: async (...request) => {
        const key = await host.argon2(...request);
        cpu = process.cpuUsage();
        startedMs = performance.now();
        return key;
      },
      ...(views === undefined ? {} : { views }),
    },
    { passphrase: passphraseBytes() },
  );
  return { locker: must(opened), cost: costSince(startedMs, cpu) };
}
