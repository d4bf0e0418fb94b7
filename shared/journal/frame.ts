// The bytes of a segment: a header in the clear, then frames `length u32 ‖ ~length u32 ‖ prev 32 ‖ outer`.
// The length stands there twice because one flipped bit of a single one reads as a torn end (docs/locker-format.md).
import { concat, fromHex, fromUtf8, toHex, u32, utf8, type Bytes } from '../bytes.ts';
import { openMessage, sealMessage } from '../crypto/cobblestone.ts';
import { contextOf } from '../crypto/locker-keys.ts';
import type { SealKey } from '../crypto/seal-key.ts';
import { isId, type DeviceId } from '../evidence/ids.ts';
import { hexText, integer, isBoolean, listOf, oneOf, parseJson, record } from '../shape.ts';

const magic = utf8('evidence-locker\n');
/** What new segments are written in, and what can be read: every format from 1 on. */
const journalFormat = 4;
const formats = [4, 3, 2, 1] as const;
export const mostFrameBytes = 16 * 1024 * 1024;
export const hashBytes = 32;
/** Of a segment's header in every format: magic, format, and the ids of locker, device and run. */
export const headerBytes = magic.length + 2 + 3 * 16;
const lengthBytes = 8;
const tagBytes = 16;

export interface SegmentName {
  readonly lockerId: string;
  readonly device: DeviceId;
  readonly run: string;
}

/** What a run accepted of an earlier segment: so many bytes, the last of their frames hashing to `head`. */
export interface AcceptedSegment {
  readonly device: DeviceId;
  readonly run: string;
  readonly length: number;
  readonly head: string;
  /** Said by the process that wrote it: an append failed, nothing after `length` was ever acknowledged. */
  readonly abandoned: boolean;
}

/** One subject's changes in a frame. `key` names the key: pool and place in it. */
export interface Part {
  readonly key: string;
  readonly sealed: Bytes;
}

interface Position {
  /** Counts the frames of a segment from 0. */
  readonly index: number;
  /** Lamport clock and the device's seq after this frame. */
  readonly clock: number;
  readonly seq: number;
  readonly at: number;
}

/** What the outer layer holds; nobody without the passphrase sees which parts belong together. */
export type Outer = Position &
  (
    | { readonly kind: 'opened'; readonly earlier: readonly AcceptedSegment[] }
    | { readonly kind: 'acts'; readonly parts: readonly Part[] }
    | { readonly kind: 'closed'; readonly frames: number; readonly head: string }
  );

export function segmentHeader(
  { lockerId, device, run }: SegmentName,
  format: number = journalFormat,
): Bytes {
  const bytes = Uint8Array.of(format >> 8, format & 255);
  return concat(magic, bytes, ...[lockerId, device, run].map((id) => fromHex(id) ?? magic));
}

/** The headers a segment of this name may have, the newest first. All are equally long. */
export function knownHeaders(name: SegmentName): readonly Bytes[] {
  return formats.map((format) => segmentHeader(name, format));
}

/** Which format a header says it is of; 0 where it is none. */
export function formatOf(header: Bytes): number {
  const [high = 0, low = 0] = header.subarray(magic.length);
  return magic.every((byte, index) => byte === header[index]) ? high * 256 + low : 0;
}

/** Whether a header of any format is of a segment of another locker. What is no header at all is damage. */
export function isOfAnotherLocker(header: Bytes, lockerId: string): boolean {
  const id = header.subarray(magic.length + 2, magic.length + 18);
  return formatOf(header) > 0 && id.length === 16 && toHex(id) !== lockerId;
}

/** Whether a header that is not ours is of a later format. */
export function isNewerHeader(header: Bytes): boolean {
  return formatOf(header) > journalFormat;
}

export interface RawFrame {
  /** Offset of its first byte, and of the byte after it. */
  readonly from: number;
  readonly to: number;
  readonly bytes: Bytes;
  readonly prev: Bytes;
  readonly outer: Bytes;
}

/** `torn`: the segment ends within a frame, or in zeros that a power loss left. `length`: the two lengths disagree. */
export type FrameEnd = 'whole' | 'torn' | 'length';

