// What goes over the wire between the UI thread and the vault worker. A worker cannot reach the preload's bridge, so the
// UI thread carries the worker's folder calls: sealed bytes and file names, nothing else.
import type { LockerFolder } from '../../shared/locker/folder.ts';
import type { DeviceId } from '../../shared/evidence/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { VaultCall, VaultEvent } from './contract.ts';

export type FolderMethod = keyof LockerFolder;

export type ToWorker =
  | { readonly kind: 'start'; readonly device: DeviceId; readonly withAckLines: boolean }
  | {
      readonly kind: 'ask';
      readonly id: number;
      readonly call: VaultCall;
      readonly request: unknown;
    }
  | { readonly kind: 'folder-answer'; readonly id: number; readonly result: Result<unknown> };

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'event'; readonly event: VaultEvent }
  | {
      readonly kind: 'folder';
      readonly id: number;
      readonly method: FolderMethod;
      readonly args: readonly unknown[];
    };
