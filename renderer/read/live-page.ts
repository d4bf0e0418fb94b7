// A page of the PDF as it is now in the window: its item stream, and how its places become places on the screen.
import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { readPage, pagePrint, type PdfPage, type TextItem } from '../../shared/text/pdf-page.ts';
import { addQuads, quadCorners, type Quad } from '../../shared/text/quads.ts';
import type { TextPage } from '../../shared/text/working-text.ts';
import type { PdfTextContent } from '../extract/pdfjs.ts';
import type { Box, Point } from '../highlight/mark-paths.ts';

export interface LivePage {
  readonly page: PdfPage;
  /** Whether the stored map fits this stream. Where it does not, no offset of it may be trusted. */
  readonly fits: boolean;
  /** User space to the page as shown at one CSS pixel per point, y down: pdf.js's viewport transform. */
  readonly transform: readonly number[];
}

export function readLivePage(
  index: number,
  proxy: PDFPageProxy,
  content: PdfTextContent,
  stored: TextPage | undefined,
): LivePage {
  const page = readPage(index, proxy.view, content);
  return {
    page,
    fits: stored?.print === pagePrint(page),
    transform: proxy.getViewport({ scale: 1 }).transform,
  };
}

/**
 * Stands in for a page that is not loaded, where only its two edges are asked for. `print` begins with the number of its
 * non-blank characters.
 */
export function hollowPage(index: number, print: string): PdfPage {
  return { index, view: [], items: [hollowItem], solid: Number.parseInt(print, 10) || 0 };
}

const hollowItem: TextItem = {
  index: 0,
  str: '',
  rtl: false,
  x: 0,
  y: 0,
  width: 0,
  size: 1,
  angle: 0,
  solid: 0,
};

/**
 * Boxes of a quote on a page whose stored map cannot be used. White space does not count. None unless it stands there
 * exactly once: a mark drawn over the wrong words would be worse than one that is only listed.
 */
export function quadsOfQuote(page: PdfPage, quote: string): readonly Quad[] {
  const wanted = squeeze(quote);
  const stream = squeeze(page.items.map(({ str }) => str).join(''));
  const at = wanted === '' ? -1 : stream.indexOf(wanted);
  if (at < 0 || stream.includes(wanted, at + 1)) return [];
  const quads: Quad[] = [];
  addQuads(quads, page, at, at + wanted.length);
  return quads;
}

function squeeze(text: string): string {
  return text.replace(/\s/g, '');
}

/** A box of the page as shown at one CSS pixel per point. */
export function boxOfQuad(quad: Quad, transform: readonly number[]): Box {
  const [a, b, c, d] = quadCorners(quad).map(([x, y]) => apply(transform, x, y));
  const none = { x: 0, y: 0 };
  return [a ?? none, b ?? none, c ?? none, d ?? none];
}

function apply(
  [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[],
  x: number,
  y: number,
): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}
