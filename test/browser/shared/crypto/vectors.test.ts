import { expect, test } from 'vitest';
import { vectorSuites } from '../../../support/vectors.ts';

test.each(vectorSuites)('$name as published: $cases cases', async ({ cases, run }) => {
  expect(cases).toBeGreaterThan(50);
  expect(await run()).toEqual([]);
});
