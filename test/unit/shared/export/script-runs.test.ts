import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runsRightToLeft, scriptRuns } from '../../../../shared/export/script-runs.ts';
import { hostileText } from '../../../support/hostile-text.ts';

test('the runs of a text joined are the text', () => {
  fc.assert(
    fc.property(hostileText, (text) => {
      expect(
        scriptRuns(text)
          .map((run) => run.text)
          .join(''),
      ).toBe(text);
    }),
  );
});

test('digits and marks go with the letters beside them', () => {
  expect(scriptRuns('“返鄉者 (10)” says Ito')).toEqual([
    { text: '“返鄉者 (10)” ', script: 'chinese' },
    { text: 'says Ito', script: 'western' },
  ]);
  expect(scriptRuns('عشرة (10) ملاجئ')).toHaveLength(1);
});

test('the first letter decides the direction', () => {
  expect(runsRightToLeft('10 (“قالت” Ito')).toBe(true);
  expect(runsRightToLeft('Ito قالت')).toBe(false);
  expect(runsRightToLeft('10')).toBe(false);
});
