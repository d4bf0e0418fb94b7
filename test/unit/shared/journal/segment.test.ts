import { expect, test } from 'vitest';
import { concat, toHex, type Bytes } from '../../../../shared/bytes.ts';
import { sha256 } from '../../../../shared/crypto/digest.ts';
import { importSealKey, type SealKey } from '../../../../shared/crypto/seal-key.ts';
import { randomId } from '../../../../shared/evidence/ids.ts';
import { sealFrame, segmentHeader, type SegmentName } from '../../../../shared/journal/frame.ts';
import { readSegment, type SegmentReading } from '../../../../shared/journal/segment.ts';

const name: SegmentName = { lockerId: randomId(), device: randomId(), run: randomId() };

/** A closed run without acts, begun with the header of a format. */
async function closedRun(format: number): Promise<{ key: SealKey; bytes: Bytes }> {
  const key = await importSealKey(new Uint8Array(32).fill(7));
  const header = segmentHeader(name, format);
  const position = { clock: 0, seq: 0, at: 1 };
  const opened = await sealFrame(key, name, await sha256(header), {
    ...{ kind: 'opened', index: 0, earlier: [], ...position },
  });
  const prev = await sha256(opened);
  const closed = await sealFrame(key, name, prev, {
    ...{ kind: 'closed', index: 1, frames: 2, head: toHex(prev), ...position },
  });
  return { key, bytes: concat(header, opened, closed) };
}

async function read({ key, bytes }: { key: SealKey; bytes: Bytes }): Promise<SegmentReading> {
  const reading = await readSegment(name, bytes, key, () => undefined);
  if (typeof reading === 'string') throw new Error(reading);
  return reading;
}

test.each([1, 2, 3])('a segment of format %i is read', async (format) => {
  const run = await closedRun(format);
  const { closed, damage, accepted } = await read(run);
  expect({ closed, damage }).toEqual({ closed: true, damage: [] });
  expect(accepted.length).toBe(run.bytes.length);
});

test('a segment of format 5 is newer', async () => {
  const { key, bytes } = await closedRun(5);
  expect(await readSegment(name, bytes, key, () => undefined)).toBe('newer');
});

test.each([
  [1, 2],
  [2, 1],
  [1, 3],
  [2, 3],
  [3, 2],
  [3, 4],
  [4, 3],
  [4, 5],
])('format %i turned into %i is damage of the header, and the frames are read', async (was, is) => {
  const { key, bytes } = await closedRun(was);
  const { closed, damage } = await read({ key, bytes: bytes.with(17, is) });
  expect(damage).toEqual([{ frame: 0, at: 0, why: 'header' }]);
  expect(closed).toBe(true);
});

test.each([
  ['says another locker', 20],
  ['says a later format', 17],
])(
  'a header that %s is damage where frame 0 has another hash, even without its lengths',
  async (_what, at) => {
    const { key, bytes } = await closedRun(2);
    // Turned, not set: the locker's name is random and may hold any number there already. 2 turned so is 9.
    const turned = (place: number) => (bytes[place] ?? 0) ^ 0x0b;
    const altered = bytes.with(at, turned(at)).with(66, turned(66));
    const { damage } = await read({ key, bytes: altered });
    expect(damage.map(({ why }) => why)).toEqual(['header', 'length']);
  },
);

test('a header and the beginning of a frame is stray where it says another locker, not newer where it says a later format', async () => {
  const { key, bytes } = await closedRun(2);
  const torn = bytes.slice(0, 66 + 39);
  const foreign = torn.with(20, torn[20] === 9 ? 8 : 9);
  expect(await readSegment(name, foreign, key, () => undefined)).toBe('foreign');
  const { damage } = await read({ key, bytes: torn.with(17, 9) });
  expect(damage.map(({ why }) => why)).toEqual(['header']);
});

test('new segments are of format 4', () => {
  expect([...segmentHeader(name).subarray(16, 18)]).toEqual([0, 4]);
});
