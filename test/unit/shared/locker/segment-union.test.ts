// What the segments of all devices say together: what is gone, what has not come yet, what was cut short or written anew, and
// which sessions nobody closed.
import { describe, expect, test } from 'vitest';
import type { DeviceId } from '../../../../shared/evidence/ids.ts';
import type { Change } from '../../../../shared/journal/change.ts';
import type { AcceptedSegment } from '../../../../shared/journal/frame.ts';
import type { ReadFrame, SegmentReading } from '../../../../shared/journal/segment.ts';
import { segmentFile } from '../../../../shared/locker/folder.ts';
import {
  lastClock,
  missingKeysOf,
  uniteSegments,
} from '../../../../shared/locker/segment-union.ts';
import { deviceA, deviceB } from '../../../support/small-locker.ts';

const deviceC = 'd0000000000000000000000000000003' as DeviceId;
const [runA, runB, runC] = ['a', 'b', 'c'].map((digit) => digit.repeat(32)) as [
  string,
  string,
  string,
];
const headerBytes = 100;
const headAt = (length: number): string => String(length).padStart(64, '0');

interface Given extends Partial<SegmentReading> {
  /** Where its frames end. */
  readonly ends?: readonly number[];
}

/** A run whose frames end at these offsets, unharmed and left open unless told otherwise. */
function reading(
  device: DeviceId,
  run: string,
  { ends = [200, 300], ...given }: Given = {},
): SegmentReading {
  const last = ends.at(-1) ?? headerBytes;
  return {
    ...{ lockerId: '', device, run, earlier: [], closed: false, torn: false, damage: [] },
    frames: ends.map(frameAt),
    accepted: { length: last, head: headAt(last) },
    heads: new Map([headerBytes, ...ends].map((end) => [end, headAt(end)])),
    ...given,
  };
}

/** With one change that names where the frame ends. */
function frameAt(to: number): ReadFrame {
  const changes = [{ subject: String(to) }] as unknown as readonly Change[];
  const held = { subject: 'library', changes } as ReadFrame['parts'][number]['held'];
  return { to, at: to * 10, clock: to, seq: to, parts: [{ key: 'k', held }] };
}

function entry(
  device: DeviceId,
  run: string,
  length: number,
  given: Partial<AcceptedSegment> = {},
): AcceptedSegment {
  return { device, run, length, head: headAt(length), abandoned: false, ...given };
}

/** A run of a device that recorded these. */
function recorder(device: DeviceId, ...earlier: readonly AcceptedSegment[]): SegmentReading {
  return reading(device, `${device.slice(-1)}f`.repeat(16), { earlier, closed: true, ends: [] });
}

const united = (...readings: readonly SegmentReading[]) => uniteSegments(readings, deviceA);
const nameA = segmentFile(deviceA, runA);
const nameB = segmentFile(deviceB, runB);

describe('a run that was recorded and is not here', () => {
  test('is missing where this device had seen it, its own or another’s', () => {
    const { missing, notArrived } = united(
      recorder(deviceA, entry(deviceA, runA, 300), entry(deviceB, runB, 300)),
      recorder(deviceB, entry(deviceB, runB, 300)),
    );
    expect(missing).toEqual([nameA, nameB]);
    expect(notArrived).toEqual([]);
  });

  test('has not arrived where only others had seen it', () => {
    const { missing, notArrived } = united(recorder(deviceB, entry(deviceC, runC, 300)));
    expect(missing).toEqual([]);
    expect(notArrived).toEqual([segmentFile(deviceC, runC)]);
  });

  test('is nothing to tell of where none of it had ever been whole', () => {
    const { missing, notArrived } = united(recorder(deviceA, entry(deviceB, runB, 0)));
    expect([...missing, ...notArrived]).toEqual([]);
  });
});

describe('a run that is shorter than recorded', () => {
  test.each([
    ['of this device', deviceA, deviceB],
    ['of another, which this device had seen longer', deviceB, deviceA],
  ])('is damaged: one %s', (_whose, owner, by) => {
    const { damage, notArrived } = united(
      reading(owner, runB),
      recorder(by, entry(owner, runB, 400)),
    );
    expect(damage).toEqual([{ name: segmentFile(owner, runB), why: 'shortened' }]);
    expect(notArrived).toEqual([]);
  });

  test('has not wholly arrived where it is another’s and this device never saw more', () => {
    const { damage, notArrived, changes } = united(
      reading(deviceB, runB),
      recorder(deviceC, entry(deviceB, runB, 400)),
    );
    expect(damage).toEqual([]);
    expect(notArrived).toEqual([nameB]);
    expect(changes).toHaveLength(2);
  });

  test('is not, where it is exactly as long or longer', () => {
    const { damage, notArrived } = united(
      reading(deviceA, runA),
      recorder(deviceA, entry(deviceA, runA, 300), entry(deviceA, runA, 200)),
    );
    expect(damage).toEqual([]);
    expect(notArrived).toEqual([]);
  });
});

