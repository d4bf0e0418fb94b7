// What a person is told of their locker when it has just been unlocked.
import { describe, expect, test } from 'vitest';
import { describeOpening } from '../../../../renderer/vault/open-report.ts';
import type { Source } from '../../../../shared/evidence/source.ts';
import { emptyLibrary, type LibraryState } from '../../../../shared/library/library-state.ts';
import { fileName, type FolderName } from '../../../../shared/locker/folder.ts';
import type { DamageReason, LockerReport } from '../../../../shared/locker/report.ts';
import { source } from '../../../support/quoted.ts';
import { testPerson, there } from '../../../support/small-locker.ts';

const nothing: LockerReport = {
  ...{ unclosed: [], torn: [], damage: [], missing: [], notArrived: [], stray: [] },
  ...{ unexplained: [], unpurged: [], foreign: 0, segments: 1, frames: 1, files: 2 },
};
const monitor = source(1, { title: 'Monitor' });
const original = fileName(monitor.original.file);
const text = fileName(there(monitor.working).file);
const { id, format, original: picture, details, ...more } = source(2, { title: 'Scan' });
const { importedAt, importedBy } = more;
const scan: Source = {
  ...{ id, format, original: picture, details, importedAt, importedBy },
  status: 'no-text',
};
const many = Array.from({ length: 22 }, (_, i) => source(10 + i, { title: `No. ${i}` }));
const state = stateOf(monitor, scan, ...many);

function stateOf(...sources: readonly Source[]): LibraryState {
  const held = sources.map((each) => [each.id, { ...each, removed: false }] as const);
  return { ...emptyLibrary, sources: new Map(held) };
}

function alarmsOf(report: Partial<LockerReport>): readonly string[] {
  const told = { report: { ...nothing, ...report }, state, rebuilt: false };
  return describeOpening(told, testPerson).alarms;
}

function missing(count: number): Partial<LockerReport> {
  return { missing: many.slice(0, count).map((each) => fileName(each.original.file)) };
}

describe('on unlocking', () => {
  test('a whole locker raises no alarm, and who opened it is told', () => {
    const told = describeOpening({ report: nothing, state, rebuilt: true }, testPerson);
    const quiet = { unclosed: [], alarms: [], notArrived: 0 };
    expect(told).toEqual({ person: testPerson, ...quiet, rebuilt: true });
  });

  test('a damaged file is told by the title of its source, and whether it is its text or its original', () => {
    const damage = (name: FolderName) => ({ damage: [{ name, why: 'content' as const }] });
    expect(alarmsOf(damage(original))).toEqual(['The original of “Monitor” is damaged.']);
    expect(alarmsOf(damage(text))).toEqual(['The text of “Monitor” is damaged.']);
    const ofScan = fileName(scan.original.file);
    expect(alarmsOf(damage(ofScan))).toEqual(['The original of “Scan” is damaged.']);
    const unknown = 'files/0123' as FolderName;
    expect(alarmsOf(damage(unknown))).toEqual(['A part of the locker is damaged.']);
  });

  test('a missing file likewise', () => {
    expect(alarmsOf({ missing: [original, text] })).toEqual([
      'The original of “Monitor” is missing.',
      'The text of “Monitor” is missing.',
    ]);
  });

  test.each<readonly [DamageReason, RegExp]>([
    ['header', /journal is not what its name says/],
    ['length', /acts after the damage cannot be read/],
    ['chain', /does not follow/],
    ['altered', /was changed/],
    ['misplaced', /removed, repeated or moved/],
    ['unreadable', /cannot read/],
    ['after-closing', /after a session had closed/],
    ['slot', /passphrase may no longer open/],
    ['keys', /cannot be opened/],
    ['keys-copy', /nothing is lost/],
    ['epoch', /nothing is lost/],
    ['shortened', /shorter than it was/],
    ['rewritten', /exchanged for another/],
  ])('damage of the kind “%s” is told for what it is, once', (why, words) => {
    const name = 'journal/0123' as FolderName;
    const damage = [
      { name, why, frame: 1 },
      { name, why, frame: 2 },
    ];
    expect(alarmsOf({ damage })).toEqual([expect.stringMatching(words)]);
  });

  test('a slot that came back is told, a stray file of an import is not', () => {
    const stray = ['slots/1', 'slots/2', 'files/3'] as FolderName[];
    expect(alarmsOf({ stray })).toEqual([
      expect.stringMatching(/lay in the locker’s folder again/),
    ]);
  });

  test('twenty alarms are listed, and how many more there are is told', () => {
    const twenty = alarmsOf(missing(20));
    expect(twenty).toHaveLength(20);
    expect(twenty.at(-1)).toBe('The original of “No. 19” is missing.');
    const more = alarmsOf(missing(22));
    expect(more.slice(0, 20)).toEqual(twenty);
    expect(more.slice(20)).toEqual(['And 2 more.']);
  });

  test('sessions that did not end, and what has not arrived, are told beside the alarms', () => {
    const name = 'journal/0123' as FolderName;
    const report = {
      ...nothing,
      unclosed: [{ name, device: 'the laptop', lastAt: 5 }],
      notArrived: [text, original],
    };
    expect(describeOpening({ report, state, rebuilt: false }, testPerson)).toMatchObject({
      ...{ alarms: [], unclosed: [{ device: 'the laptop', lastAt: 5 }], notArrived: 2 },
    });
  });
});
