import { expect, test } from 'vitest';
import { pinpoint } from '../../../../shared/quote/pinpoint.ts';
import { quoted } from '../../../support/quoted.ts';

test('a pinpoint names the printed page or pages', () => {
  expect(pinpoint(quoted(1))).toBe('p. 9');
  expect(pinpoint(quoted(1, { pages: [8, 9, '9–10'] }))).toBe('pp. 9–10');
  expect(pinpoint(quoted(1, { pages: [3, 3, 'A–3'] }))).toBe('p. A–3');
});

test('a text without pages is pinned to its section, or to nothing', () => {
  expect(pinpoint(quoted(1, { pages: [0, 0, ''], section: 'Shelters' }))).toBe(
    'section ‘Shelters’',
  );
  expect(pinpoint(quoted(1, { pages: [0, 0, ''] }))).toBe('');
});
