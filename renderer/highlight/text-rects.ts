import type { TextRange } from '../../shared/text/text-map.ts';

/**
 * Client rectangles of the part of a range that stands in `root`, line by line. Text nodes only: a Range over whole
 * elements would also answer the elements' own boxes.
 */
export function textRects(root: Element, range: TextRange): readonly DOMRect[] {
  const rects: DOMRect[] = [];
  for (const run of root.querySelectorAll<HTMLElement>('[data-at]')) {
    const at = Number(run.dataset['at']);
    if (at >= range.end) break;
    const node = run.firstChild;
    if (!(node instanceof Text) || at + node.length <= range.start) continue;
    const part = document.createRange();
    part.setStart(node, Math.max(0, range.start - at));
    part.setEnd(node, Math.min(node.length, range.end - at));
    rects.push(...part.getClientRects());
  }
  return rects;
}
