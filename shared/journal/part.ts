// The inner layer of a frame: the changes of one subject, sealed under that subject's key.
import { fromUtf8, utf8, type Bytes } from '../bytes.ts';
import { openMessage, sealMessage, type SealKey } from '../crypto/cobblestone.ts';
import { contextOf } from '../crypto/locker-keys.ts';
import { isObject, parseJson } from '../shape.ts';
import type { Change, Subject } from './change.ts';
import type { SegmentName } from './frame.ts';
import { isSubject, parseChange } from './parse-change.ts';

/** Where a part stands: it opens there and nowhere else. */
interface Place {
  readonly segment: SegmentName;
  readonly frame: number;
  readonly part: number;
}

export function sealPart(key: SealKey, place: Place, changes: readonly Change[]): Promise<Bytes> {
  const subject = changes[0]?.subject;
  const stored = changes.map((change) => ({ ...change, subject: undefined, device: undefined })); // told by part and segment
  const plain = utf8(JSON.stringify({ subject, changes: stored }));
  return sealMessage(key, contextAt(place), plain);
}

/** The changes, `altered` where the seal does not open, `unreadable` where what it held is no list of changes. */
export async function openPart(
  key: SealKey,
  place: Place,
  sealed: Bytes,
): Promise<{ subject: Subject; changes: readonly Change[] } | 'altered' | 'unreadable'> {
  const plain = await openMessage(key, contextAt(place), sealed);
  if (plain === undefined) return 'altered';
  const held = parseJson(fromUtf8(plain) ?? '');
  if (!isObject(held) || !isSubject(held['subject']) || !Array.isArray(held['changes'])) {
    return 'unreadable';
  }
  const { subject } = held;
  const { device } = place.segment;
  const changes = held['changes'].map((change) => parseChange(change, device, subject));
  return changes.includes(undefined)
    ? 'unreadable'
    : { subject, changes: changes.filter((change) => change !== undefined) };
}

function contextAt({ segment, frame, part }: Place): string {
  return contextOf('part', segment.lockerId, `${segment.run}-${String(frame)}-${String(part)}`);
}
