// The journal of a locker with new keys: every change as it was, in segments that are closed, or none of a segment.
import { beforeEach, expect, test } from 'vitest';
import { deriveLockerKeys, type LockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import { importSealKey } from '../../../../shared/crypto/seal-key.ts';
import { randomId, type DeviceId, type SourceId } from '../../../../shared/evidence/ids.ts';
import type { Change, Subject } from '../../../../shared/journal/change.ts';
import { readSegment, type SegmentReading } from '../../../../shared/journal/segment.ts';
import type { LockerFolder } from '../../../../shared/locker/folder.ts';
import type { NamedKey } from '../../../../shared/locker/key-ring.ts';
import { writeJournal } from '../../../../shared/locker/renewed-journal.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { deviceA, deviceB, markAct, must, noteAct } from '../../../support/small-locker.ts';

const lockerId = 'a'.repeat(32);
const source: SourceId = randomId();
const other: SourceId = randomId();
let keys: LockerKeys;
let folder: MemoryFolder;
let ring: Map<Subject, NamedKey>;

beforeEach(async () => {
  keys = await deriveLockerKeys(new Uint8Array(32).fill(1), lockerId);
  folder = memoryFolder();
  ring = new Map();
  for (const { subject } of [markAct(source, 'a'), markAct(other, 'a')]) {
    const key = await importSealKey(new Uint8Array(32).fill(2 + ring.size));
    ring.set(subject, { name: `${'c'.repeat(32)}-${String(ring.size)}`, key });
  }
});

const marks = (count: number, of = source) =>
  Array.from({ length: count }, () => markAct(of, 'words'));
const note = (text: string) => noteAct(source, randomId(), text);

function write(wanted: readonly Change[], over: LockerFolder = folder): Promise<Result<null>> {
  const keyOf = (subject: Subject): Result<NamedKey> => {
    const key = ring.get(subject);
    return key === undefined ? fail('key-missing') : ok(key);
  };
  return writeJournal({ folder: over, keys, keyOf }, wanted);
}

/** What lies there, by the name it lies under; all of it opens, and is closed. */
async function segments(): Promise<readonly SegmentReading[]> {
  const find = (name: string) => Array.from(ring.values()).find((key) => key.name === name)?.key;
  const readings: SegmentReading[] = [];
  for (const [name, bytes] of folder.files) {
    const [, device, run = ''] = /^journal\/(\w+)\/(\w+)\.seg$/.exec(name) ?? [];
    const named = { lockerId, device: device as DeviceId, run };
    const reading = await readSegment(named, bytes, keys.journal, find);
    if (typeof reading === 'string') throw new Error(reading);
    expect(reading).toMatchObject({ ...named, closed: true, torn: false, damage: [], earlier: [] });
    readings.push(reading);
  }
  return readings;
}

/** The changes of each frame that holds any. */
function frames({ frames: all }: SegmentReading): readonly (readonly Change[])[] {
  const held = all.map(({ parts }) =>
    parts.flatMap((part) => (typeof part.held === 'string' ? [] : part.held.changes)),
  );
  return held.filter((each) => each.length > 0);
}

const sizes = (reading: SegmentReading) => frames(reading).map(({ length }) => length);

test('every device has its changes as they were, in one closed segment of its own', async () => {
  const wanted = changes(...marks(4)).map((change, index) =>
    index % 2 === 0 ? change : { ...change, device: deviceB },
  );
  must(await write(wanted));
  const [first, second, ...rest] = await segments();
  expect(rest).toEqual([]);
  expect([first, second].map((each) => each?.device)).toEqual([deviceA, deviceB]);
  const held = [first, second].map((each) => each && frames(each).flat());
  expect(held).toEqual([
    [wanted[0], wanted[2]],
    [wanted[1], wanted[3]],
  ]);
});

test('changes of one subject are sealed together, under its own key', async () => {
  must(await write(changes(...marks(1), ...marks(1, other), ...marks(1))));
  const [reading] = await segments();
  const parts = reading?.frames.flatMap((frame) => frame.parts) ?? [];
  const ofKey = parts.map(({ key, held }) => [
    key,
    typeof held === 'string' ? held : held.changes.map(({ seq }) => seq),
  ]);
  const [one, two] = Array.from(ring.values(), ({ name }) => name);
  expect(ofKey).toEqual([
    [one, [1, 3]],
    [two, [2]],
  ]);
});

test.each([
  [1, [1]],
  [256, [256]],
  [257, [256, 1]],
  [513, [256, 256, 1]],
])('%i changes are cut into frames of at most 256', async (count, expected) => {
  must(await write(changes(...marks(count))));
  const [reading] = await segments();
  expect(reading && sizes(reading)).toEqual(expected);
});

test('a frame says the highest number and clock in it, whatever their order, and goes on from the one before', async () => {
  const numbers = Array.from({ length: 256 }, (_, index) => index + 2).reverse();
  const wanted = changes(...marks(257)).map((change, index) => {
    const number = numbers[index] ?? 1;
    return { ...change, seq: number, clock: number * 10, at: number };
  });
  must(await write(wanted));
  const [reading] = await segments();
  const told = reading?.frames.map(({ seq, clock, at }) => [seq, clock, at]);
  expect(told).toEqual([
    [0, 0, 257], // opened
    [257, 2570, 2],
    [257, 2570, 1],
    [257, 2570, 1], // closed
  ]);
});

test('frames are cut before they get too long, and a change that is too long alone is alone', async () => {
  const half = note('n'.repeat(600_000));
  const long = note('"'.repeat(600_000)); // twice that as JSON
  must(await write(changes(...marks(1), half, half, long, ...marks(1))));
  const [reading] = await segments();
  expect(reading && sizes(reading)).toEqual([2, 1, 1, 1]);
});

test('a segment is written in one piece: what is torn of it is written again by whoever goes on', async () => {
  must(await write(changes(...marks(600))));
  expect(folder.appends).toBe(1);
});

test('a disk that takes no segment is told of as it is, and nothing more is tried', async () => {
  const wanted = changes(...marks(2)).map((change, index) =>
    index === 0 ? change : { ...change, device: deviceB },
  );
  const asked: string[] = [];
  const append = (name: string) => {
    asked.push(name);
    return Promise.resolve(fail('disk-full'));
  };
  expect(await write(wanted, { ...folder, append })).toEqual(fail('disk-full'));
  expect(asked).toHaveLength(1);
});

test('where a subject has no key nothing is written of its segment', async () => {
  expect(await write(changes(...marks(1), ...marks(1, randomId())))).toEqual(fail('key-missing'));
  expect(folder.files.size).toBe(0);
});

test('of no changes there is no segment', async () => {
  expect(await write([])).toEqual(ok(null));
  expect(folder.files.size).toBe(0);
});
