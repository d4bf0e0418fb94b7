import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { OutlineEntry } from '../../shared/text/sections.ts';

type OutlineNode = NonNullable<Awaited<ReturnType<PDFDocumentProxy['getOutline']>>>[number];

const mostEntries = 2000;
const deepest = 6;

/** A PDF's outline with its pages resolved. Entries that lead nowhere, and cyclic or endless outlines, are cut off. */
export async function readOutline(pdf: PDFDocumentProxy): Promise<OutlineEntry[]> {
  const entries: OutlineEntry[] = [];
  const visit = async (nodes: readonly OutlineNode[], level: number): Promise<void> => {
    for (const { title, dest, items } of nodes) {
      if (entries.length >= mostEntries) return;
      const page = await pageOf(pdf, dest).catch(() => undefined);
      if (page !== undefined) entries.push({ title, level, page });
      if (level < deepest) await visit(items as readonly OutlineNode[], level + 1);
    }
  };
  const nodes = await pdf.getOutline().catch(() => null);
  if (nodes) await visit(nodes, 1);
  return entries;
}

/** Index of the page a destination names; a destination is an array of a page reference (or number) and a view. */
async function pageOf(
  pdf: PDFDocumentProxy,
  dest: OutlineNode['dest'],
): Promise<number | undefined> {
  const explicit: unknown = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
  const target: unknown = Array.isArray(explicit) ? explicit[0] : undefined;
  if (typeof target === 'number') return target;
  return isReference(target) ? pdf.getPageIndex(target) : undefined;
}

function isReference(value: unknown): value is { num: number; gen: number } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'num' in value &&
    'gen' in value &&
    typeof value.num === 'number' &&
    typeof value.gen === 'number'
  );
}
