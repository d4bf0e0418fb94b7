// The changes of an open locker while acts come, a purge among them.
import { expect, test } from 'vitest';
import { randomId, type SourceId } from '../../../../shared/evidence/ids.ts';
import type { Act } from '../../../../shared/journal/change.ts';
import { LiveLibrary } from '../../../../shared/locker/live-library.ts';
import { changes } from '../../../support/numbered-changes.ts';
import { markAct } from '../../../support/small-locker.ts';

const nothing = { sources: new Map(), keys: new Set<string>(), files: new Set<never>() };
const doomed: SourceId = randomId();
const kept: SourceId = randomId();
const purge: Act = {
  subject: 'library',
  kind: 'purged',
  payload: { source: doomed, subjects: [], keys: ['pool-1'], files: [] },
};

test('a purge is known from then on, takes what was there with it, and nothing more comes of its source', () => {
  const [first, second, told, late, other] = changes(
    ...[markAct(doomed, 'a'), markAct(kept, 'b'), purge, markAct(doomed, 'c'), markAct(kept, 'd')],
  );
  if (!first || !second || !told || !late || !other) throw new Error('five changes');
  const library = new LiveLibrary([second, first], nothing);
  const before = library.changes;
  expect(before).toEqual([first, second]);
  library.add([told]);
  expect(library.changes).toEqual([second, told]);
  expect(Array.from(library.purged.sources.keys())).toEqual([doomed]);
  expect(library.purged.keys).toEqual(new Set(['pool-1']));
  library.add([late, other]);
  expect(library.changes).toEqual([second, told, other]);
  expect(before).toEqual([first, second]);
});
