import { expect, test } from 'vitest';
import type { AnyId, SourceId } from '../../../../shared/evidence/ids.ts';
import type { Person } from '../../../../shared/evidence/person.ts';
import type { Act, Change } from '../../../../shared/journal/change.ts';
import { foldChanges } from '../../../../shared/library/fold.ts';
import { reverse } from '../../../../shared/library/undo.ts';
import { deviceA, importedAct, testPerson } from '../../../support/small-locker.ts';

const source = '5'.repeat(32) as SourceId;
const sealed = { file: '6'.repeat(32) as AnyId, sha256: '7'.repeat(64), sizeBytes: 3 };
const imported = importedAct(source, sealed, 'report.txt');
const removed: Act = {
  subject: `source/${source}`,
  kind: 'source-removed',
  payload: { source },
};
const restored: Act = { ...removed, kind: 'source-restored' };

function changes(...acts: readonly Act[]): Change[] {
  return acts.map((act, index) => {
    const seq = index + 1;
    const id = seq.toString(16).padStart(32, '0') as AnyId;
    return { ...act, id, device: deviceA, seq, clock: seq, at: seq, person: testPerson.id };
  });
}

test('a source that was removed is so until it is restored; one that is not known stays unknown', () => {
  const after = (...acts: readonly Act[]) => foldChanges(changes(...acts)).sources.get(source);
  expect(after(imported)?.removed).toBe(false);
  expect(after(imported, removed)?.removed).toBe(true);
  expect(after(imported, removed, restored)?.removed).toBe(false);
  expect(after(removed)).toBeUndefined();
});

test('a new name for a person is taken back to the one before, the first name is not', () => {
  const named = (person: Person): Act => ({
    subject: 'library',
    kind: 'person-named',
    payload: { person },
  });
  const [first, second] = changes(named(testPerson), named({ ...testPerson, name: 'R. I.' }));
  if (first === undefined || second === undefined) throw new Error('there are two');
  expect(reverse(first, foldChanges([]))).toEqual([]);
  expect(reverse(second, foldChanges([first]))).toMatchObject([named(testPerson)]);
});
