// What a PDF says of its annotations. Asked for by type over the whole document: page by page, links and all, they cost
// half as much as the text itself.
import { AnnotationType, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { findAnnotations, type AnnotatedPage } from '../../shared/annotation/find-annotations.ts';
import type { FoundAnnotation } from '../../shared/annotation/found.ts';
import type { RawAnnotation } from '../../shared/text/annotation-text.ts';
import type { PdfPage } from '../../shared/text/pdf-page.ts';
import { TextMap } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';

const withText: ReadonlySet<unknown> = new Set([AnnotationType.FREETEXT, AnnotationType.WIDGET]);
const overText: ReadonlySet<unknown> = new Set([
  AnnotationType.HIGHLIGHT,
  AnnotationType.UNDERLINE,
  AnnotationType.SQUIGGLY,
  AnnotationType.STRIKEOUT,
]);
const asAreas: ReadonlySet<unknown> = new Set([
  AnnotationType.TEXT,
  AnnotationType.FREETEXT,
  AnnotationType.SQUARE,
  AnnotationType.CIRCLE,
  AnnotationType.POLYGON,
  AnnotationType.INK,
]);
const markupTypes: ReadonlySet<unknown> = new Set([...overText, ...asAreas]);
const wanted = new Set([...withText, ...markupTypes] as readonly number[]);
/** Hidden and NoView (ISO 32000-2, table 167). */
const unseen = 0b100010;

type ByPage = ReadonlyMap<number, readonly RawAnnotation[]>;

export interface RawAnnotations {
  /** Form fields and text boxes: their words are read with the page's own. */
  readonly withText: ByPage;
  /** Highlights and notes. */
  readonly markup: ByPage;
}

/** By page index, without what is hidden. A document whose annotations are damaged has none. */
export async function readAnnotations(pdf: PDFDocumentProxy): Promise<RawAnnotations> {
  const none: object[] = [];
  const found = await pdf.getAnnotationsByType(wanted, new Set()).catch(() => none);
  const seen = (found as readonly RawAnnotation[]).filter(
    ({ annotationFlags }) => (Number(annotationFlags ?? 0) & unseen) === 0,
  );
  const ofTypes = (types: ReadonlySet<unknown>): ByPage =>
    Map.groupBy(
      seen.filter(({ annotationType }) => types.has(annotationType)),
      ({ pageIndex }) => Number(pageIndex),
    );
  return { withText: ofTypes(withText), markup: ofTypes(markupTypes) };
}

/**
 * Highlights and notes as places of the working text. `pages` are those the text was built of; `onPage` hears of each
 * that is done, as pdf.js reads its text once more to say what lies under them.
 */
export async function findMarkup(
  pdf: PDFDocumentProxy,
  markup: ByPage,
  work: WorkingText,
  pages: readonly PdfPage[],
  onPage: () => void,
): Promise<readonly FoundAnnotation[]> {
  if (markup.size === 0) return [];
  const annotated: AnnotatedPage[] = [];
  for (const [index, annotations] of [...markup].sort(([a], [b]) => a - b)) {
    const [page, stored] = [pages[index], work.pages[index]];
    if (page === undefined || stored === undefined) continue;
    const proxy = await pdf.getPage(index + 1).catch(() => undefined);
    if (proxy === undefined) continue;
    const { transform } = proxy.getViewport({ scale: 1 });
    const hasQuads = annotations.some(({ annotationType }) => overText.has(annotationType));
    const overlaid = hasQuads ? await overlaidTexts(proxy) : new Map<unknown, unknown>();
    annotated.push({
      ...{ page, transform, width: stored.width, height: stored.height },
      annotations: annotations.map((one) => ({ ...one, overlaidText: overlaid.get(one['id']) })),
    });
    onPage();
  }
  return findAnnotations(work, new TextMap(work), annotated);
}

/** By the annotations' ids. */
async function overlaidTexts(
  page: Awaited<ReturnType<PDFDocumentProxy['getPage']>>,
): Promise<ReadonlyMap<unknown, unknown>> {
  const none: readonly RawAnnotation[] = [];
  const told = (await page.getAnnotations().catch(() => none)) as readonly RawAnnotation[];
  return new Map(told.map((one) => [one['id'], one['overlaidText']]));
}
