import type { SegmentDamage } from '../journal/segment.ts';
import type { FolderName } from './folder.ts';

export type DamageReason =
  | SegmentDamage
  | 'slot' // a key slot is not what its name says
  | 'keys' // a key pool does not open, or lost keys that nobody purged
  | 'keys-copy' // one of the two files of a pool does not open or is gone; the other is whole
  | 'epoch' // a device's key of rebuildable views does not open
  | 'shortened' // a segment lacks frames that a later run had accepted
  | 'rewritten' // a segment differs from what a later run had accepted
  | 'content'; // a sealed file does not open, or its bytes have another hash

export interface Damage {
  readonly name: FolderName;
  /** Which frame of a segment, from 0. */
  readonly frame?: number;
  readonly why: DamageReason;
}

/** What a program that died leaves, and what a hand in the folder leaves: nobody can tell which. */
type Unexplained =
  | 'slot-gone' // a slot was added, and is not here
  | 'slot-unknown' // a slot that no act tells of
  | 'keys-unused'; // a pool of which no act uses a key

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
  readonly unexplained: readonly { readonly name: FolderName; readonly what: Unexplained }[];
  /** Purged, and still or again here: pools with keys of it, files. Done at the next opening that may write. */
  readonly unpurged: readonly FolderName[];
  /** Files whose name is none of the format's. */
  readonly foreign: number;
  readonly segments: number;
  readonly frames: number;
  readonly files: number;
}

const reasons: Readonly<Record<DamageReason, string>> = {
  header: 'its header is not what its name says',
  length: 'the length of this frame was altered; nothing after it can be read',
  chain: 'this frame does not follow from the one before',
  altered: 'this frame was altered',
  misplaced: 'frames were removed, repeated or moved here',
  unreadable: 'this frame holds something this version cannot read',
  'after-closing': 'something follows the closing frame',
  slot: 'this key slot was altered',
  keys: 'these keys were altered',
  'keys-copy': 'this copy of keys was altered or is gone; the other one is whole',
  epoch: 'this key of rebuildable views was altered; it is made again at the next opening',
  shortened: 'frames that a later session had seen are gone',
  rewritten: 'it is not what a later session had seen',
  content: 'this sealed file was altered',
};

const unexplained: Readonly<Record<Unexplained, string>> = {
  'slot-gone': 'this key slot was added and is not here; deleted, or never finished',
  'slot-unknown': 'no act tells of this key slot; acts were taken away, or it was put here',
  'keys-unused': 'no act uses these keys; acts were taken away, or a session was cut off',
};

/** The report in words, one finding a line; the last line sums up. */
export function describeReport(report: LockerReport): readonly string[] {
  const frameOf = ({ frame }: Damage): string =>
    frame === undefined ? '' : `, frame ${String(frame)}`;
  return [
    ...report.damage.map(
      (found) => `damaged: ${found.name}${frameOf(found)}: ${reasons[found.why]}`,
    ),
    ...report.missing.map((name) => `missing: ${name}`),
    ...report.notArrived.map((name) => `not arrived: ${name}`),
    ...report.unclosed.map(({ name, lastAt }) =>
      lastAt === 0
        ? `unclosed: ${name}, nothing was written`
        : `unclosed: ${name}, everything up to ${new Date(lastAt).toISOString()} is here`,
    ),
    ...report.torn.map((name) => `torn end, ignored: ${name}`),
    ...report.stray.map((name) => `stray: ${name}`),
    ...report.unexplained.map(({ name, what }) => `unexplained: ${name}: ${unexplained[what]}`),
    ...report.unpurged.map((name) => `deleted for good, and still here: ${name}`),
    ...(report.foreign > 0 ? [`files of other names: ${String(report.foreign)}`] : []),
    `${String(report.segments)} segments, ${String(report.frames)} frames, ${String(report.files)} sealed files: ` +
      (report.damage.length + report.missing.length > 0
        ? `${String(report.damage.length)} damaged, ${String(report.missing.length)} missing`
        : 'whole'),
  ];
}
