import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportCsv } from '../../../../shared/export/csv.ts';
import { printable } from '../../../../shared/export/visible-text.ts';
import { hostileText } from '../../../support/hostile-text.ts';
import { quoted, reportOf } from '../../../support/quoted.ts';

/** RFC 4180, strictly: every cell quoted, rows end with CRLF. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let at = 0;
  let row: string[] = [];
  while (at < csv.length) {
    expect(csv[at]).toBe('"');
    const cell = /"((?:[^"]|"")*)"(,|\r\n)/y;
    cell.lastIndex = at;
    const [whole, inside, separator] = cell.exec(csv) ?? [];
    if (whole === undefined) throw new Error(`no cell at ${at}`);
    row.push((inside ?? '').replace(/""/g, '"'));
    at += whole.length;
    if (separator === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const rowsOf = (exact: string, note = ''): string[][] =>
  readCsv(exportCsv(reportOf([quoted(1, { exact, note })])).slice(1));

/** What the file's documentation tells a reader to do. */
const recover = (cell: string): string => cell.replace(/^'/, '');

describe('the CSV export', () => {
  test('begins with a byte order mark and names its columns', () => {
    expect(exportCsv(reportOf([])).startsWith('\ufeff"number","exact","note"')).toBe(true);
  });

  test('gives back any passage and note, one row a quote', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (exact, note) => {
        const rows = rowsOf(exact, note);
        expect(rows.map((row) => row.length)).toEqual([22, 22]);
        expect(recover(rows[1]?.[1] ?? '')).toBe(printable(exact));
      }),
    );
  });

  test.each([
    '=1+1',
    '+1',
    '-1',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
    '\u00a0=1',
    '\u200b\t1',
    ' \u00ad\t/',
  ])('defuses %o', (formula) => {
    const cells = rowsOf(formula, formula)[1] ?? [];
    expect(cells[1]).toBe(`'${printable(formula)}`);
    expect(cells[2]).toBe(`'${printable(formula)}`);
  });

  test('leaves a plain passage alone, and doubles an apostrophe in front so that it comes back', () => {
    expect(rowsOf('Ten shelters')[1]?.[1]).toBe('Ten shelters');
    expect(rowsOf("'Tis so")[1]?.[1]).toBe("''Tis so");
  });
});
