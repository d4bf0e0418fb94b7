import { openLocker } from '../../shared/locker/locker.ts';
import type { ViewStore } from '../../shared/locker/segment-memory.ts';
import { memoryFolder, type MemoryFolder } from '../../test/support/memory-folder.ts';
import {
  createSmallLocker,
  importSource,
  markAct,
  must,
  passphraseBytes,
  testHost,
  testPerson,
} from '../../test/support/small-locker.ts';
import { median, row, type Row } from './row.ts';
import { viewsInMemory } from './views-in-memory.ts';

const markCount = 2_000;
const rounds = 7;

/** From the derived key to the folded library, with and without remembered readings of the journal. In memory: no disk. */
export async function benchUnlocking(): Promise<Row[]> {
  const folder = await fillLocker();
  const views = viewsInMemory();
  await unlockMs(folder, views); // the first opening fills them
  const remembered: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < rounds; round++) {
    remembered.push(await unlockMs(folder, views));
    bare.push(await unlockMs(folder));
  }
  return [
    row({
      name: `unlock ${markCount} marks after key derivation`,
      value: median(remembered),
      unit: 'ms',
      yardstick: 'the same from the journal alone',
      yardstickValue: median(bare),
    }),
  ];
}

/** A locker of marks made one by one. */
async function fillLocker(): Promise<MemoryFolder> {
  const folder = memoryFolder();
  const { locker } = await createSmallLocker(await testHost(folder));
  const { source } = await importSource(locker, new TextEncoder().encode('A report.'));
  const sentence =
    'The inspectors counted six shelters that were open, and none that took in men. ';
  for (let n = 0; n < markCount; n++) {
    must(await locker.act([markAct(source, sentence.repeat(1 + (n % 4)))], testPerson.id));
  }
  must(await locker.close());
  return folder;
}

async function unlockMs(folder: MemoryFolder, views?: ViewStore): Promise<number> {
  const host = await testHost(folder);
  let derivedMs = 0;
  const opened = await openLocker(
    {
      ...host,
      argon2: async (...request) => {
        const key = await host.argon2(...request);
        derivedMs = performance.now();
        return key;
      },
      ...(views === undefined ? {} : { views }),
    },
    { passphrase: passphraseBytes() },
  );
  const tookMs = performance.now() - derivedMs;
  const { marks } = must(opened).state;
  if (marks.size !== markCount) throw new Error(`${marks.size} marks came back`);
  return tookMs;
}
