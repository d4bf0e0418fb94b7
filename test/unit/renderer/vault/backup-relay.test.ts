// The backup as the vault worker sees it: what it asks crosses to the UI thread, and each answer finds its question.
import { expect, test } from 'vitest';
import { BackupRelay } from '../../../../renderer/vault/backup-relay.ts';
import type { FromWorker } from '../../../../renderer/vault/wire.ts';
import type { FolderName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';

const name = 'journal/0123' as FolderName;

test('every call on the backup is asked by its name with its arguments, and answered with what comes back', async () => {
  const posted: FromWorker[] = [];
  const relay = new BackupRelay((message) => posted.push(message));
  const asked = [
    relay.choose('backup'),
    relay.list(),
    relay.read(name, 4, 5),
    relay.store(name, 'grow'),
    relay.fetch(name, 'replace'),
    relay.drop(name),
    relay.release(false),
  ];
  expect(posted).toEqual(
    [
      ['choose', ['backup']],
      ['list', []],
      ['read', [name, 4, 5]],
      ['store', [name, 'grow']],
      ['fetch', [name, 'replace']],
      ['drop', [name]],
      ['release', [false]],
    ].map(([method, args], i) => ({ kind: 'backup', id: i + 1, method, args })),
  );
  relay.settle(2, fail('backup-absent'));
  expect(await asked[1]).toEqual(fail('backup-absent'));
  for (const id of posted.keys()) relay.settle(id + 1, ok(id));
  expect(await Promise.all(asked)).toEqual(
    asked.map((_, i) => (i === 1 ? fail('backup-absent') : ok(i))),
  );
});
