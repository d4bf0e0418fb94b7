// The yardstick: pdf.js alone, as its own examples use it.
import type { PDFWorker } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { openPdf, type PdfjsData } from '../../renderer/extract/pdfjs.ts';

export interface BareText {
  /** Items one after the other, a line end where pdf.js sees one (`hasEOL`). */
  readonly text: string;
  /** Every item a word or words of its own: parted by spaces as simple scripts do, line ends kept. */
  readonly spaced: string;
  readonly ms: number;
}

export async function bareText(
  bytes: Uint8Array<ArrayBuffer>,
  worker: PDFWorker,
  data: PdfjsData,
): Promise<BareText | undefined> {
  const startedMs = performance.now();
  const pdf = await openPdf(bytes, { worker, data }).catch(() => undefined);
  if (pdf === undefined) return undefined;
  const pages: string[] = [];
  const spaced: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    try {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const texts = items.filter((item) => 'str' in item);
      pages.push(texts.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : str)).join(''));
      spaced.push(texts.map(({ str, hasEOL }) => (hasEOL ? `${str}\n` : `${str} `)).join(''));
    } catch {
      continue; // a page pdf.js itself cannot read is no yardstick
    }
  }
  const ms = performance.now() - startedMs;
  await pdf.loadingTask.destroy();
  return { text: pages.join('\n'), spaced: spaced.join('\n'), ms };
}
