// The transparent text over a page: what the pointer selects and a screen reader reads. pdf.js sets the spans; this file
// keeps which item of the page's stream each one shows.
import { TextLayer, type PageViewport } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PdfTextContent } from '../extract/pdfjs.ts';
import styles from './text-layer.module.css';

/**
 * Fills `container` and answers the spans by item index; an item without text has a span that is not in the document.
 * pdf.js sets one span for each item that has a `str`, and without marked content every item has.
 */
export async function layText(
  container: HTMLElement,
  content: PdfTextContent,
  viewport: PageViewport,
): Promise<readonly HTMLElement[]> {
  const layer = new TextLayer({ textContentSource: content, container, viewport });
  await layer.render();
  const end = document.createElement('div');
  end.className = styles['end'] ?? '';
  container.append(end);
  return layer.textDivs;
}

/**
 * Spans stand apart, so a drag crosses empty space all the time, and there Chromium takes the layer's nearest edge: the
 * selection would jump to the whole page. While a drag goes on, an unselectable box fills the space between the spans
 * (as in pdf.js's own viewer). Returns the way to stop.
 */
export function shieldEmptySpace(root: HTMLElement): () => void {
  const selecting = styles['selecting'] ?? '';
  const begin = (event: PointerEvent): void => {
    if (event.button === 0) root.classList.add(selecting);
  };
  const finish = (): void => {
    root.classList.remove(selecting);
  };
  root.addEventListener('pointerdown', begin);
  document.addEventListener('pointerup', finish);
  window.addEventListener('blur', finish);
  return () => {
    root.removeEventListener('pointerdown', begin);
    document.removeEventListener('pointerup', finish);
    window.removeEventListener('blur', finish);
  };
}
