import type { RichTable } from './rich-document.ts';
import type { CellPlace } from './working-text.ts';

export type GridPlace = Pick<CellPlace, 'column' | 'columns' | 'rows'>;

/** HTML allows 1,000; what is wider than this is an attack on whoever lays it out. */
const widestSpan = 100;
const highestSpan = 1000;

/** The column of each cell, past those that cells of earlier rows reach down into; spans end where the table ends. */
export function placeCells(rows: RichTable['rows']): readonly (readonly GridPlace[])[] {
  /** By column: the row from which on it is free again. */
  const freeFrom: number[] = [];
  return rows.map(({ cells }, row) => {
    let column = 0;
    return cells.map((cell): GridPlace => {
      while ((freeFrom[column] ?? 0) > row) column++;
      const columns = within(cell.columns, widestSpan);
      const height = within(cell.rows, Math.min(highestSpan, rows.length - row));
      const place = { column, columns, rows: height };
      if (height > 1) {
        while (freeFrom.length < column) freeFrom.push(0);
        for (let i = column; i < column + columns; i++) freeFrom[i] = row + height;
      }
      column += columns;
      return place;
    });
  });
}

function within(span: number, most: number): number {
  return Number.isFinite(span) ? Math.max(1, Math.min(most, Math.trunc(span))) : 1;
}
