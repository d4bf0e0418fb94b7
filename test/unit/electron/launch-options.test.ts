import path from 'node:path';
import { expect, test } from 'vitest';
import { readLaunchOptions } from '../../../electron/launch-options.ts';

const args = ['electron', '.', '--locker=/a/b', '--exports=/c', '--acks=/d', '--demo'];

test('a checkout takes its folders from the command line', () => {
  expect(readLaunchOptions(args, false)).toEqual({
    locker: path.resolve('/a/b'),
    exports: path.resolve('/c'),
    acks: path.resolve('/d'),
    demo: true,
  });
});

test('a packaged program takes none of them', () => {
  expect(Object.values(readLaunchOptions(args, true)).filter(Boolean)).toEqual([]);
});

test('an empty or absent value is no folder', () => {
  expect(readLaunchOptions(['--locker=', '--exports'], false)).toEqual({
    locker: undefined,
    exports: undefined,
    acks: undefined,
    demo: false,
  });
});
