import { expect, test } from 'vitest';
import { mailDay } from '../../../../shared/mail/mail-date.ts';

test.each([
  ['Tue, 3 Mar 2026 23:15:00 -0800', '2026-03-03'],
  ['3 March 2026 10:15', '2026-03-03'],
  ['29 Feb 2024 10:15:00 +0000 (UTC)', '2024-02-29'],
  ['29 Feb 2023 10:15:00 +0000', ''],
  ['31 Apr 2026 10:15:00', ''],
  ['Thu, 01 Jan 98 00:00:00 GMT', '1998-01-01'],
  ['yesterday', ''],
  ['2026-03-03', ''],
  ['', ''],
])('the day of "%s" is "%s"', (value, day) => {
  expect(mailDay(value)).toBe(day);
});
