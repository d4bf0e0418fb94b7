// An open PDF → its working text and what it says of itself.
import { version, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FoundAnnotation } from '../../shared/annotation/found.ts';
import { proposeDetails, type DocumentInfo, type Proposal } from '../../shared/details/propose.ts';
import { annotationItems } from '../../shared/text/annotation-text.ts';
import { pagePrint, readPage, withBoxes, type PdfPage } from '../../shared/text/pdf-page.ts';
import { buildPdfText } from '../../shared/text/pdf-text.ts';
import { pdfSections } from '../../shared/text/sections.ts';
import { countWords } from '../../shared/text/words.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { findMarkup, readAnnotations } from './annotations.ts';
import { mostCharacters, mostPages } from './budget.ts';
import { readOutline } from './outline.ts';
import { textOptions } from './pdfjs.ts';

export const pdfExtractor = `pdf/3 pdf.js/${version}`;

export type PdfExtraction =
  | {
      readonly kind: 'read';
      readonly work: WorkingText;
      readonly proposal: Proposal;
      readonly annotations: readonly FoundAnnotation[];
    }
  | { readonly kind: 'damaged' | 'too-large' };

interface ReadPage {
  readonly page: PdfPage;
  readonly width: number;
  readonly height: number;
  readonly failed: boolean;
}

/** Reads page by page; a page that fails is empty and the others are kept. `onPage` is told pages read, and of how many. */
export async function extractPdf(
  pdf: PDFDocumentProxy,
  onPage: (page: number, pages: number) => void,
): Promise<PdfExtraction> {
  const count = pdf.numPages;
  if (count > mostPages) return { kind: 'too-large' };
  const read: ReadPage[] = [];
  let characters = 0;
  for (let index = 0; index < count; index++) {
    const one = await readOne(pdf, index);
    characters += one.page.solid;
    if (characters > mostCharacters) return { kind: 'too-large' };
    read.push(one);
    onPage(index + 1, count);
  }
  if (read.every(({ failed }) => failed)) return { kind: 'damaged' };

  const { withText, markup } = await readAnnotations(pdf);
  const labels = await readLabels(pdf);
  const pages = read.map(({ page }, index) =>
    withBoxes(page, annotationItems(withText.get(index) ?? [])),
  );
  const built = buildPdfText(pages, labels);
  const { text, map, ranges, joins, unreadable } = built;
  const outline = await readOutline(pdf);
  const work: WorkingText = {
    extractor: pdfExtractor,
    format: 'pdf',
    text,
    pages: read.map(({ page, width, height }, index) => ({
      label: labels[index] ?? String(index + 1),
      start: built.pageStarts[index] ?? text.length,
      width,
      height,
      print: pagePrint(page),
    })),
    sections: pdfSections(text, built.paragraphs, built.bodySize, outline),
    ranges,
    joins,
    map,
    words: countWords(text),
    unreadable,
  };
  const annotations = await findMarkup(pdf, markup, work, pages, () => {
    onPage(count, count);
  });
  return { kind: 'read', work, proposal: proposeDetails(work, await readInfo(pdf)), annotations };
}

async function readOne(pdf: PDFDocumentProxy, index: number): Promise<ReadPage> {
  try {
    const page = await pdf.getPage(index + 1);
    const { width, height } = page.getViewport({ scale: 1 });
    const read = readPage(index, page.view, await page.getTextContent(textOptions));
    page.cleanup();
    return { page: read, width: finite(width), height: finite(height), failed: false };
  } catch {
    const page: PdfPage = { index, view: [0, 0, 0, 0], items: [], solid: 0 };
    return { page, width: 0, height: 0, failed: true };
  }
}

function finite(length: number): number {
  return Number.isFinite(length) ? Math.abs(length) : 0;
}

/** Labels as printed. Damaged label trees are common and no reason to lose the text. */
async function readLabels(pdf: PDFDocumentProxy): Promise<readonly (string | undefined)[]> {
  const labels: readonly unknown[] | null = await pdf.getPageLabels().catch(() => null);
  return (labels ?? []).map((label) =>
    typeof label === 'string' && label.trim() !== '' ? label : undefined,
  );
}

async function readInfo(pdf: PDFDocumentProxy): Promise<DocumentInfo> {
  const metadata = await pdf.getMetadata().catch(() => undefined);
  const info: object = metadata?.info ?? {};
  const field = (name: 'Title' | 'Author'): string => {
    const value: unknown = name in info ? info[name as keyof typeof info] : '';
    return typeof value === 'string' ? value : '';
  };
  return { title: field('Title'), author: field('Author') };
}
