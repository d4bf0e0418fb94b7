// The locker's folder as the vault worker sees it: what it asks crosses to the UI thread, and each answer finds its question.
import { expect, test } from 'vitest';
import { FolderRelay } from '../../../../renderer/vault/folder-relay.ts';
import type { FromWorker } from '../../../../renderer/vault/wire.ts';
import type { FolderName } from '../../../../shared/locker/folder.ts';
import { ok } from '../../../../shared/result.ts';

const name = 'journal/0123' as FolderName;
const bytes = new Uint8Array([1, 2, 3]);

test('every call on the folder is asked by its name with its arguments, and answered with what comes back', async () => {
  const posted: FromWorker[] = [];
  const relay = new FolderRelay((message) => posted.push(message));
  const asked = [
    relay.list(),
    relay.read(name, 4, 5),
    relay.append(name, bytes, []),
    relay.create(name, bytes),
    relay.replace(name, bytes),
    relay.beginFile(name),
    relay.writePart(name, 6, bytes),
    relay.commitFile(name),
    relay.discardFile(name),
    relay.retire(name, 'another locker'),
    relay.remove(name),
  ];
  expect(posted).toEqual(
    [
      ['list', []],
      ['read', [name, 4, 5]],
      ['append', [name, bytes, []]],
      ['create', [name, bytes]],
      ['replace', [name, bytes]],
      ['beginFile', [name]],
      ['writePart', [name, 6, bytes]],
      ['commitFile', [name]],
      ['discardFile', [name]],
      ['retire', [name, 'another locker']],
      ['remove', [name]],
    ].map(([method, args], i) => ({ kind: 'folder', id: i + 1, method, args })),
  );
  for (const id of posted.keys()) relay.settle(asked.length - id, ok(asked.length - id));
  expect(await Promise.all(asked)).toEqual(asked.map((_, i) => ok(i + 1)));
});
