import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  defaultPreferences,
  parsePreferences,
  runsAs,
} from '../../../../renderer/app/preferences.ts';

test('reads back what was stored', () => {
  const stored = {
    theme: 'dark',
    direction: 'rtl',
    paragraphNumbers: 'counted',
    textOnly: true,
    readerPanel: 'pages',
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

test.each([
  ['ar-EG', 'rtl'],
  ['he', 'rtl'],
  ['fa-AF', 'rtl'],
  ['ug', 'rtl'],
  ['ug-Cyrl', 'ltr'],
  ['en-GB', 'ltr'],
  ['zh-Hant', 'ltr'],
  ['not a language', 'ltr'],
])('the screens run as the system does: %s from %s', (language, way) => {
  expect(runsAs('system', language)).toBe(way);
});

test('who chooses a direction gets it whatever the system', () => {
  expect(runsAs('ltr', 'ar')).toBe('ltr');
  expect(runsAs('rtl', 'en')).toBe('rtl');
});
