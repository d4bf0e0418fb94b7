/**
 * Tests that break a disk at one operation after the other take every `sample`-th, so that `npm test` stays quick, and every
 * one with `npm run test:every-operation`.
 */
export function operationsApart(sample: number): number {
  return process.env['EVERY_OPERATION'] === undefined ? sample : 1;
}
