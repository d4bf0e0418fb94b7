import type { Bytes } from '../../shared/bytes.ts';
import type { ElementNode } from '../../shared/export/element.ts';
import { reportElements } from '../../shared/export/report-elements.ts';
import type { QuoteReport } from '../../shared/export/report.ts';
import type { Result } from '../../shared/result.ts';
import { drawPictures, toDom } from './element-dom.ts';
import './print.css';
import { loadPrintFonts } from './print-fonts.ts';

/** The report as this page's print layout, printed. */
export function printReport(
  report: QuoteReport,
  print: () => Promise<Result<Bytes>>,
): Promise<Result<Bytes>> {
  return printElement(reportElements(report), print);
}

/**
 * Puts content into this page as its print layout, has the page printed, and takes it away again. The screen does not
 * change meanwhile.
 */
export async function printElement(
  content: ElementNode,
  print: () => Promise<Result<Bytes>>,
): Promise<Result<Bytes>> {
  const root = document.createElement('div');
  root.className = 'print-root';
  root.append(toDom(content));
  await loadPrintFonts(root.textContent);
  await drawPictures(root);
  document.body.append(root);
  try {
    return await print();
  } finally {
    root.remove();
  }
}
