// The vault as the UI thread holds it: asks the worker, and carries the worker's folder calls to main.
import type { DeviceId } from '../../shared/evidence/ids.ts';
import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import type { LockerFolder } from '../../shared/locker/folder.ts';
import { fail, type Result } from '../../shared/result.ts';
import type { Vault, VaultCall, VaultEvent, VaultRequest, VaultResponse } from './contract.ts';
import type { Attempts } from './pace.ts';
import { Questions } from './questions.ts';
import type { BackupMethod, FolderMethod, FromWorker, ToWorker } from './wire.ts';

export interface VaultHost {
  readonly folder: LockerFolder;
  readonly backup: BackupPlace;
  readonly device: DeviceId;
  /** The program was started with `--acks`: tell main what each fsynced frame held. */
  readonly withAckLines: boolean;
  /** Wrong secrets before this page began, and where to keep their number. */
  readonly attempts: Attempts;
  readonly keepAttempts: (failed: number) => void;
}

export class WorkerVault implements Vault {
  readonly #worker: Worker;
  readonly #folder: LockerFolder;
  readonly #backup: BackupPlace;
  readonly #keepAttempts: VaultHost['keepAttempts'];
  readonly #listeners = new Set<(event: VaultEvent) => void>();
  readonly #questions = new Questions();

  constructor({ folder, backup, device, withAckLines, attempts, keepAttempts }: VaultHost) {
    this.#folder = folder;
    this.#backup = backup;
    this.#keepAttempts = keepAttempts;
    this.#worker = new Worker(new URL('./vault.worker.ts', import.meta.url), { type: 'module' });
    this.#worker.addEventListener('message', (event: MessageEvent<FromWorker>) => {
      this.#receive(event.data);
    });
    this.#worker.addEventListener('error', () => {
      this.#questions.settleAll(fail('internal'));
    });
    this.#send({ kind: 'start', device, withAckLines, attempts });
  }

  ask<C extends VaultCall>(call: C, request: VaultRequest<C>): Promise<Result<VaultResponse<C>>> {
    return this.#questions.ask((id) => {
      this.#send({ kind: 'ask', id, call, request }, buffersOf(request));
    }) as Promise<Result<VaultResponse<C>>>;
  }

  listen(listener: (event: VaultEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #receive(message: FromWorker): void {
    switch (message.kind) {
      case 'answer':
        this.#questions.settle(message.id, message.result);
        return;
      case 'event':
        for (const listener of this.#listeners) listener(message.event);
        return;
      case 'attempts':
        this.#keepAttempts(message.failed);
        return;
      case 'folder':
        void this.#askFolder(message.method, message.args).then((result) => {
          this.#send({ kind: 'folder-answer', id: message.id, result });
        });
        return;
      case 'backup':
        void this.#askBackup(message.method, message.args).then((result) => {
          this.#send({ kind: 'backup-answer', id: message.id, result });
        });
        return;
    }
  }

  /** The worker's own calls, typed there (`FolderRelay`); the arguments only pass through here. */
  async #askFolder(method: FolderMethod, args: readonly unknown[]): Promise<Result<unknown>> {
    const call = this.#folder[method].bind(this.#folder) as (
      ...values: readonly unknown[]
    ) => Promise<Result<unknown>>;
    return call(...args).catch(() => fail('internal'));
  }

  async #askBackup(method: BackupMethod, args: readonly unknown[]): Promise<Result<unknown>> {
    const call = this.#backup[method].bind(this.#backup) as (
      ...values: readonly unknown[]
    ) => Promise<Result<unknown>>;
    return call(...args).catch(() => fail('internal'));
  }

  #send(message: ToWorker, transfer: ArrayBuffer[] = []): void {
    this.#worker.postMessage(message, transfer);
  }
}

/** Bytes that are handed over rather than copied. */
function buffersOf(request: unknown): ArrayBuffer[] {
  const isGiven = typeof request === 'object' && request !== null && 'bytes' in request;
  return isGiven && request.bytes instanceof ArrayBuffer ? [request.bytes] : [];
}
