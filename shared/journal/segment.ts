// Reads one segment and names what is wrong with it. Damage in one frame leaves the others usable.
import { equalBytes, toHex, type Bytes } from '../bytes.ts';
import type { SealKey } from '../crypto/cobblestone.ts';
import { sha256, sha256Hex } from '../crypto/digest.ts';
import {
  cutFrames,
  firstPrev,
  hashBytes,
  isNewerHeader,
  isOfAnotherLocker,
  knownHeaders,
  openFrame,
  type AcceptedSegment,
  type Outer,
  type RawFrame,
  type SegmentName,
} from './frame.ts';
import { openPart } from './part.ts';
import { mapInBatches } from '../batches.ts';

export type SegmentDamage =
  | 'header' // its first bytes are not what its name says
  | 'length' // the two lengths of a frame disagree: nothing after it can be read
  | 'chain' // a frame does not follow from the one before
  | 'altered' // a seal does not open
  | 'misplaced' // a frame was removed, repeated or moved
  | 'unreadable' // sealed as it should be, but no change this version can read
  | 'after-closing'; // bytes after the closing frame

interface FrameDamage {
  readonly frame: number;
  /** Offset of the frame in the segment. */
  readonly at: number;
  readonly why: SegmentDamage;
}

export interface ReadFrame {
  readonly to: number;
  readonly at: number;
  readonly clock: number;
  readonly seq: number;
  readonly parts: readonly ReadPart[];
}

interface ReadPart {
  readonly key: string;
  readonly held: Awaited<ReturnType<typeof openPart>> | 'key-missing' | 'purged';
}

export interface SegmentReading extends SegmentName {
  readonly frames: readonly ReadFrame[];
  /** From the header to the last frame before any damage. */
  readonly accepted: { readonly length: number; readonly head: string };
  /** Hash of what ends at an offset: the header, or a frame. */
  readonly heads: ReadonlyMap<number, string>;
  readonly earlier: readonly AcceptedSegment[];
  readonly closed: boolean;
  readonly torn: boolean;
  readonly damage: readonly FrameDamage[];
}

export type FindKey = (key: string) => SealKey | undefined;

interface OpenedFrame {
  readonly raw: RawFrame;
  readonly hash: string;
  readonly outer: Outer | undefined;
  readonly parts: readonly ReadPart[];
}

/** `newer`: of a later format. `foreign`: of another locker, such as one whose creation was cut off. */
export async function readSegment(
  name: SegmentName,
  bytes: Bytes,
  journalKey: SealKey,
  findKey: FindKey,
): Promise<SegmentReading | 'newer' | 'foreign'> {
  const known = knownHeaders(name);
  const start = bytes.subarray(0, known[0]?.length);
  const { frames: raw, end } = cutFrames(bytes, start.length);
  const vouching = firstPrev(bytes);
  const { header, hash: headerHash } = await chooseHeader(known, start, vouching);
  const isAltered = !equalBytes(start, header.subarray(0, start.length));
  if (isAltered) {
    const isVouched = vouching !== undefined && equalBytes(vouching, await sha256(start));
    if (isVouched && isNewerHeader(start)) return 'newer';
    if ((isVouched || vouching === undefined) && isOfAnotherLocker(start, name.lockerId)) {
      return 'foreign';
    }
  }
  const opened = await mapInBatches(raw, (frame) => openWhole(frame, name, journalKey, findKey));

  const isHeaderTorn = start.length < header.length;
  const damage: FrameDamage[] = isAltered ? [{ frame: 0, at: 0, why: 'header' }] : [];
  const frames: ReadFrame[] = [];
  const seen = new Set<number>();
  let accepted = { length: header.length, head: headerHash };
  if (isHeaderTorn) accepted = { length: 0, head: '00'.repeat(hashBytes) };
  const heads = new Map([[accepted.length, accepted.head]]);
  let earlier: readonly AcceptedSegment[] = [];
  let expected: Expected = { prev: headerHash, index: 0, closed: false };

  for (const [number, { raw: frame, hash, outer, parts }] of opened.entries()) {
    const why = judge({ raw: frame, hash, outer, parts }, expected);
    const isNews = why !== undefined && damage.at(-1)?.why !== why;
    if (isNews) damage.push({ frame: number, at: frame.from, why });
    heads.set(frame.to, hash);
    if (damage.length === 0) accepted = { length: frame.to, head: hash };
    const prev = why === 'altered' ? undefined : hash; // nothing can follow from a frame that was altered
    expected = { ...expected, prev, index: expected.index + (outer === undefined ? 1 : 0) };
    if (outer === undefined || seen.has(outer.index)) continue;
    seen.add(outer.index);
    const closed = expected.closed || outer.kind === 'closed';
    expected = { prev, index: Math.max(expected.index, outer.index + 1), closed };
    if (outer.kind === 'opened') earlier = outer.earlier;
    const { at, clock, seq } = outer;
    frames.push({ to: frame.to, at, clock, seq, parts });
  }
  const { closed } = expected;
  const torn = end === 'torn' || isHeaderTorn;
  const rest = { frame: raw.length, at: raw.at(-1)?.to ?? header.length };
  if (end === 'length') damage.push({ ...rest, why: 'length' });
  if (torn && closed) damage.push({ ...rest, why: 'after-closing' });
  return { ...name, frames, accepted, heads, earlier, closed, torn, damage };
}

