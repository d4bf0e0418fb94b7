// Who gives a locker up. A slot is read without any secret, so it may hold whatever somebody put there.
import { expect, test } from 'vitest';
import { givesUp } from '../../../../shared/locker/folder.ts';

const [one, other] = ['1'.repeat(32), '2'.repeat(32)];

function saying(body: unknown): string {
  return `${JSON.stringify(body)}\n${'0'.repeat(128)}\n`;
}

test('a locker is given up by a slot that follows it, pending or not', () => {
  expect(givesUp(saying({ lockerId: other, follows: one }), one)).toBe(true);
  expect(givesUp(saying({ lockerId: other, follows: one, pending: true }), one)).toBe(true);
});

test('a locker that only waits is given up by its own slot', () => {
  expect(givesUp(saying({ lockerId: one, pending: true }), one)).toBe(true);
  expect(givesUp(saying({ lockerId: one, follows: other, pending: true }), one)).toBe(true);
});

test('no slot of a locker that counts gives it up, nor one that waits or follows elsewhere', () => {
  expect(givesUp(saying({ lockerId: one }), one)).toBe(false);
  expect(givesUp(saying({ lockerId: one, pending: false }), one)).toBe(false);
  expect(givesUp(saying({ lockerId: one, follows: other }), one)).toBe(false);
  expect(givesUp(saying({ lockerId: other, pending: true }), one)).toBe(false);
  expect(givesUp(saying({ lockerId: other, follows: other, pending: true }), one)).toBe(false);
});

test('what is no slot gives nothing up', () => {
  for (const text of ['', '\n', 'null\n', '[]\n', `"${one}"\n`, 'follows\n']) {
    expect(givesUp(text, one), text).toBe(false);
  }
  // Nor what stands behind the first line.
  expect(givesUp(`{}\n${saying({ follows: one })}`, one)).toBe(false);
});
