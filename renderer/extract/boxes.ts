import { AnnotationType, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { annotationItems, type RawAnnotation } from '../../shared/text/annotation-text.ts';
import type { RawTextItem } from '../../shared/text/pdf-page.ts';

// Asked for by type over the whole document: page by page, links and all, they cost half as much as the text itself.
const withText = new Set([AnnotationType.FREETEXT, AnnotationType.WIDGET]);
/** Hidden and NoView (ISO 32000-2, table 167). */
const unseen = 0b100010;

/** The text of form fields and text boxes, by page index. A document whose annotations are damaged has none. */
export async function readBoxes(
  pdf: PDFDocumentProxy,
): Promise<ReadonlyMap<number, readonly RawTextItem[]>> {
  const none: object[] = [];
  const found = await pdf.getAnnotationsByType(withText, new Set()).catch(() => none);
  const seen = (found as readonly RawAnnotation[]).filter(
    ({ annotationFlags }) => (Number(annotationFlags ?? 0) & unseen) === 0,
  );
  const byPage = Map.groupBy(seen, ({ pageIndex }) => Number(pageIndex));
  return new Map(Array.from(byPage, ([page, own]) => [page, annotationItems(own)]));
}