/** Cuts what follows the header into frames, without any key. */
export function cutFrames(segment: Bytes, from: number): { frames: RawFrame[]; end: FrameEnd } {
  const frames: RawFrame[] = [];
  const view = new DataView(segment.buffer, segment.byteOffset, segment.byteLength);
  for (let at = from; ;) {
    if (at === segment.length) return { frames, end: 'whole' };
    const left = segment.length - at;
    if (left < lengthBytes) return { frames, end: 'torn' };
    const length = view.getUint32(at);
    if ((length ^ view.getUint32(at + 4)) !== -1 || length < hashBytes || length > mostFrameBytes) {
      return { frames, end: isZero(segment.subarray(at)) ? 'torn' : 'length' };
    }
    if (left < lengthBytes + length) return { frames, end: 'torn' };
    // A power loss can leave the size of a file without its last bytes. No seal ends in a tag of zeros.
    const tag = at + lengthBytes + length - tagBytes;
    if (isZero(segment.subarray(tag))) return { frames, end: 'torn' };
    const bytes = segment.subarray(at, at + lengthBytes + length);
    const prev = bytes.subarray(lengthBytes, lengthBytes + hashBytes);
    const outer = bytes.subarray(lengthBytes + hashBytes);
    frames.push({ from: at, to: at + bytes.length, bytes, prev, outer });
    at += bytes.length;
  }
}

/**
 * The hash of the header that frame 0 was written under. It stands at a place of its own, whatever became of the frame's lengths;
 * undefined where the segment ends before.
 */
export function firstPrev(segment: Bytes): Bytes | undefined {
  const at = headerBytes + lengthBytes;
  return segment.length < at + hashBytes ? undefined : segment.subarray(at, at + hashBytes);
}

function isZero(bytes: Bytes): boolean {
  return bytes.every((byte) => byte === 0);
}

export async function sealFrame(
  key: SealKey,
  name: SegmentName,
  prev: Bytes,
  outer: Outer,
): Promise<Bytes> {
  const parts = outer.kind === 'acts' ? outer.parts : [];
  const listed = parts.map((part) => ({ key: part.key, bytes: part.sealed.length }));
  const meta = utf8(JSON.stringify(outer.kind === 'acts' ? { ...outer, parts: listed } : outer));
  const plain = concat(u32(meta.length), meta, ...parts.map((part) => part.sealed));
  const sealed = await sealMessage(key, contextOf('frame', name.lockerId, name.run), plain);
  const length = hashBytes + sealed.length;
  return concat(u32(length), u32(~length), prev, sealed);
}

export async function openFrame(
  key: SealKey,
  name: SegmentName,
  sealed: Bytes,
): Promise<Outer | undefined> {
  const plain = await openMessage(key, contextOf('frame', name.lockerId, name.run), sealed);
  if (plain === undefined || plain.length < 4) return undefined;
  const metaEnd = 4 + new DataView(plain.buffer).getUint32(0);
  const meta = parseJson(fromUtf8(plain.subarray(4, metaEnd)) ?? '');
  if (isOpened(meta) || isClosed(meta)) return meta;
  if (!isActs(meta)) return undefined;
  let at = metaEnd;
  const parts = meta.parts.map((part) => ({
    key: part.key,
    sealed: plain.subarray(at, (at += part.bytes)),
  }));
  return at === plain.length ? { ...meta, parts } : undefined;
}

const count = integer(0, Number.MAX_SAFE_INTEGER);
const position = { index: count, clock: count, seq: count, at: count };
const isOpened = record<Extract<Outer, { kind: 'opened' }>>({
  ...position,
  kind: oneOf('opened'),
  earlier: listOf(
    record<AcceptedSegment>({
      device: isId,
      run: isId,
      length: count,
      head: hexText(2 * hashBytes),
      abandoned: isBoolean,
    }),
    1_000_000,
  ),
});
const isClosed = record<Extract<Outer, { kind: 'closed' }>>({
  ...position,
  kind: oneOf('closed'),
  frames: count,
  head: hexText(2 * hashBytes),
});
/** `<pool>-<place in it>` */
export const isKeyName = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{32}-\d{1,5}$/.test(value);
const isActs = record<
  Position & { kind: 'acts'; parts: readonly { readonly key: string; readonly bytes: number }[] }
>({
  ...position,
  kind: oneOf('acts'),
  parts: listOf(record({ key: isKeyName, bytes: count }), 1_000_000),
});
