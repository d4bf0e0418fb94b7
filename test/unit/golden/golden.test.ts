// Lockers of every format there was, kept as they were written: they open for ever, and hold what they held.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { diskFolder } from '../../../electron/locker/folder.ts';
import { utf8 } from '../../../shared/bytes.ts';
import { leastCost } from '../../../shared/crypto/argon2.ts';
import { randomId } from '../../../shared/evidence/ids.ts';
import { formatOf, knownHeaders, type SegmentName } from '../../../shared/journal/frame.ts';
import type { FolderName, LockerFolder } from '../../../shared/locker/folder.ts';
import { openLocker } from '../../../shared/locker/locker.ts';
import type { OpenLocker } from '../../../shared/locker/open-locker.ts';
import { summarise, type Summary } from '../../golden/summarise.ts';
import { filesBelow } from '../../support/files-below.ts';
import { memoryFolder } from '../../support/memory-folder.ts';
import { must, testHost } from '../../support/small-locker.ts';

const golden = path.resolve('test', 'golden');
const formats = readdirSync(golden).filter((name) => name.startsWith('format-'));

/** Slots of old passphrases that a merge brought back. A renewed locker deletes them at every opening. */
const straySlots: Readonly<Record<string, number>> = {
  'format-1': 1,
  'format-2': 1,
  'format-2-renewed': 0,
  'format-3': 1,
  'format-4': 1,
};

function expectedOf(format: string): Summary & { readonly passphrase: string } {
  return JSON.parse(readFileSync(path.join(golden, format, 'expected.json'), 'utf8')) as Summary & {
    readonly passphrase: string;
  };
}

async function open(folder: LockerFolder, passphrase: string): Promise<OpenLocker> {
  const host = { ...(await testHost(folder)), device: undefined, leastCost };
  return must(await openLocker(host, { passphrase: utf8(passphrase.normalize('NFC')) }));
}

test('every format up to the one that is written has its golden locker', () => {
  const name: SegmentName = { lockerId: randomId(), device: randomId(), run: randomId() };
  const wanted = knownHeaders(name).map((header) => `format-${String(formatOf(header))}`);
  expect(formats).toEqual(expect.arrayContaining(wanted));
  expect(formats).toEqual(Object.keys(straySlots));
});

test.each(formats)(
  '%s opens, is whole, and holds what it held',
  { timeout: 60_000 },
  async (format) => {
    const { passphrase, ...expected } = expectedOf(format);
    const folder = diskFolder(path.join(golden, format, 'locker'), { readOnly: true });

    const locker = await open(folder, passphrase);

    expect(await summarise(locker)).toEqual(expected);
    const report = must(await locker.check());
    const { damage, missing, notArrived, unexplained, unclosed, stray } = report;
    expect([...damage, ...missing, ...notArrived, ...unexplained]).toEqual([]);
    expect(unclosed).toHaveLength(1);
    expect(stray.map((name) => name.split('/')[0])).toEqual(
      Array(straySlots[format]).fill('slots'),
    );
  },
);

test('in a locker of format 2 the second file of a pool is told when it is gone', async () => {
  const files = filesBelow(path.join(golden, 'format-2', 'locker'));
  const [second = ''] = Array.from(files.keys()).filter((name) => /^keys\/.*\.2$/.test(name));
  files.delete(second as FolderName);

  const locker = await open(memoryFolder(files), expectedOf('format-2').passphrase);

  const { damage, notArrived } = locker.report;
  expect([...damage.map(({ name }) => name), ...notArrived]).toEqual([second]);
});

test('a header that is damaged does not make a locker of format 1 one of format 2, which has every pool twice', async () => {
  const files = filesBelow(path.join(golden, 'format-1', 'locker'));
  const [segment = ''] = Array.from(files.keys()).filter((name) => name.endsWith('.seg'));
  files.get(segment as FolderName)?.set([0, 2], 16);

  const locker = await open(memoryFolder(files), expectedOf('format-1').passphrase);

  expect(locker.report.damage).toEqual([{ name: segment, frame: 0, why: 'header' }]);
});
