// The folder of a backup as the vault worker sees it, carried by the UI thread like the locker's own (folder-relay.ts).
import type { BackupPurpose, CopyRule } from '../../shared/ipc.ts';
import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import type { FolderName } from '../../shared/locker/folder.ts';
import type { Result } from '../../shared/result.ts';
import { Questions } from './questions.ts';
import type { BackupMethod, FromWorker } from './wire.ts';

type Answer<M extends BackupMethod> = Awaited<ReturnType<BackupPlace[M]>>;

export class BackupRelay implements BackupPlace {
  readonly #post: (message: FromWorker) => void;
  readonly #questions = new Questions();

  constructor(post: (message: FromWorker) => void) {
    this.#post = post;
  }

  settle(id: number, result: Result<unknown>): void {
    this.#questions.settle(id, result);
  }

  choose(purpose: BackupPurpose) {
    return this.#ask('choose', purpose);
  }
  list() {
    return this.#ask('list');
  }
  read(name: FolderName, offset: number, lengthBytes: number) {
    return this.#ask('read', name, offset, lengthBytes);
  }
  store(name: FolderName, rule: CopyRule) {
    return this.#ask('store', name, rule);
  }
  fetch(name: FolderName, rule: CopyRule) {
    return this.#ask('fetch', name, rule);
  }
  drop(name: FolderName) {
    return this.#ask('drop', name);
  }
  release(whole: boolean) {
    return this.#ask('release', whole);
  }

  #ask<M extends BackupMethod>(method: M, ...args: Parameters<BackupPlace[M]>): Promise<Answer<M>> {
    return this.#questions.ask((id) => {
      this.#post({ kind: 'backup', id, method, args });
    }) as Promise<Answer<M>>;
  }
}
