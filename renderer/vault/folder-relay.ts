// The locker's folder as the vault worker sees it: every call goes through the UI thread to main and back.
import type { FolderName, LockerFolder } from '../../shared/locker/folder.ts';
import type { Result } from '../../shared/result.ts';
import { Questions } from './questions.ts';
import type { FolderMethod, FromWorker } from './wire.ts';

type Answer<M extends FolderMethod> = Awaited<ReturnType<LockerFolder[M]>>;

export class FolderRelay implements LockerFolder {
  readonly #post: (message: FromWorker) => void;
  readonly #questions = new Questions();

  constructor(post: (message: FromWorker) => void) {
    this.#post = post;
  }

  settle(id: number, result: Result<unknown>): void {
    this.#questions.settle(id, result);
  }

  list() {
    return this.#ask('list');
  }
  read(name: FolderName, offset: number, lengthBytes: number) {
    return this.#ask('read', name, offset, lengthBytes);
  }
  append(...args: Parameters<LockerFolder['append']>) {
    return this.#ask('append', ...args);
  }
  create(name: FolderName, bytes: Uint8Array<ArrayBuffer>) {
    return this.#ask('create', name, bytes);
  }
  replace(name: FolderName, bytes: Uint8Array<ArrayBuffer>) {
    return this.#ask('replace', name, bytes);
  }
  beginFile(name: FolderName) {
    return this.#ask('beginFile', name);
  }
  writePart(name: FolderName, offset: number, bytes: Uint8Array<ArrayBuffer>) {
    return this.#ask('writePart', name, offset, bytes);
  }
  commitFile(name: FolderName) {
    return this.#ask('commitFile', name);
  }
  discardFile(name: FolderName) {
    return this.#ask('discardFile', name);
  }
  retire(name: FolderName, lockerId: string) {
    return this.#ask('retire', name, lockerId);
  }
  remove(name: FolderName) {
    return this.#ask('remove', name);
  }

  #ask<M extends FolderMethod>(
    method: M,
    ...args: Parameters<LockerFolder[M]>
  ): Promise<Answer<M>> {
    return this.#questions.ask((id) => {
      this.#post({ kind: 'folder', id, method, args });
    }) as Promise<Answer<M>>;
  }
}
