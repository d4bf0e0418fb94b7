import type { Row } from './row.ts';

const heads = ['', 'here', 'yardstick', '', 'ratio', 'goal', 'met'] as const;

/** Rows in columns, for a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const lines = [heads, ...rows.map(cellsOf)];
  const widths = heads.map((_, i) => Math.max(...lines.map((cells) => (cells[i] ?? '').length)));
  return lines
    .map((cells) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
    .map((line) => line.trimEnd())
    .join('\n');
}

function cellsOf(row: Row): readonly string[] {
  return [
    row.name,
    `${short(row.value)} ${row.unit}`,
    row.yardstick === '' ? '' : `${short(row.yardstickValue)} ${row.unit}`,
    row.yardstick,
    row.ratio === null ? '' : `${short(row.ratio)}×`,
    row.goal,
    row.met === null ? '' : row.met ? 'yes' : 'NO',
  ];
}

function short(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
