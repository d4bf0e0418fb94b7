// Who gives a locker up. A slot is read without any secret, so it may hold whatever somebody put there.
import { expect, test } from 'vitest';
import { isGivenUp } from '../../../../shared/locker/folder.ts';

const [one, other] = ['1'.repeat(32), '2'.repeat(32)];

function saying(body: unknown): string {
  return `${JSON.stringify(body)}\n${'0'.repeat(128)}\n`;
}

test('a locker is given up by a slot that follows it, pending or not', () => {
  expect(isGivenUp([saying({ lockerId: other, follows: one })], one)).toBe(true);
  expect(isGivenUp([saying({ lockerId: other, follows: one, pending: true })], one)).toBe(true);
});

test('a locker that only waits is given up by its own slot', () => {
  expect(isGivenUp([saying({ lockerId: one, pending: true })], one)).toBe(true);
  expect(isGivenUp([saying({ lockerId: one, follows: other, pending: true })], one)).toBe(true);
});

test('no slot of a locker that counts gives it up, nor one that waits or follows elsewhere', () => {
  expect(isGivenUp([saying({ lockerId: one })], one)).toBe(false);
  expect(isGivenUp([saying({ lockerId: one, pending: false })], one)).toBe(false);
  expect(isGivenUp([saying({ lockerId: one, follows: other })], one)).toBe(false);
  expect(isGivenUp([saying({ lockerId: other, pending: true })], one)).toBe(false);
  expect(isGivenUp([saying({ lockerId: other, follows: other, pending: true })], one)).toBe(false);
});

test('an older locker still is given up beside one that follows another and counts, unless a slot of its own is there', () => {
  const third = '3'.repeat(32);
  const follower = { lockerId: other, follows: third, kind: 'passphrase' };
  const waiting = saying({ ...follower, pending: true });
  const recovery = saying({ ...follower, kind: 'recovery' });
  const first = saying({ lockerId: other, kind: 'passphrase' });
  expect(isGivenUp([recovery, saying(follower)], one)).toBe(true);
  expect(isGivenUp([saying({ lockerId: one }), saying(follower)], one)).toBe(false);
  expect(isGivenUp([waiting, recovery, first], one)).toBe(false);
});

test('what is no slot gives nothing up', () => {
  for (const text of ['', '\n', 'null\n', '[]\n', `"${one}"\n`, 'follows\n']) {
    expect(isGivenUp([text], one), text).toBe(false);
  }
  // Nor what stands behind the first line.
  expect(isGivenUp([`{}\n${saying({ follows: one })}`], one)).toBe(false);
});
