// Reads one segment and names what is wrong with it. Damage in one frame leaves the others usable.
import { equalBytes, toHex, type Bytes } from '../bytes.ts';
import type { SealKey } from '../crypto/cobblestone.ts';
import { sha256 } from '../crypto/digest.ts';
import type { Change, Subject } from './change.ts';
import {
  cutFrames,
  hashBytes,
  isNewerHeader,
  openFrame,
  segmentHeader,
  type AcceptedSegment,
  type Outer,
  type RawFrame,
  type SegmentName,
} from './frame.ts';
import { openPart } from './part.ts';

export type SegmentDamage =
  | 'header' // its first bytes are not what its name says
  | 'length' // the two lengths of a frame disagree: nothing after it can be read
  | 'chain' // a frame does not follow from the one before
  | 'altered' // a seal does not open
  | 'misplaced' // a frame was removed, repeated or moved
  | 'unreadable' // sealed as it should be, but no change this version can read
  | 'after-closing'; // bytes after the closing frame

export interface FrameDamage {
  readonly frame: number;
  /** Offset of the frame in the segment. */
  readonly at: number;
  readonly why: SegmentDamage;
}

export interface ReadFrame {
  readonly to: number;
  readonly at: number;
  readonly changes: readonly Change[];
}

export interface SegmentReading extends SegmentName {
  readonly frames: readonly ReadFrame[];
  /** From the header to the last frame before any damage. */
  readonly accepted: { readonly length: number; readonly head: string };
  /** Hash of the frame that ends at an offset, header included. */
  readonly heads: ReadonlyMap<number, string>;
  readonly earlier: readonly AcceptedSegment[];
  readonly closed: boolean;
  readonly torn: boolean;
  readonly damage: readonly FrameDamage[];
  readonly newer: boolean;
  readonly clock: number;
  readonly seq: number;
  /** Key → subject, as the parts show it. */
  readonly bindings: ReadonlyMap<string, Subject>;
  readonly missingKeys: ReadonlySet<string>;
}

interface OpenedFrame {
  readonly raw: RawFrame;
  readonly hash: Bytes;
  readonly outer: Outer | undefined;
  readonly parts: readonly (Awaited<ReturnType<typeof openPart>> | { readonly missing: string })[];
}

export type FindKey = (key: string) => SealKey | undefined;

export async function readSegment(
  name: SegmentName,
  bytes: Bytes,
  journalKey: SealKey,
  findKey: FindKey,
): Promise<SegmentReading> {
  const header = segmentHeader(name);
  const headerHash = await sha256(header);
  const { frames: raw, end } = cutFrames(bytes, Math.min(header.length, bytes.length));
  const opened = await mapInBatches(raw, (frame) => openWhole(frame, name, journalKey, findKey));
  const damage: FrameDamage[] = [];
  const frames: ReadFrame[] = [];
  const heads = new Map<number, string>();
  const bindings = new Map<string, Subject>();
  const missingKeys = new Set<string>();
  let accepted = { length: header.length, head: toHex(headerHash) };
  let earlier: readonly AcceptedSegment[] = [];
  let prev: Bytes | undefined = headerHash;
  const seen = new Set<number>();
  let next = 0;
  let clock = 0;
  let seq = 0;
  let closed = false;

  const start = bytes.subarray(0, header.length);
  const headerTorn = start.length < header.length;
  if (headerTorn) accepted = { length: 0, head: '00'.repeat(hashBytes) };
  else heads.set(accepted.length, accepted.head);
  if (!equalBytes(start, header.subarray(0, start.length)))
    damage.push({ frame: 0, at: 0, why: 'header' });
  const claimed = raw[0]?.prev ?? new Uint8Array();
  const newer = isNewerHeader(start, header) && equalBytes(claimed, await sha256(start));

  for (const [number, frame] of opened.entries()) {
    const { outer, hash } = frame;
    const why = judge(frame, { prev, next, first: number === 0, closed });
    if (why !== undefined && damage.at(-1)?.why !== why) {
      damage.push({ frame: number, at: frame.raw.from, why });
    }
    prev = why === 'altered' ? undefined : hash; // nothing can follow from a frame that was altered
    heads.set(frame.raw.to, toHex(hash));
    if (damage.length === 0) accepted = { length: frame.raw.to, head: toHex(hash) };
    if (outer === undefined || seen.has(outer.index)) continue;
    seen.add(outer.index);
    next = Math.max(next, outer.index + 1);
    clock = Math.max(clock, outer.clock);
    seq = Math.max(seq, outer.seq);
    if (outer.kind === 'opened') earlier = outer.earlier;
    closed ||= outer.kind === 'closed';
    const changes: Change[] = [];
    for (const [place, part] of frame.parts.entries()) {
      if (typeof part === 'string') continue;
      if ('missing' in part) missingKeys.add(part.missing);
      else {
        changes.push(...part.changes);
        const key = outer.kind === 'acts' ? outer.parts[place]?.key : undefined;
        if (key !== undefined) bindings.set(key, part.subject);
      }
    }
    frames.push({ to: frame.raw.to, at: outer.at, changes });
  }
  const rest = { frame: raw.length, at: raw.at(-1)?.to ?? header.length };
  if (end === 'length') damage.push({ ...rest, why: 'length' });
  const torn = end === 'torn' || headerTorn;
  if (torn && closed) damage.push({ ...rest, why: 'after-closing' });
  return {
    ...{ ...name, frames, accepted, heads, earlier, closed, torn, damage },
    ...{ newer, clock, seq, bindings, missingKeys },
  };
}

function judge(
  { raw, outer, parts }: OpenedFrame,
  expected: { prev: Bytes | undefined; next: number; first: boolean; closed: boolean },
): SegmentDamage | undefined {
  if (outer === undefined || parts.includes('altered')) return 'altered';
  if (expected.prev !== undefined && !equalBytes(raw.prev, expected.prev)) return 'chain';
  if (outer.index !== expected.next || (outer.kind === 'opened') !== expected.first) {
    return 'misplaced';
  }
  if (expected.closed) return 'after-closing';
  if (parts.includes('unreadable')) return 'unreadable';
  const counted = outer.kind !== 'closed' || outer.frames === outer.index + 1;
  return counted && (outer.kind !== 'closed' || outer.head === toHex(raw.prev))
    ? undefined
    : 'misplaced';
}

async function openWhole(
  raw: RawFrame,
  name: SegmentName,
  journalKey: SealKey,
  findKey: FindKey,
): Promise<OpenedFrame> {
  const [hash, outer] = await Promise.all([
    sha256(raw.bytes),
    openFrame(journalKey, name, raw.outer),
  ]);
  if (outer?.kind !== 'acts') return { raw, hash, outer, parts: [] };
  const parts = outer.parts.map(async (part, index) => {
    const key = findKey(part.key);
    const place = { segment: name, frame: outer.index, part: index };
    return key === undefined ? { missing: part.key } : openPart(key, place, part.sealed);
  });
  return { raw, hash, outer, parts: await Promise.all(parts) };
}

/** WebCrypto works on several threads: a batch at a time keeps them busy without holding everything at once. */
async function mapInBatches<T, U>(items: readonly T[], map: (item: T) => Promise<U>): Promise<U[]> {
  const batch = 64;
  const results: U[] = [];
  for (let at = 0; at < items.length; at += batch) {
    results.push(...(await Promise.all(items.slice(at, at + batch).map(map))));
  }
  return results;
}
