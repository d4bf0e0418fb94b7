import type { Bytes } from '../../shared/bytes.ts';
import type { ElementNode } from '../../shared/export/element.ts';
import { reportElements } from '../../shared/export/report-elements.ts';
import type { Printed } from '../../shared/export/pdf.ts';
import type { QuoteReport } from '../../shared/export/report.ts';
import { ok, type Result } from '../../shared/result.ts';
import { drawPictures, toDom } from './element-dom.ts';
import './print.css';
import { loadPrintFonts, loadWideFonts } from './print-fonts.ts';
import { addReadingLayer } from './reading-layer.ts';
import { undrawnCharacters } from './undrawn.ts';
import { undrawnInPrint } from './undrawn-words.ts';

export interface Print extends Printed {
  /** Characters of it that no font could draw; it says so itself. */
  readonly undrawn: readonly string[];
}

/** The report as this page's print layout, printed. */
export function printReport(
  report: QuoteReport,
  print: () => Promise<Result<Bytes>>,
): Promise<Result<Print>> {
  return printElement(reportElements(report), print);
}

/**
 * Puts content into this page as its print layout, has the page printed, and takes it away again. The screen does not
 * change meanwhile.
 */
export async function printElement(
  content: ElementNode,
  print: () => Promise<Result<Bytes>>,
): Promise<Result<Print>> {
  const root = document.createElement('div');
  root.className = 'print-root';
  root.append(toDom(content));
  await loadPrintFonts(root.textContent);
  await drawPictures(root);
  document.body.append(root);
  root.dataset['measured'] = '';
  const undrawn = await drawWhatCanBe(root);
  const layer = await addReadingLayer(root);
  delete root.dataset['measured'];
  try {
    const printed = await print();
    return printed.ok ? ok({ bytes: printed.value, letters: layer.letters, undrawn }) : printed;
  } finally {
    root.remove();
    layer.remove();
  }
}

/** Says at the head of the print what no font here can draw, and answers it. */
async function drawWhatCanBe(root: HTMLElement): Promise<readonly string[]> {
  const { fontFamily } = getComputedStyle(root);
  const missing = undrawnCharacters(root.textContent, fontFamily);
  if (missing.length === 0) return missing;
  await loadWideFonts(missing.join(''));
  const undrawn = undrawnCharacters(missing.join(''), fontFamily);
  if (undrawn.length > 0) {
    const said = document.createElement('p');
    said.className = 'undrawn';
    said.append(undrawnInPrint(undrawn));
    root.prepend(said);
  }
  return undrawn;
}
