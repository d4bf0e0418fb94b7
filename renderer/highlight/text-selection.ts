// Selections in the reading column: DOM boundary → offset in the working text. Elements that show a run of it carry its
// start in `data-at`; so do the placeholders of what is not laid out now.
import type { TextRange } from '../../shared/text/text-map.ts';
import { resolveBoundary } from './boundary.ts';

/** An end outside the column is taken to its nearest edge; `length` is that of the working text. */
export function textRangeOf(root: Element, range: Range, length: number): TextRange {
  return {
    start: offsetOf(root, range.startContainer, range.startOffset) ?? length,
    end: offsetOf(root, range.endContainer, range.endOffset) ?? length,
  };
}

function offsetOf(root: Element, container: Node, offset: number): number | undefined {
  const found = resolveBoundary(root, container, offset, startOf);
  return found?.kind === 'inside' ? found.place + found.offset : found?.place;
}

function startOf(node: Node): number | undefined {
  const element = node instanceof Text ? node.parentElement : node;
  const at = element instanceof HTMLElement ? element.dataset['at'] : undefined;
  return at === undefined ? undefined : Number(at);
}
