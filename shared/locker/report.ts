import type { SegmentDamage } from '../journal/segment.ts';
import type { FolderName } from './folder.ts';

export type DamageReason =
  | SegmentDamage
  | 'slot' // a key slot is not what its name says
  | 'keys' // a key pool does not open
  | 'shortened' // a segment lacks frames that a later run had accepted
  | 'rewritten' // a segment differs from what a later run had accepted
  | 'content'; // a sealed file does not open, or its bytes have another hash

export interface Damage {
  readonly name: FolderName;
  /** Which frame of a segment, from 0. */
  readonly frame?: number;
  readonly why: DamageReason;
}

/** What was found while reading a locker. All lists empty is the normal case. */
export interface LockerReport {
  /** Runs that ended without closing; `lastAt` is the wall clock of their last frame, 0 where none was whole. */
  readonly unclosed: readonly {
    readonly name: FolderName;
    readonly device: string;
    readonly lastAt: number;
  }[];
  /** Segments that end within a frame: it was never acknowledged and is left alone. */
  readonly torn: readonly FolderName[];
  readonly damage: readonly Damage[];
  /** Named by this device, and absent: an alarm. */
  readonly missing: readonly FolderName[];
  /** Named by another device, and not here yet. */
  readonly notArrived: readonly FolderName[];
  /** Present, never named: left by an import that did not finish, or put there. Never opened. */
  readonly stray: readonly FolderName[];
  /** Files whose name is none of the format's. */
  readonly foreign: number;
  readonly segments: number;
  readonly frames: number;
  readonly files: number;
}
