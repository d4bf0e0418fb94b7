// The inner layer of a frame: the changes of one subject, sealed under that subject's key.
import { fromUtf8, utf8, type Bytes } from '../bytes.ts';
import { openMessage, sealMessage } from '../crypto/cobblestone.ts';
import { contextOf } from '../crypto/locker-keys.ts';
import type { SealKey } from '../crypto/seal-key.ts';
import { isObject, parseJson } from '../shape.ts';
import type { Change, Subject } from './change.ts';
import type { SegmentName } from './frame.ts';
import { isSubject, parseChange } from './parse-change.ts';

/** Where a part stands: segment, number of the frame, place in it. It opens there and nowhere else. */
type Place = readonly [segment: SegmentName, frame: number, part: number];

export function sealPart(key: SealKey, place: Place, changes: readonly Change[]): Promise<Bytes> {
  const subject = changes[0]?.subject;
  const bare = { subject: undefined, device: undefined }; // told by the part and the segment
  const stored = changes.map((change) => ({ ...change, ...bare }));
  return sealMessage(key, contextAt(place), utf8(JSON.stringify({ subject, changes: stored })));
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
  if (!isObject(held)) return 'unreadable';
  const { subject, changes: stored } = held;
  if (!isSubject(subject) || !Array.isArray(stored)) return 'unreadable';
  const changes = stored.map((change) => parseChange(change, place[0].device, subject));
  const readable = changes.filter((change) => change !== undefined);
  return readable.length === changes.length ? { subject, changes: readable } : 'unreadable';
}

function contextAt([{ lockerId, run }, frame, part]: Place): string {
  return contextOf('part', lockerId, `${run}-${String(frame)}-${String(part)}`);
}
