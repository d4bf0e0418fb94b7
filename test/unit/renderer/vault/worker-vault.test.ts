// The vault as the UI thread holds it, over a worker that only notes what it is sent.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { VaultEvent } from '../../../../renderer/vault/contract.ts';
import { WorkerVault } from '../../../../renderer/vault/worker-vault.ts';
import type { FromWorker, ToWorker } from '../../../../renderer/vault/wire.ts';
import type { FolderName } from '../../../../shared/locker/folder.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryBackup, type MemoryBackup } from '../../../support/memory-backup.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { deviceA } from '../../../support/small-locker.ts';

class NotingWorker extends EventTarget {
  readonly sent: ToWorker[] = [];
  readonly given: unknown[] = [];

  postMessage(message: ToWorker, given: readonly unknown[]): void {
    this.sent.push(message);
    this.given.push(...given);
  }

  tell(data: FromWorker): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}

const name = 'slots/0123' as FolderName;
const start = { device: deviceA, withAckLines: true, attempts: { failed: 2, agoMs: 100 } };
let worker: NotingWorker;
let folder: MemoryFolder;
let backup: MemoryBackup;
let kept: number[];
let vault: WorkerVault;

beforeEach(() => {
  worker = new NotingWorker();
  vi.stubGlobal(
    'Worker',
    vi.fn(function () {
      return worker;
    }),
  );
  folder = memoryFolder(new Map([[name, new Uint8Array([1, 2, 3, 4])]]));
  backup = memoryBackup(folder);
  kept = [];
  vault = new WorkerVault({
    ...{ folder, backup, ...start },
    keepAttempts: (failed) => kept.push(failed),
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

test('the worker is told where it runs and how many secrets were wrong, before all else', () => {
  expect(worker.sent).toEqual([{ kind: 'start', ...start }]);
});

test('each question gets its own answer, in whatever order they come', async () => {
  const [library, trash] = [vault.ask('library:read', null), vault.ask('trash:read', null)];
  expect(worker.sent.slice(1)).toMatchObject([
    { kind: 'ask', id: 1, call: 'library:read', request: null },
    { kind: 'ask', id: 2, call: 'trash:read', request: null },
  ]);
  worker.tell({ kind: 'answer', id: 2, result: fail('locker-closed') });
  worker.tell({ kind: 'answer', id: 1, result: ok('the library') });
  expect(await trash).toEqual(fail('locker-closed'));
  expect(await library).toEqual(ok('the library'));
});

test('bytes of a document are handed over, not copied; nothing else is', () => {
  const bytes = new ArrayBuffer(4);
  void vault.ask('import:original', { name: 'a', mediaType: 'text/plain', bytes });
  expect(worker.given).toEqual([bytes]);
  const blob = new Blob(['a']);
  void vault.ask('import:original', { name: 'a', mediaType: 'text/plain', blob });
  void vault.ask('library:read', null);
  void vault.ask('act', []);
  expect(worker.given).toEqual([bytes]);
});

test('whoever waits is told when the worker has failed', async () => {
  const waiting = [vault.ask('library:read', null), vault.ask('trash:read', null)];
  worker.dispatchEvent(new Event('error'));
  expect(await Promise.all(waiting)).toEqual([fail('internal'), fail('internal')]);
});

test('whoever listens hears what changed, until they stop', () => {
  const heard: [string, VaultEvent][] = [];
  const event: VaultEvent = { kind: 'changed', subjects: ['library'] };
  vault.listen((told) => heard.push(['one', told]));
  const stop = vault.listen((told) => heard.push(['other', told]));
  worker.tell({ kind: 'event', event });
  stop();
  worker.tell({ kind: 'event', event });
  expect(heard).toEqual([
    ['one', event],
    ['other', event],
    ['one', event],
  ]);
});

test('how many secrets were wrong is kept where it outlives the page', () => {
  worker.tell({ kind: 'attempts', failed: 3 });
  expect(kept).toEqual([3]);
  expect(worker.sent).toHaveLength(1);
});

test.each(['folder', 'backup'] as const)(
  'what the worker asks of the %s is done, and the answer goes back under its number',
  async (kind) => {
    const answers = () => worker.sent.filter((message) => message.kind === `${kind}-answer`);
    backup.copy.files.set(name, new Uint8Array([1, 2, 3, 4]));
    worker.tell({ kind, id: 7, method: 'read', args: [name, 1, 2] });
    await vi.waitFor(() => {
      expect(answers()).toEqual([
        { kind: `${kind}-answer`, id: 7, result: ok(new Uint8Array([2, 3])) },
      ]);
    });
    const broken = kind === 'folder' ? folder : backup;
    broken.read = () => Promise.reject(new Error('the bridge is gone'));
    worker.tell({ kind, id: 8, method: 'read', args: [name, 1, 2] });
    await vi.waitFor(() => {
      expect(answers()[1]).toEqual({ kind: `${kind}-answer`, id: 8, result: fail('internal') });
    });
    expect(worker.sent).toHaveLength(3);
  },
);
