// What is said of a run whose frames were sealed with the key, and do not make a run.
import { beforeAll, expect, test } from 'vitest';
import { concat, toHex, type Bytes } from '../../../../shared/bytes.ts';
import { sha256 } from '../../../../shared/crypto/digest.ts';
import { importSealKey, type SealKey } from '../../../../shared/crypto/seal-key.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import {
  hashBytes,
  sealFrame,
  segmentHeader,
  type AcceptedSegment,
  type Outer,
  type SegmentName,
} from '../../../../shared/journal/frame.ts';
import { sealPart } from '../../../../shared/journal/part.ts';
import { readSegment, type SegmentReading } from '../../../../shared/journal/segment.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { noteAct } from '../../../support/small-locker.ts';

const name: SegmentName = { lockerId: randomId(), device: randomId(), run: randomId() };
const keyName = `${randomId()}-0`;
const earlier: readonly AcceptedSegment[] = [
  {
    ...{ device: randomId(), run: randomId() },
    ...{ length: 9, head: 'cd'.repeat(32), abandoned: true },
  },
];
const header = segmentHeader(name);
const at = (index: number) => ({ index, clock: index, seq: index, at: index });
let journalKey: SealKey;
let partKey: SealKey;

beforeAll(async () => {
  journalKey = await importSealKey(new Uint8Array(32).fill(7));
  partKey = await importSealKey(new Uint8Array(32).fill(8));
});

/** A frame by what the head of the frame before it is. */
type Frame = (head: string) => Outer;
const opened = (index = 0): Frame => {
  return () => ({ kind: 'opened', ...at(index), earlier });
};
const acts = (index: number, sealed?: Bytes): Frame => {
  const parts = sealed === undefined ? [] : [{ key: keyName, sealed }];
  return () => ({ kind: 'acts', ...at(index), parts });
};
const closed = (index: number, frames = index + 1, head?: string): Frame => {
  return (before) => ({ kind: 'closed', ...at(index), frames, head: head ?? before });
};

async function sealed(...frames: readonly Frame[]): Promise<Bytes[]> {
  const pieces: Bytes[] = [header];
  for (const frame of frames) {
    const prev = await sha256(pieces.at(-1) ?? header);
    pieces.push(await sealFrame(journalKey, name, prev, frame(toHex(prev))));
  }
  return pieces;
}

async function read(pieces: readonly Bytes[]): Promise<SegmentReading> {
  const findKey = (key: string) => (key === keyName ? partKey : undefined);
  const reading = await readSegment(name, concat(...pieces), journalKey, findKey);
  if (typeof reading === 'string') throw new Error(reading);
  return reading;
}

const damageOf = ({ damage }: SegmentReading) => damage.map(({ frame, why }) => [frame, why]);
const judged = async (...frames: readonly Frame[]) => damageOf(await read(await sealed(...frames)));
const flipped = (bytes: Bytes, index: number): Bytes => bytes.with(index, (bytes[index] ?? 0) ^ 1);

test('a whole run is read: its acts, what it says of earlier ones, and that it was closed', async () => {
  const pieces = await sealed(opened(), acts(1), closed(2));
  const reading = await read(pieces);
  expect(damageOf(reading)).toEqual([]);
  expect(reading).toMatchObject({ earlier, closed: true, torn: false });
  expect(reading.frames.map(({ seq }) => seq)).toEqual([0, 1, 2]);
  const head = toHex(await sha256(there(pieces, -1)));
  expect(reading.accepted).toEqual({ length: concat(...pieces).length, head });
  expect(reading.heads.size).toBe(4);
  expect((await read(pieces.slice(0, -1))).closed).toBe(false);
});

test('a run begins with the frame that opens it, and has no second one', async () => {
  expect(await judged(acts(0), acts(1))).toEqual([[0, 'misplaced']]);
  expect(await judged(opened(), opened(1), acts(2))).toEqual([[1, 'misplaced']]);
});

test('a frame left out, repeated or moved is misplaced, and nothing is read twice', async () => {
  expect(await judged(opened(), acts(2), acts(3))).toEqual([[1, 'misplaced']]);
  const repeated = await read(await sealed(opened(), acts(1), acts(1), acts(2)));
  expect(damageOf(repeated)).toEqual([[2, 'misplaced']]);
  expect(repeated.frames.map(({ seq }) => seq)).toEqual([0, 1, 2]);
  expect(await judged(opened(), acts(2), acts(1))).toEqual([[1, 'misplaced']]);
});

