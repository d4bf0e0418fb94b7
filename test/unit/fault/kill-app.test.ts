// How the campaign over the running program judges what is left; the killing itself needs the built program.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { diskFolder } from '../../../electron/locker/folder.ts';
import { leastCost } from '../../../shared/crypto/argon2.ts';
import { lookAt } from '../../fault/kill-app-judge.ts';
import {
  createSmallLocker,
  deviceA,
  passphraseBytes,
  testHost,
} from '../../support/small-locker.ts';

vi.setConfig({ testTimeout: 60_000 });

let base: string;
beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'locker-fault-test-'));
});
afterEach(() => {
  rmSync(base, { recursive: true, force: true });
});

test('an acknowledgement that the journal does not hold is a loss, a line cut off is none', async () => {
  const place = { locker: path.join(base, 'locker'), profile: '', exports: '' };
  const acks = path.join(base, 'acks.txt');
  await createSmallLocker(await testHost(diskFolder(place.locker)), leastCost);
  const passphrases = ['wrong', new TextDecoder().decode(passphraseBytes())];
  const locker = { place, acks, passphrases, subjects: new Map<string, string>() };

  writeFileSync(acks, `${deviceA} 1 locker-created\n${deviceA} 2 person-na`);
  expect(lookAt(locker)).toEqual({ lost: 0, acks: 1, found: [] });
  writeFileSync(acks, `${deviceA} 1 locker-created\n${deviceA} 99 marked\n`);
  expect(lookAt(locker)).toMatchObject({ lost: 1, acks: 2 });
  expect(lookAt({ ...locker, passphrases: ['wrong'] }).lost).toBe(2);
});
