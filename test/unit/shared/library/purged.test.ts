import { expect, test } from 'vitest';
import type { AnyId, PersonId, SourceId } from '../../../../shared/evidence/ids.ts';
import type { Act, Change } from '../../../../shared/journal/change.ts';
import { isPurged, purgedBy, sourceOf, withoutPurged } from '../../../../shared/library/purged.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { importedAct, markAct, testPerson } from '../../../support/small-locker.ts';

const [source, other] = ['5', '6'].map((digit) => digit.repeat(32) as SourceId) as [
  SourceId,
  SourceId,
];
const second = 'bb'.repeat(16) as PersonId;
const sealed = { file: '7'.repeat(32) as AnyId, sha256: '7'.repeat(64), sizeBytes: 3 };
const named: Act = {
  ...{ subject: 'library', kind: 'person-named', payload: { person: testPerson } },
};

const purgeOf = (of: SourceId, digit: string): Act => ({
  ...{ subject: 'library', kind: 'purged' },
  payload: {
    ...{ source: of, subjects: [`source/${of}`] },
    ...{ keys: [`${digit.repeat(32)}-0`], files: [digit.repeat(32) as AnyId] },
  },
});

test('what several purges name is held together, with whoever purged a source first', () => {
  const [first, again, third] = changes(
    purgeOf(source, 'a'),
    purgeOf(source, 'b'),
    purgeOf(other, 'c'),
  );
  if (first === undefined || again === undefined || third === undefined) throw new Error('three');
  const all: readonly Change[] = [
    first,
    { ...again, person: second },
    { ...third, person: second },
  ];
  const { sources, keys, files } = purgedBy(all);
  expect([...sources]).toEqual([
    [source, testPerson.id],
    [other, second],
  ]);
  expect([...files]).toEqual(['a', 'b', 'c'].map((digit) => digit.repeat(32)));
  expect([...keys]).toEqual(['a', 'b', 'c'].map((digit) => `${digit.repeat(32)}-0`));
});

test('a purged source’s own acts and those on its marks never count, before or after; all others do', () => {
  const acts = (of: SourceId) => [importedAct(of, sealed, 'report.txt'), markAct(of, 'words')];
  const all = changes(
    named,
    ...acts(source),
    ...acts(other),
    purgeOf(source, 'a'),
    ...acts(source),
  );
  const kept = withoutPurged(all).map(({ subject }) => subject);
  expect(kept).toEqual([
    ...['library', `source/${other}`],
    ...[`marks/${other}/${'0'.repeat(32)}`, 'library'],
  ]);
});

test('where nothing was purged, the changes are not even copied', () => {
  const all = changes(named, importedAct(source, sealed, 'report.txt'));
  expect(withoutPurged(all)).toBe(all);
});

test('a subject tells its source only where it has one', () => {
  const purged = { sources: new Map([[source, testPerson.id]]) };
  expect(sourceOf(`source/${source}`)).toBe(source);
  expect(sourceOf(`marks/${source}/${'0'.repeat(32) as AnyId}`)).toBe(source);
  for (const subject of ['library', `person/${source}`] as const) {
    expect(sourceOf(subject as never)).toBeUndefined();
    expect(isPurged(subject as never, purged)).toBe(false);
  }
  expect(isPurged(`source/${source}`, purged)).toBe(true);
  expect(isPurged(`source/${other}`, purged)).toBe(false);
});
