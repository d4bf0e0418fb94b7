import { expect, test } from 'vitest';
import {
  judgeLocked,
  judgeUnlocked,
  lostLines,
  type Locked,
  type Unlocked,
} from '../../fault/lock-judge.ts';

const locked: Locked = {
  words: ['Kestrel'],
  page: '<html>The locker is locked.</html>',
  processesBefore: [4, 5],
  processesNow: [4, 9],
  exports: ['quotes'],
};
const unlocked: Unlocked = {
  statuses: ['text'],
  notes: ['as it was typed'],
  typed: 'as it was typed',
};

test('a program that locked as it should is not accused', () => {
  expect([...judgeLocked(locked), ...judgeUnlocked(unlocked)]).toEqual([]);
});

test.each<[string, Partial<Locked>]>([
  ['a word in the locked page', { page: '<p hidden>Kestrel</p>' }],
  ['a page whose process lives on', { processesNow: [4, 5, 9] }],
  ['an export left half written', { exports: ['.evidence-export-1'] }],
])('the campaign notices %s', (_what, planted) => {
  expect(judgeLocked({ ...locked, ...planted })).toHaveLength(1);
});

test.each<[string, Partial<Unlocked>]>([
  ['a note that was typed and lost', { notes: ['as it w'] }],
  ['a source that was imported in part', { statuses: ['text', 'unreadable'] }],
])('the campaign notices %s', (_what, planted) => {
  expect(judgeUnlocked({ ...unlocked, ...planted })).toHaveLength(1);
});

test('an act that was told to be saved and is not in the journal is lost', () => {
  const kept = [{ device: 'd1', seq: 1, kind: 'noted' }];
  expect(lostLines('d1 1 noted\n', kept)).toEqual([]);
  expect(lostLines('d1 1 noted\nd1 2 tagged\n', kept)).toEqual(['d1 2 tagged']);
});
