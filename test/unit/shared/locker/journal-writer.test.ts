// What goes into a frame and a segment, and what a new segment says of those before it.
import { beforeEach, expect, test } from 'vitest';
import type { Bytes } from '../../../../shared/bytes.ts';
import { deriveLockerKeys, type LockerKeys } from '../../../../shared/crypto/locker-keys.ts';
import { randomId, type MarkId, type SourceId } from '../../../../shared/evidence/ids.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import { mostFrameBytes, type AcceptedSegment } from '../../../../shared/journal/frame.ts';
import { readSegment, type SegmentReading } from '../../../../shared/journal/segment.ts';
import type { FolderName } from '../../../../shared/locker/folder.ts';
import { JournalWriter } from '../../../../shared/locker/journal-writer.ts';
import { KeyRing } from '../../../../shared/locker/key-ring.ts';
import { fail, ok } from '../../../../shared/result.ts';
import { memoryFolder, type MemoryFolder } from '../../../support/memory-folder.ts';
import {
  deviceA,
  deviceB,
  must,
  noteAct,
  testPerson,
  there,
} from '../../../support/small-locker.ts';

const lockerId = 'ab'.repeat(16);
const mostSegmentBytes = 32 * 1024 * 1024;
const mostGroupUnits = 2 * 1024 * 1024;
/** Of one note; an act may hold no more. */
const mostUnits = 100_000;
const source: SourceId = randomId();
const mark: MarkId = randomId();

let keys: LockerKeys;
let folder: MemoryFolder;
let ring: KeyRing;
let writer: JournalWriter;
/** Bytes of every append that reached the folder, by segment. */
let appended: { readonly name: FolderName; readonly bytes: number }[];
let isDiskFull: boolean;

beforeEach(async () => {
  keys = await deriveLockerKeys(new Uint8Array(32).fill(7), lockerId);
  newWriter();
});

function newWriter(earlier: readonly AcceptedSegment[] = []): void {
  folder = memoryFolder();
  ring = new KeyRing(folder, keys);
  appended = [];
  isDiskFull = false;
  const watched = {
    ...folder,
    append: async (name: FolderName, bytes: Bytes, acks: Parameters<typeof folder.append>[2]) => {
      if (isDiskFull) return fail('disk-full');
      appended.push({ name, bytes: bytes.length });
      return folder.append(name, bytes, acks);
    },
  };
  writer = new JournalWriter(
    { folder: watched, keys, ring, now: () => 1, withAckLines: false, onWritten: () => undefined },
    { device: deviceA, earlier, clock: 1_000, seq: 1_000 },
  );
}

/** Acts that are `units` long when they are written down. */
function actsOf(units: number): readonly Act[] {
  const empty = JSON.stringify(noteAct(source, mark, '')).length + 1; // and a comma, or the brackets
  const count = Math.ceil((units - 1) / (empty + mostUnits));
  const text = units - 1 - count * empty;
  return Array.from({ length: count }, (_, index) =>
    noteAct(source, mark, 'n'.repeat(Math.floor((text + index) / count))),
  );
}

const act = (acts: readonly Act[]) => writer.act(acts, testPerson.id);

const lengthSoFar = () => appended.reduce((sum, { bytes }) => sum + bytes, 0);

/** How many units make a third frame of so many bytes, whatever it takes to seal them. */
async function unitsOfThirdFrame(bytes: number): Promise<number> {
  for (let units = bytes - 100_000; ;) {
    newWriter();
    for (const few of [1_000, 1_000]) must(await act(actsOf(few)));
    const { ok: isTaken } = await act(actsOf(units));
    const length = isTaken ? there(appended[2]).bytes : bytes + 64;
    if (length === bytes) return units;
    units += bytes - length;
  }
}

async function readOf(name: FolderName | undefined): Promise<SegmentReading> {
  const [, device, run] = /journal\/(.*)\/(.*)\.seg/.exec(there(name)) ?? [];
  const id = { lockerId, device: deviceA, run: there(run) };
  expect(device).toBe(deviceA);
  const bytes = there(folder.files.get(there(name)));
  const reading = await readSegment(id, bytes, keys.journal, ring.find);
  if (typeof reading === 'string') throw new Error(reading);
  expect(reading.damage).toEqual([]);
  return reading;
}

