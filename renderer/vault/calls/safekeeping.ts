// Calls that check the locker, back it up and bring back from a backup.
import type { SourceId } from '../../../shared/evidence/ids.ts';

/** How a source's original or text is not as it was sealed. */
export type SourceHarm = 'damaged' | 'missing' | 'not-arrived' | 'key-missing';

/** Something a check found, in words for a person. */
export interface Finding {
  readonly kind: 'damaged' | 'missing' | 'not-arrived' | 'unclosed' | 'torn' | 'stray';
  readonly what: string;
  readonly means: string;
  readonly todo: string;
  readonly source?: SourceId;
  /** The moment it speaks of, milliseconds since 1970. */
  readonly at?: number;
}

export interface CheckView {
  readonly at: number;
  readonly sources: number;
  /** Sealed files, and frames of the journal, that were opened. */
  readonly files: number;
  readonly frames: number;
  readonly findings: readonly Finding[];
}

export interface BackupView {
  readonly at: number;
  readonly sources: number;
  /** Files copied this time, and their bytes; `bytes` is all of the backup. */
  readonly copied: number;
  readonly copiedBytes: number;
  readonly bytes: number;
  /** It was opened, every file in it is whole, and it tells of every act. */
  readonly isVerified: boolean;
  readonly lackingActs: number;
  readonly findings: readonly Finding[];
}

export interface BroughtView {
  readonly brought: number;
  readonly check: CheckView;
}

export interface SafekeepingAct {
  readonly act: 'check' | 'backup' | 'copy' | 'bring-back';
  readonly stage: 'comparing' | 'copying' | 'verifying';
  readonly done: number;
  /** 0 where nobody knows. */
  readonly total: number;
}

export interface SafekeepingView {
  readonly running: SafekeepingAct | null;
  /** The last check of this session. */
  readonly check: CheckView | null;
  /** The last backup that was verified. */
  readonly backedUp: { readonly at: number; readonly files: number; readonly bytes: number } | null;
  readonly backupDue: boolean;
  /** Sources that are known not to be whole here; what has not arrived yet is none of them. */
  readonly harmed: number;
  /** Sealed files that were looked at while nobody did anything, of all. */
  readonly idle: { readonly done: number; readonly total: number };
}

export interface SafekeepingCalls {
  'safekeeping:read': { request: null; response: SafekeepingView };
  /** Reads everything again, every file. One act of safekeeping at a time; `progress` events tell how far it is. */
  'check:run': { request: null; response: CheckView };
  /** Main asks for the folder. */
  'backup:run': { request: null; response: BackupView };
  /** Into an empty folder, as a locker of its own; nothing of it stays where it is stopped or fails. */
  'locker:copy': { request: null; response: BackupView };
  'backup:bring-back': { request: null; response: BroughtView };
  'safekeeping:stop': { request: null; response: null };
}
