// A journal written anew under other keys: for every device its changes in order, in segments that are closed.
import { concat, toHex, type Bytes } from '../bytes.ts';
import { sha256 } from '../crypto/digest.ts';
import type { LockerKeys } from '../crypto/locker-keys.ts';
import { randomId, type DeviceId } from '../evidence/ids.ts';
import type { Change, Subject } from '../journal/change.ts';
import { sealFrame, segmentHeader, type Outer, type Part } from '../journal/frame.ts';
import { sealPart } from '../journal/part.ts';
import { ok, type Result } from '../result.ts';
import { segmentFile, type LockerFolder } from './folder.ts';
import type { NamedKey } from './key-ring.ts';

const mostFrameUnits = 1024 * 1024;
const mostFrameChanges = 256;
const mostSegmentUnits = 8 * 1024 * 1024;

export interface RenewedJournal {
  readonly folder: LockerFolder;
  readonly keys: LockerKeys;
  readonly keyOf: (subject: Subject) => Result<NamedKey>;
}

/** `changes`: in the total order. */
export async function writeJournal(
  journal: RenewedJournal,
  changes: readonly Change[],
): Promise<Result<null>> {
  for (const [device, own] of Map.groupBy(changes, (change) => change.device)) {
    for (const segment of cut(own, mostSegmentUnits, Number.MAX_SAFE_INTEGER)) {
      const written = await writeSegment(journal, device, segment);
      if (!written.ok) return written;
    }
  }
  return ok(null);
}

/** One append: the segment is there whole or, torn, is written again by whoever goes on. */
async function writeSegment(
  { folder, keys, keyOf }: RenewedJournal,
  device: DeviceId,
  changes: readonly Change[],
): Promise<Result<null>> {
  const name = { lockerId: keys.lockerId, device, run: randomId() };
  const header = segmentHeader(name);
  const pieces: Bytes[] = [header];
  let prev = await sha256(header);
  let index = 0;
  let position = { clock: 0, seq: 0, at: changes[0]?.at ?? 0 };
  const push = async (outer: Outer): Promise<void> => {
    const frame = await sealFrame(keys.journal, name, prev, outer);
    pieces.push(frame);
    prev = await sha256(frame);
    index++;
  };
  await push({ kind: 'opened', index, ...position, earlier: [] });
  for (const group of cut(changes, mostFrameUnits, mostFrameChanges)) {
    const parts: Part[] = [];
    for (const [subject, own] of Map.groupBy(group, (change) => change.subject)) {
      const key = keyOf(subject);
      if (!key.ok) return key;
      const sealed = await sealPart(key.value.key, [name, index, parts.length], own);
      parts.push({ key: key.value.name, sealed });
    }
    position = {
      clock: group.reduce((most, { clock }) => Math.max(most, clock), position.clock),
      seq: group.reduce((most, { seq }) => Math.max(most, seq), position.seq),
      at: group.at(-1)?.at ?? position.at,
    };
    await push({ kind: 'acts', index, ...position, parts });
  }
  await push({ kind: 'closed', index, ...position, frames: index + 1, head: toHex(prev) });
  return folder.append(segmentFile(device, name.run), concat(...pieces), []);
}

/** Runs of changes, none empty, each of at most so many UTF-16 units of JSON unless one change alone is more. */
function cut(changes: readonly Change[], mostUnits: number, mostChanges: number): Change[][] {
  const groups: Change[][] = [];
  let units = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    const { length } = JSON.stringify(change);
    const group = groups.at(-1);
    if (group === undefined || units + length > mostUnits || group.length >= mostChanges) {
      groups.push([change]);
      units = length;
    } else {
      group.push(change);
      units += length;
    }
  }
  return groups;
}
