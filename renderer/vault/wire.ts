// What goes over the wire between the UI thread and the vault worker. A worker cannot reach the preload's bridge, so the
// UI thread carries the worker's folder calls: sealed bytes and file names, nothing else.
import type { BackupPlace } from '../../shared/locker/backup-place.ts';
import type { LockerFolder } from '../../shared/locker/folder.ts';
import type { DeviceId } from '../../shared/evidence/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { VaultCall, VaultEvent } from './contract.ts';
import type { Attempts } from './pace.ts';

export type FolderMethod = keyof LockerFolder;
export type BackupMethod = keyof BackupPlace;

export interface Start {
  readonly kind: 'start';
  readonly device: DeviceId;
  readonly withAckLines: boolean;
  /** Wrong secrets before this page began. */
  readonly attempts: Attempts;
}

export type ToWorker =
  | Start
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly call: VaultCall;
      readonly request: unknown;
    }
  | {
      readonly kind: 'folder-answer' | 'backup-answer';
      readonly id: number;
      readonly result: Result<unknown>;
    };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly event: VaultEvent }
  /** Wrong secrets so far. */
  | { readonly kind: 'attempts'; readonly failed: number }
  | {
      readonly kind: 'folder';
      readonly id: number;
      readonly method: FolderMethod;
      readonly args: readonly unknown[];
    }
  | {
      readonly kind: 'backup';
      readonly id: number;
      readonly method: BackupMethod;
      readonly args: readonly unknown[];
    };
