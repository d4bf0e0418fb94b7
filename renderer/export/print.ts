import type { Bytes } from '../../shared/bytes.ts';
import type { ElementNode } from '../../shared/export/element.ts';
import { reportElements } from '../../shared/export/report-elements.ts';
import type { Printed } from '../../shared/export/pdf.ts';
import type { QuoteReport } from '../../shared/export/report.ts';
import { ok, type Result } from '../../shared/result.ts';
import { drawPictures, toDom } from './element-dom.ts';
import './print.css';
import { loadPrintFonts } from './print-fonts.ts';
import { addReadingLayer } from './reading-layer.ts';

/** The report as this page's print layout, printed. */
export function printReport(
  report: QuoteReport,
  print: () => Promise<Result<Bytes>>,
): Promise<Result<Printed>> {
  return printElement(reportElements(report), print);
}

/**
 * Puts content into this page as its print layout, has the page printed, and takes it away again. The screen does not
 * change meanwhile.
 */
export async function printElement(
  content: ElementNode,
  print: () => Promise<Result<Bytes>>,
): Promise<Result<Printed>> {
  const root = document.createElement('div');
  root.className = 'print-root';
  root.append(toDom(content));
  await loadPrintFonts(root.textContent);
  await drawPictures(root);
  document.body.append(root);
  root.dataset['measured'] = '';
  const layer = await addReadingLayer(root);
  delete root.dataset['measured'];
  try {
    const printed = await print();
    return printed.ok ? ok({ bytes: printed.value, letters: layer.letters }) : printed;
  } finally {
    root.remove();
    layer.remove();
  }
}
