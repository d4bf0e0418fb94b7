import { expect, test } from 'vitest';
import { judgeBatch, type Batch } from '../../fault/hostile-judge.ts';

const sha256 = 'ab'.repeat(32);
const good = 'cd'.repeat(32);
const original = { file: '', name: '', mediaType: '', sizeBytes: 1 };
const calm = { scripts: 0, violations: 0, requests: [], crashes: 0, dialogs: 0 };
const fine = {
  given: [{ step: 7, name: 'x.pdf', sha256, sha256After: sha256 }],
  results: [{ label: 'added', text: '5 words' }],
  kept: [
    { status: 'text', original: { ...original, sha256 } },
    { status: 'text', original: { ...original, sha256: good } },
  ],
  caught: calm,
  good,
} as unknown as Batch;

test('a batch that is as it should be is not accused', () => {
  expect(judgeBatch(fine)).toEqual([]);
});

test.each<[string, Partial<Batch>]>([
  ['a script that ran', { caught: { ...calm, scripts: 1 } }],
  ['something the policy had to stop', { caught: { ...calm, violations: 1 } }],
  ['a request', { caught: { ...calm, requests: ['https://hostile.invalid/'] } }],
  ['a dialog', { caught: { ...calm, dialogs: 1 } }],
  ['a page that crashed', { caught: { ...calm, crashes: 1 } }],
  ['a file without a result', { results: [] }],
  ['a file that failed', { results: [{ label: 'failed', text: 'Something went wrong.' }] }],
  ['a file that was not kept', { kept: fine.kept.slice(1) }],
  ['a good file that was not read afterwards', { kept: fine.kept.slice(0, 1) }],
  [
    'a file changed on the disk',
    { given: fine.given.map((file) => ({ ...file, sha256After: good })) },
  ],
  [
    'a file whose text was not read',
    {
      given: fine.given.map((file) => ({ ...file, expected: 'text' as const })),
      kept: fine.kept.map((source, i) => (i === 0 ? { ...source, status: 'no-text' } : source)),
    },
  ],
  [
    'a file unreadable for no reason',
    { kept: fine.kept.map((source) => ({ ...source, status: 'unreadable' as const })) },
  ],
])('the campaign notices %s', (_what, planted) => {
  expect(judgeBatch({ ...fine, ...planted })).not.toEqual([]);
});
