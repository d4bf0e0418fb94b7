import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultPreferences, parsePreferences } from '../../../../renderer/app/preferences.ts';

test('reads back what was stored', () => {
  const stored = {
    theme: 'dark',
    paragraphNumbers: 'counted',
    textOnly: true,
    readerPanel: 'pages',
    startEmpty: true,
  } as const;
  expect(parsePreferences(JSON.stringify(stored))).toEqual(stored);
});

test('takes the default for whatever is not well-formed, and never throws', () => {
  expect(parsePreferences(null)).toEqual(defaultPreferences);
  expect(parsePreferences('{"theme":"pink","autoLockMinutes":1e9}')).toEqual(defaultPreferences);
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (stored) => {
      expect(Object.keys(parsePreferences(stored))).toEqual(Object.keys(defaultPreferences));
    }),
  );
});
