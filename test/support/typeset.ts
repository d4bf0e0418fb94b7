// Hand-made pages: pdf.js's items as a printer of monospaced letters would give them.
import { readPage, type PdfPage, type RawTextItem } from '../../shared/text/pdf-page.ts';

export interface Placed {
  readonly str: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  readonly dir?: 'ltr' | 'rtl';
  readonly width?: number;
}

export const pageView = [0, 0, 600, 800] as const;

/** A page of items at given places; letters are half an em wide. */
export function typesetPage(index: number, items: readonly Placed[]): PdfPage {
  const raws = items.map(
    ({ str, x, y, size = 10, dir = 'ltr', width = str.length * size * 0.5 }): RawTextItem => ({
      str,
      dir,
      width,
      height: size,
      transform: [size, 0, 0, size, x, y],
      fontName: 'f',
    }),
  );
  return readPage(index, pageView, { items: raws, styles: {} });
}

/** Lines 12 units apart from the top of the page down, at the left margin unless an `x` is given. */
export function typesetLines(
  index: number,
  lines: readonly (string | Partial<Placed>)[],
  top = 700,
): PdfPage {
  return typesetPage(
    index,
    lines.map((line, i) => ({
      x: 50,
      y: top - 12 * i,
      ...(typeof line === 'string' ? { str: line } : { str: '', ...line }),
    })),
  );
}