test('acts that wait together are one frame up to 2 Mi units and two above', async () => {
  const [first, second] = [actsOf(mostGroupUnits / 2), actsOf(mostGroupUnits / 2)];
  expect(JSON.stringify(first)).toHaveLength(mostGroupUnits / 2);
  expect((await Promise.all([act(first), act(second)])).every((answer) => answer.ok)).toBe(true);
  expect(appended).toHaveLength(1);

  const third = actsOf(mostGroupUnits / 2 + 1);
  expect((await Promise.all([act(first), act(third)])).every((answer) => answer.ok)).toBe(true);
  expect(appended).toHaveLength(3);
});

test('acts of one piece of writing go together, however long', async () => {
  must(await act(actsOf(mostGroupUnits + 1)));
  expect(appended).toHaveLength(1);
});

test('no acts are written without a frame, and begin no segment', async () => {
  expect(await act([])).toEqual(ok([]));
  expect(appended).toEqual([]);
  expect(folder.files.size).toBe(0);
});

test('what no frame can hold is refused and leaves nothing, and the next act is written', async () => {
  expect(await act(actsOf(mostFrameBytes))).toEqual(fail('request-malformed'));
  expect(appended).toEqual([]);
  const written = must(await act(actsOf(1_000)));
  expect(written.map(({ seq }) => seq)).toEqual([1_001]);
});

test('a frame of 16 MiB is written and read back, one of a byte more is refused', async () => {
  const units = await unitsOfThirdFrame(mostFrameBytes);
  newWriter();
  for (const few of [1_000, 1_000]) must(await act(actsOf(few)));
  const written = must(await act(actsOf(units)));
  const { frames, torn } = await readOf(writer.segment);
  expect([frames.at(-1)?.seq, torn]).toEqual([written.at(-1)?.seq, false]);
  expect(await act(actsOf(units + 1))).toEqual(fail('request-malformed'));
});

test('a segment grows up to 32 MiB; the frame after that opens one that tells of it', async () => {
  const before = [actsOf(12_000_000), actsOf(15_000_000)];
  for (const acts of before) must(await act(acts));
  const units = await unitsOfThirdFrame(mostSegmentBytes - lengthSoFar());
  newWriter();
  for (const acts of [...before, actsOf(units)]) must(await act(acts));
  expect(folder.files.get(there(writer.segment))).toHaveLength(mostSegmentBytes);
  expect(new Set(appended.map(({ name }) => name)).size).toBe(1);

  newWriter();
  for (const acts of before) must(await act(acts));
  const first = there(writer.segment);
  must(await act(actsOf(units + 1)));
  expect(writer.segment).not.toBe(first);
  const closed = await readOf(first);
  expect([closed.closed, closed.torn]).toEqual([true, false]);
  const next = await readOf(writer.segment);
  const { device, run, accepted } = closed;
  expect(next.earlier).toEqual([{ device, run, ...accepted, abandoned: false }]);
});

test('after a failed append the next segment says how far the one before was told to be saved', async () => {
  must(await act(actsOf(1_000)));
  const first = await readOf(writer.segment);
  isDiskFull = true;
  expect(await act(actsOf(1_000))).toEqual(fail('disk-full'));
  expect(await act(actsOf(1_000))).toEqual(fail('disk-full')); // of a segment that was never there
  isDiskFull = false;
  must(await act(actsOf(1_000)));

  const { earlier } = await readOf(writer.segment);

  const { device, run, accepted } = first;
  expect(earlier).toEqual([
    { device, run, ...accepted, abandoned: true },
    { ...there(earlier[1]), device, length: 0, head: '00'.repeat(32), abandoned: true },
  ]);
});

test('a segment whose closing frame fails is abandoned where its acts end', async () => {
  must(await act(actsOf(1_000)));
  isDiskFull = true;
  expect(await writer.close()).toEqual(fail('disk-full'));
  expect(writer.segment).toBeUndefined();
});

test('after closing nothing is taken', async () => {
  must(await act(actsOf(1_000)));
  expect(await writer.close()).toEqual(ok(null));
  const count = appended.length;
  expect(await act(actsOf(1_000))).toEqual(fail('locker-closed'));
  expect(appended).toHaveLength(count);
});

test('what one segment has recorded of those before, the next one does not record again', async () => {
  const known = { device: deviceB, run: randomId(), length: 300, head: 'e'.repeat(64) };
  newWriter([{ ...known, abandoned: false }]);
  must(await act(actsOf(1_000)));
  const first = await readOf(writer.segment);
  expect(first.earlier).toEqual([{ ...known, abandoned: false }]);
  isDiskFull = true;
  expect(await act(actsOf(1_000))).toEqual(fail('disk-full'));
  isDiskFull = false;
  must(await act(actsOf(1_000)));
  const { earlier } = await readOf(writer.segment);
  expect(earlier.map(({ run }) => run)).toEqual([first.run]);
});
