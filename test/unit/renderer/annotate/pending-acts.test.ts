import { expect, test } from 'vitest';
import { noteAct, recolourAct, removeAct } from '../../../../renderer/annotate/mark-acts.ts';
import { applyPending } from '../../../../renderer/annotate/pending-acts.ts';
import { markedAct } from '../../../../renderer/highlight/new-mark.ts';
import { seedOf } from '../../../support/marks.ts';
import { testPerson } from '../../../support/memory-vault.ts';

const saved = [seedOf({ start: 50 }), seedOf({ start: 10 })];
const apply = (...acts: Parameters<typeof applyPending>[1]) =>
  applyPending(saved, acts, testPerson.id);

test('marks stand in the order of the document', () => {
  expect(apply().map(({ anchor }) => anchor.start)).toEqual([10, 50]);
});

test('a new mark is there before it is saved', () => {
  const made = apply(markedAct(seedOf({ start: 30 })));
  expect(made.map(({ anchor }) => anchor.start)).toEqual([10, 30, 50]);
  expect(made[1]?.markedBy).toBe(testPerson.id);
});

test('acts on a mark show in their order, as the journal will fold them', () => {
  const fresh = seedOf({ start: 30 });
  const shown = apply(markedAct(fresh), noteAct(fresh, 'ask'), recolourAct(fresh, 'law'));
  expect(shown[1]).toMatchObject({ note: 'ask', colour: 'law' });
});

test('a removed mark is gone', () => {
  expect(apply(removeAct(seedOf({ start: 10 })))).toHaveLength(1);
});
