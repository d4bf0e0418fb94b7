import { expect, test } from 'vitest';
import { nearestColour } from '../../../../shared/annotation/nearest-colour.ts';

test.each([
  [[255, 255, 0], 'key'],
  [[255, 209, 0], 'key'],
  [[0, 255, 0], 'supports'],
  [[255, 0, 0], 'contradicts'],
  [[255, 128, 192], 'contradicts'],
  [[0, 0, 255], 'figure'],
  [[128, 0, 255], 'law'],
  [[0, 200, 200], 'person'],
  [[255, 150, 0], 'translate'],
  [[150, 150, 150], 'doubt'],
  [[0, 0, 0], 'key'],
] as const)('%o is %s', (rgb, colour) => {
  expect(nearestColour(rgb)).toBe(colour);
});

test('no colour is the usual one', () => {
  expect(nearestColour(undefined)).toBe('key');
});
