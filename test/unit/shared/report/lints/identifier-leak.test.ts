import { expect, test } from 'vitest';
import { complaints, parsed } from '../../../../support/made-up-report.ts';

const check = (text: string, ...identifiers: string[]) =>
  complaints(parsed('# Haiyun', text), { identifiers });

test.each([
  ['Written for the lawyers of AB.', 'AB'],
  ['Written for the lawyers of A.B.', 'AB'],
  ['Written for the lawyers of A. B., who', 'AB'],
  ['AB’s case', 'AB'],
  ['https://x.example/AB/report', 'AB'],
  ['The case of Meilan  Xu was', 'Meilan Xu'],
  ['The case of MEILAN XU was', 'Meilan Xu'],
  ['born on 3 March 1990 in', '3 March 1990'],
  ['她叫許美蘭，住在', '許美蘭'],
])('is found in “%s”', (text, identifier) => {
  expect(check(text, identifier)).toEqual(['identifier-leak 3']);
});

test.each([
  ['ABSOLUTE CAB', 'AB'],
  ['the words ab initio', 'AB'],
  ['Meilan of Xu', 'Meilan Xu'],
  ['Meilan Xutong', 'Meilan Xu'],
  ['anything', ' '],
])('is not found in “%s”', (text, identifier) => {
  expect(check(text, identifier)).toEqual([]);
});
