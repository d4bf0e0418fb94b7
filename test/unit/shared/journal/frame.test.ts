import { expect, test } from 'vitest';
import { concat, u32, utf8, type Bytes } from '../../../../shared/bytes.ts';
import { sealMessage } from '../../../../shared/crypto/cobblestone.ts';
import { contextOf } from '../../../../shared/crypto/locker-keys.ts';
import { importSealKey } from '../../../../shared/crypto/seal-key.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import {
  cutFrames,
  firstPrev,
  hashBytes,
  headerBytes,
  isNewerHeader,
  isOfAnotherLocker,
  mostFrameBytes,
  openFrame,
  sealFrame,
  segmentHeader,
  type Outer,
  type SegmentName,
} from '../../../../shared/journal/frame.ts';

const name: SegmentName = { lockerId: randomId(), device: randomId(), run: randomId() };
const position = { index: 3, clock: 4, seq: 5, at: 6 };

/** What `cutFrames` sees of a frame, whatever is in it. */
function rawFrame(lengthBytes: number): Bytes {
  return concat(u32(lengthBytes), u32(~lengthBytes), new Uint8Array(lengthBytes).fill(7));
}

function cut(...pieces: readonly Bytes[]): readonly [frames: number, end: string] {
  const { frames, end } = cutFrames(concat(...pieces), 0);
  return [frames.length, end];
}

test('a frame may have any length from its hash alone to 16 MiB, and no other', () => {
  expect(cut(rawFrame(hashBytes))).toEqual([1, 'whole']);
  expect(cut(rawFrame(hashBytes - 1))).toEqual([0, 'length']);
  expect(cut(rawFrame(mostFrameBytes))).toEqual([1, 'whole']);
  expect(cut(rawFrame(mostFrameBytes + 1))).toEqual([0, 'length']);
});

test('what is too short for two lengths is a torn end; two lengths that disagree are damage, zeros are torn', () => {
  const whole = rawFrame(100);
  const disagreeing = Uint8Array.of(0, 0, 0, 100, 255, 255, 255, 100);
  expect(cut(whole, disagreeing.subarray(0, 7))).toEqual([1, 'torn']);
  expect(cut(whole, disagreeing)).toEqual([1, 'length']);
  expect(cut(whole, new Uint8Array(8))).toEqual([1, 'torn']);
  expect(cut(whole, new Uint8Array(8), Uint8Array.of(1))).toEqual([1, 'length']);
  expect(cut(whole, whole.subarray(0, -1))).toEqual([1, 'torn']);
});

test('a frame that ends in zeros is torn where nothing follows it, and not where a byte does', () => {
  const zeroed = rawFrame(100).fill(0, -16);
  const almost = rawFrame(100).fill(0, -15);
  expect(cut(zeroed)).toEqual([0, 'torn']);
  expect(cut(almost)).toEqual([1, 'whole']);
  expect(cut(zeroed, rawFrame(100))).toEqual([2, 'whole']);
});

test('the hash that frame 0 vouches with is there from its last byte on', () => {
  const segment = new Uint8Array(headerBytes + 8 + hashBytes).fill(7);
  expect(firstPrev(segment)).toHaveLength(hashBytes);
  expect(firstPrev(segment.subarray(0, -1))).toBeUndefined();
});

test('a header tells another locker and a later format; what is no header tells neither', () => {
  const header = segmentHeader(name);
  const other = segmentHeader({ ...name, lockerId: randomId() }, 5);
  const tells = (bytes: Bytes) => [isOfAnotherLocker(bytes, name.lockerId), isNewerHeader(bytes)];
  expect(tells(header)).toEqual([false, false]);
  expect(tells(other)).toEqual([true, true]);
  expect(tells(other.with(0, 0))).toEqual([false, false]);
  expect(tells(segmentHeader(name, 0).with(20, 0).with(21, 0))).toEqual([false, false]);
  expect(tells(other.subarray(0, 33))).toEqual([false, true]);
});

const parts = [
  { key: `${randomId()}-0`, sealed: Uint8Array.of(1, 2, 3) },
  { key: `${randomId()}-1`, sealed: Uint8Array.of(4) },
];

test.each<Outer>([
  { kind: 'acts', ...position, parts },
  { kind: 'acts', ...position, parts: [] },
  { kind: 'closed', ...position, frames: 4, head: 'ab'.repeat(32) },
  {
    ...{ kind: 'opened', ...position },
    earlier: [
      {
        ...{ device: name.device, run: name.run },
        ...{ length: 9, head: 'cd'.repeat(32), abandoned: true },
      },
    ],
  },
])('a frame opens as what was sealed: %o', async (outer) => {
  const key = await importSealKey(new Uint8Array(32).fill(7));
  const frame = await sealFrame(key, name, new Uint8Array(hashBytes), outer);
  expect(await openFrame(key, name, frame.subarray(8 + hashBytes))).toEqual(outer);
});

test.each([
  ['fewer bytes than its parts take', -1],
  ['more bytes than its parts take', 1],
])('a frame that holds %s does not open', async (_what, difference) => {
  const key = await importSealKey(new Uint8Array(32).fill(7));
  const listed = [{ key: `${randomId()}-0`, bytes: 10 }];
  const meta = utf8(JSON.stringify({ kind: 'acts', ...position, parts: listed }));
  const sealed = (bytes: number): Promise<Bytes> => {
    const plain = concat(u32(meta.length), meta, new Uint8Array(bytes));
    return sealMessage(key, contextOf('frame', name.lockerId, name.run), plain);
  };
  expect(await openFrame(key, name, await sealed(10))).toMatchObject({ kind: 'acts' });
  expect(await openFrame(key, name, await sealed(10 + difference))).toBeUndefined();
});

test('what is sealed as a frame and too short to be one does not open', async () => {
  const key = await importSealKey(new Uint8Array(32).fill(7));
  for (const plain of [new Uint8Array(0), new Uint8Array(3), new Uint8Array(4)]) {
    const sealed = await sealMessage(key, contextOf('frame', name.lockerId, name.run), plain);
    expect(await openFrame(key, name, sealed)).toBeUndefined();
  }
});
