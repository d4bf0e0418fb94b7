import { expect, test } from 'vitest';
import { marksByPage } from '../../../../renderer/read/page-places.ts';
import { quoted } from '../../../support/quoted.ts';

test('each page has the marks that touch it, those of areas left out', () => {
  const [first, long, area] = [
    quoted(1, { pages: [2, 2, '3'] }).mark,
    quoted(2, { pages: [2, 4, '3–5'] }).mark,
    { ...quoted(3, { pages: [2, 2, '3'] }).mark, kind: 'area' as const },
  ];
  expect([...marksByPage([first, long, area])]).toEqual([
    [2, [first, long]],
    [3, [long]],
    [4, [long]],
  ]);
});
