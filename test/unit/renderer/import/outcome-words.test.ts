import { expect, test } from 'vitest';
import { describeOutcome } from '../../../../renderer/import/outcome-words.ts';
import { statusLabel, statusSentence } from '../../../../renderer/import/source-words.ts';
import { unreadableReasons } from '../../../../shared/evidence/source.ts';
import { sourceId } from '../../../support/library.ts';

const source = sourceId(1);

test('every reason has a label and a sentence of its own that says the original is kept', () => {
  const reasons = unreadableReasons.map((reason) => ({ status: 'unreadable', reason }) as const);
  const labels = new Set(reasons.map(statusLabel));
  const sentences = new Set(reasons.map(statusSentence));
  expect(labels.size).toBe(unreadableReasons.length);
  expect(sentences.size).toBe(unreadableReasons.length);
  for (const sentence of sentences) expect(sentence).toContain('original is kept');
});

test('a duplicate names the source that is there already, by its title', () => {
  const words = describeOutcome({ kind: 'duplicate', of: source }, () => 'Monitor 2025');
  expect(words).toMatchObject({ text: 'Already in the library as “Monitor 2025”.', source });
  const removed = describeOutcome({ kind: 'duplicate', of: source }, () => undefined);
  expect(removed.text).toBe('Already in the library.');
});

test('a file kept without text is not called added', () => {
  const text = { status: 'needs-password', pages: 0, words: 0 } as const;
  const words = describeOutcome({ kind: 'imported', source, text }, () => undefined);
  expect(words).toMatchObject({ tone: 'warn', label: 'needs a password' });
});

test('a failure says what happened and what to do', () => {
  const words = describeOutcome({ kind: 'failed', error: 'disk-full' }, () => undefined);
  expect(words.text).toContain('The disk is full');
  expect(words.text).toContain('Free some space');
});