test('a closing frame that counts otherwise, or ends another frame, is misplaced', async () => {
  expect(await judged(opened(), acts(1), closed(2, 2))).toEqual([[2, 'misplaced']]);
  expect(await judged(opened(), acts(1), closed(2, 4))).toEqual([[2, 'misplaced']]);
  expect(await judged(opened(), acts(1), closed(2, 3, 'ab'.repeat(32)))).toEqual([
    [2, 'misplaced'],
  ]);
});

test('whatever follows the closing frame is named, and the run stays closed', async () => {
  const pieces = await sealed(opened(), closed(1), acts(2), acts(3));
  expect(damageOf(await read(pieces))).toEqual([[2, 'after-closing']]);
  expect((await read(pieces)).closed).toBe(true);
  const torn = await read([...pieces.slice(0, 3), new Uint8Array(20)]);
  expect(damageOf(torn)).toEqual([[2, 'after-closing']]);
  const open = await read([...pieces.slice(0, 2), new Uint8Array(20)]);
  expect([damageOf(open), open.torn, open.closed]).toEqual([[], true, false]);
});

test('a frame that follows from another is named once, and what is accepted ends before it', async () => {
  const pieces = await sealed(opened(), acts(1), acts(2));
  const elsewhere = await sealFrame(journalKey, name, new Uint8Array(hashBytes), acts(1)(''));
  const reading = await read(pieces.with(2, elsewhere));
  expect(damageOf(reading)).toEqual([[1, 'chain']]);
  expect(reading.accepted.length).toBe(header.length + there(pieces, 1).length);
});

test('an altered frame is named where it stands, the others are read, and a later damage of another kind is named, too', async () => {
  const pieces = await sealed(opened(), acts(1), acts(2), acts(3));
  const [altered, other] = [flipped(there(pieces, 2), 100), flipped(there(pieces, 3), 100)];
  const reading = await read(pieces.with(2, altered));
  expect(damageOf(reading)).toEqual([[1, 'altered']]);
  expect(reading.damage[0]?.at).toBe(header.length + there(pieces, 1).length);
  expect(reading.frames.map(({ seq }) => seq)).toEqual([0, 2, 3]);
  expect(damageOf(await read(pieces.with(2, altered).with(3, other)))).toEqual([[1, 'altered']]);
  expect(damageOf(await read(pieces.with(2, altered).with(4, there(pieces, 3))))).toEqual([
    [1, 'altered'],
    [3, 'chain'],
  ]);
});

test('a part is read at its place; at another it is altered, and no change at all is unreadable', async () => {
  const mark = randomId();
  const [noted] = changes(noteAct(randomId(), mark, 'seen'));
  if (noted === undefined) throw new Error('there is one');
  const part = await sealPart(partKey, [name, 1, 0], [noted]);
  const whole = await read(await sealed(opened(), acts(1, part)));
  expect(damageOf(whole)).toEqual([]);
  expect(whole.frames[1]?.parts[0]?.held).toMatchObject({
    changes: [{ kind: 'noted', payload: { text: 'seen' } }],
  });
  expect(await judged(opened(), acts(1), acts(2, part))).toEqual([[2, 'altered']]);
  const strange = [{ ...noted, kind: 'forgotten' } as never];
  const unreadable = await sealPart(partKey, [name, 1, 0], strange);
  expect(await judged(opened(), acts(1, unreadable), acts(2))).toEqual([[1, 'unreadable']]);
  const unknown = [{ ...noted, subject: 'elsewhere' } as never];
  expect(await judged(opened(), acts(1, await sealPart(partKey, [name, 1, 0], unknown)))).toEqual([
    [1, 'unreadable'],
  ]);
});

test('of a segment that ends within its header nothing is accepted', async () => {
  const reading = await read([header.subarray(0, 40)]);
  expect(reading).toMatchObject({
    ...{ damage: [], torn: true, closed: false, frames: [] },
    accepted: { length: 0, head: '00'.repeat(32) },
  });
});

function there(pieces: readonly Bytes[], index: number): Bytes {
  const piece = pieces.at(index);
  if (piece === undefined) throw new Error('it should be there');
  return piece;
}