describe('a run with other bytes than recorded', () => {
  const other = { head: 'ee'.repeat(32) };

  test('is rewritten', () => {
    const { damage } = united(
      reading(deviceA, runA),
      recorder(deviceB, entry(deviceA, runA, 200, other)),
    );
    expect(damage).toEqual([{ name: nameA, why: 'rewritten' }]);
  });

  test('is named once: by what is damaged in it, or by what it lacks', () => {
    const damaged = reading(deviceA, runA, { damage: [{ frame: 1, at: 200, why: 'altered' }] });
    expect(united(damaged, recorder(deviceB, entry(deviceA, runA, 200, other))).damage).toEqual([
      { name: nameA, frame: 1, why: 'altered' },
    ]);
    const short = recorder(
      deviceA,
      entry(deviceA, runA, 200, other),
      entry(deviceA, runA, 400, other),
    );
    expect(united(reading(deviceA, runA), short).damage).toEqual([
      { name: nameA, why: 'shortened' },
    ]);
  });

  test('nothing was recorded of one that had no whole frame', () => {
    const none = recorder(deviceA, entry(deviceA, runA, 0, other));
    expect(united(reading(deviceA, runA), none).damage).toEqual([]);
  });
});

describe('a run that its own device gave up at a length', () => {
  const torn = reading(deviceA, runA, {
    ends: [200, 300, 400],
    torn: true,
    damage: [
      { frame: 0, at: 100, why: 'altered' },
      { frame: 2, at: 300, why: 'chain' },
    ],
  });
  const givenUp = entry(deviceA, runA, 300, { abandoned: true });

  test('ends there for all readers: what lies behind counts for nothing, as act or as damage', () => {
    const told = united(torn, recorder(deviceA, givenUp));
    expect(told.changes.map(({ subject }) => subject)).toEqual(['200', '300']);
    expect(told.damage).toEqual([{ name: nameA, frame: 0, why: 'altered' }]);
    expect(told.torn).toEqual([]);
    expect(told.unclosed).toEqual([]);
    expect(told.unrecorded.map(({ run }) => run)).not.toContain(runA);
  });

  test('does not end there because another device says so', () => {
    const told = united(torn, recorder(deviceB, givenUp));
    expect(told.changes).toHaveLength(3);
    expect(told.damage).toHaveLength(2);
    expect(told.torn).toEqual([nameA]);
  });

  test('does not end where it was only recorded', () => {
    const told = united(torn, recorder(deviceA, entry(deviceA, runA, 300)));
    expect(told.changes).toHaveLength(3);
    expect(told.torn).toEqual([nameA]);
  });
});

describe('a session that nobody closed', () => {
  test('is told of with its last moment, and is to be recorded as far as it is whole', () => {
    const { unclosed, unrecorded } = united(reading(deviceA, runA), reading(deviceB, runB));
    expect(unclosed).toEqual([
      { name: nameA, device: deviceA, lastAt: 3000 },
      { name: nameB, device: deviceB, lastAt: 3000 },
    ]);
    expect(unrecorded).toEqual([entry(deviceA, runA, 300), entry(deviceB, runB, 300)]);
  });

  test('is not told of again once this device, or the one that wrote it, has recorded it as it is', () => {
    for (const by of [deviceA, deviceB]) {
      const told = united(reading(deviceB, runB), recorder(by, entry(deviceB, runB, 300)));
      expect(told.unclosed).toEqual([]);
      expect(told.unrecorded.map(({ run }) => run)).not.toContain(runB);
    }
  });

  test('is told of where only a third device recorded it, or where it went on since', () => {
    for (const known of [
      recorder(deviceC, entry(deviceB, runB, 300)),
      recorder(deviceA, entry(deviceB, runB, 200)),
    ]) {
      const told = united(reading(deviceB, runB), known);
      expect(told.unclosed.map(({ name }) => name)).toEqual([nameB]);
      expect(told.unrecorded).toContainEqual(entry(deviceB, runB, 300));
    }
  });

  test('one that was closed is only to be recorded', () => {
    const told = united(reading(deviceA, runA, { closed: true }));
    expect(told.unclosed).toEqual([]);
    expect(told.unrecorded).toEqual([entry(deviceA, runA, 300)]);
  });

  test('one without a frame has no last moment', () => {
    expect(united(reading(deviceA, runA, { ends: [] })).unclosed).toEqual([
      { name: nameA, device: deviceA, lastAt: 0 },
    ]);
  });
});

test('the clock is the latest of all devices, wherever in a run it stands', () => {
  const back = reading(deviceB, runB, { ends: [200, 900, 300] });
  expect(lastClock(back)).toBe(900);
  expect(united(reading(deviceA, runA), back, reading(deviceC, runC)).clock).toBe(900);
  expect(united().clock).toBe(0);
});

test('keys that no pool holds are named; parts that were purged have none to miss', () => {
  const [frame] = reading(deviceA, runA).frames;
  const parts = [
    { key: 'one', held: 'key-missing' as const },
    { key: 'two', held: 'purged' as const },
    ...(frame?.parts ?? []),
  ];
  const frames = [{ to: 200, at: 1, clock: 1, seq: 1, parts }];
  const holed = reading(deviceA, runA, { frames });
  expect(missingKeysOf(holed)).toEqual(['one']);
  expect(united(holed).changes.map(({ subject }) => subject)).toEqual(['200']);
});