/** The header a segment was begun with: the one its first frame vouches for, else the one that stands there. */
async function chooseHeader(
  known: readonly Bytes[],
  start: Bytes,
  vouching: Bytes | undefined,
): Promise<{ header: Bytes; hash: string }> {
  const hashed = await Promise.all(
    known.map(async (header) => ({ header, hash: toHex(await sha256(header)) })),
  );
  const vouched = vouching && hashed.find(({ hash }) => hash === toHex(vouching));
  const standing = hashed.find(({ header }) => equalBytes(start, header.subarray(0, start.length)));
  const [newest] = hashed;
  const chosen = vouched ?? standing ?? newest;
  if (chosen === undefined) throw new Error('no format is known');
  return chosen;
}

interface Expected {
  /** Undefined where nobody can say. */
  readonly prev: string | undefined;
  readonly index: number;
  readonly closed: boolean;
}

function judge({ raw, outer, parts }: OpenedFrame, expected: Expected): SegmentDamage | undefined {
  const prev = toHex(raw.prev);
  const holds = (what: ReadPart['held']) => parts.some(({ held }) => held === what);
  if (outer === undefined || holds('altered')) return 'altered';
  if (expected.prev !== undefined && prev !== expected.prev) return 'chain';
  if (outer.index !== expected.index || (outer.kind === 'opened') !== (outer.index === 0)) {
    return 'misplaced';
  }
  if (expected.closed) return 'after-closing';
  if (holds('unreadable')) return 'unreadable';
  if (outer.kind !== 'closed') return undefined;
  return outer.frames === outer.index + 1 && outer.head === prev ? undefined : 'misplaced';
}

async function openWhole(
  raw: RawFrame,
  name: SegmentName,
  journalKey: SealKey,
  findKey: FindKey,
): Promise<OpenedFrame> {
  const [hash, outer] = await Promise.all([
    sha256Hex(raw.bytes),
    openFrame(journalKey, name, raw.outer),
  ]);
  if (outer?.kind !== 'acts') return { raw, hash, outer, parts: [] };
  const parts = outer.parts.map(async ({ key, sealed }, part) => {
    const found = findKey(key);
    if (found === undefined) return { key, held: 'key-missing' as const };
    return { key, held: await openPart(found, [name, outer.index, part], sealed) };
  });
  return { raw, hash, outer, parts: await Promise.all(parts) };
}
