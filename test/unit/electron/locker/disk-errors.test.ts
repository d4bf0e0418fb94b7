import { expect, test } from 'vitest';
import { codeOf, errorOf } from '../../../../electron/locker/disk-errors.ts';

const failure = (code: unknown) => Object.assign(new Error(), { code });

test.each([
  ['EACCES', 'folder-unreadable', 'folder-read-only'],
  ['EPERM', 'folder-unreadable', 'folder-read-only'],
  ['EROFS', 'folder-read-only', 'folder-read-only'],
  ['EFBIG', 'disk-full', 'disk-full'],
  ['EIO', 'folder-unreadable', 'folder-unreadable'],
])('%s means %s in reading and %s in writing', (code, reading, writing) => {
  expect(errorOf(failure(code), 'reading')).toBe(reading);
  expect(errorOf(failure(code), 'writing')).toBe(writing);
});

test('what is thrown without a code of the system has none', () => {
  for (const thrown of [new Error('ENOENT'), failure(2), { code: 'ENOENT' }, 'ENOENT', undefined]) {
    expect(codeOf(thrown)).toBe('');
    expect(errorOf(thrown, 'writing')).toBe('folder-unreadable');
  }
});
