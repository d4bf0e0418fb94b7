// A table while it is read: which cells go on in the row below, which rows were deleted.
import type { DocxBlock, DocxCell, DocxTable } from './docx-document.ts';

/** More columns has nobody; a span that lies costs nothing. */
const mostColumns = 1_000;

interface Cell {
  blocks: readonly DocxBlock[];
  columns: number;
  rows: number;
  merge: 'no' | 'begins' | 'goes-on';
  isDeleted: boolean;
}

interface Row {
  isHeader: boolean;
  isDeleted: boolean;
  /** Columns of the grid left free before the first cell. */
  before: number;
  readonly cells: Cell[];
}

export class OpenTable {
  readonly #rows: Row[] = [];
  #row: Row | undefined;
  #cell: Cell | undefined;

  beginRow(): void {
    this.#row = { isHeader: false, isDeleted: false, before: 0, cells: [] };
  }

  endRow(): void {
    if (this.#row !== undefined && !this.#row.isDeleted) this.#rows.push(this.#row);
    this.#row = undefined;
  }

  deleteRow(): void {
    if (this.#row !== undefined) this.#row.isDeleted = true;
  }

  beginCell(): void {
    this.#cell = { blocks: [], columns: 1, rows: 1, merge: 'no', isDeleted: false };
  }

  endCell(blocks: readonly DocxBlock[]): void {
    const cell = this.#cell;
    this.#cell = undefined;
    if (cell === undefined || cell.isDeleted) return;
    // A cell outside a row is damage; its text is not to be lost for it.
    if (this.#row === undefined) this.beginRow();
    this.#row?.cells.push({ ...cell, blocks });
  }

  deleteCell(): void {
    if (this.#cell !== undefined) this.#cell.isDeleted = true;
  }

  /** Of the open cell, else of the open row. */
  property(name: string, value: string | undefined): void {
    if (name === 'gridSpan' && this.#cell) this.#cell.columns = columnsOf(value, 1);
    else if (name === 'vMerge' && this.#cell) {
      this.#cell.merge = value === 'restart' ? 'begins' : 'goes-on';
    } else if (name === 'tblHeader' && this.#row)
      this.#row.isHeader = value !== '0' && value !== 'false';
    else if (name === 'gridBefore' && this.#row) this.#row.before = columnsOf(value, 0);
  }

  finish(): DocxTable['rows'] {
    this.endRow();
    /** Cells that may still grow downwards, by the column they begin in. */
    let open = new Map<number, Cell>();
    const rows = this.#rows.map(({ isHeader, before, cells }) => {
      const next = new Map<number, Cell>();
      const own: Cell[] = [];
      let column = before;
      for (const cell of cells) {
        const above = cell.merge === 'goes-on' ? open.get(column) : undefined;
        if (above !== undefined) {
          above.rows++;
          next.set(column, above);
        } else {
          own.push(cell);
          if (cell.merge !== 'no') next.set(column, cell);
        }
        column += cell.columns;
      }
      open = next;
      return { isHeader, cells: own };
    });
    return rows.map(({ isHeader, cells }) => ({ isHeader, cells: cells.map(finished) }));
  }
}

function finished({ blocks, columns, rows }: Cell): DocxCell {
  return { blocks, columns, rows };
}

function columnsOf(value: string | undefined, least: number): number {
  const columns = Number(value);
  return Number.isSafeInteger(columns) && columns >= least ? Math.min(columns, mostColumns) : least;
}
