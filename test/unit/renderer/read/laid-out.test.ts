import { expect, test } from 'vitest';
import { rangesByChunk } from '../../../../renderer/read/laid-out.ts';

const chunks = [
  { start: 0, end: 10, blocks: [] },
  { start: 12, end: 20, blocks: [] },
  { start: 22, end: 30, blocks: [] },
];

test('each chunk has the ranges that have a part of it, and others have no entry', () => {
  const short = { start: 2, end: 5 };
  const long = { start: 4, end: 13 };
  const byChunk = rangesByChunk(chunks, [short, long]);
  expect([...byChunk]).toEqual([
    [0, [short, long]],
    [1, [long]],
  ]);
});

test('a range between two chunks is in neither', () => {
  expect(rangesByChunk(chunks, [{ start: 10, end: 12 }]).size).toBe(0);
});
