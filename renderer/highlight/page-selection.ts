// Selections over a PDF's text layers: DOM boundary → point in the page's item stream.
import type { PagePoint } from '../../shared/text/text-map.ts';
import { resolveBoundary } from './boundary.ts';

/** Stands after every item of any page. */
const afterAll = Number.MAX_SAFE_INTEGER;

type ItemPlace = Pick<PagePoint, 'page' | 'item'>;

/** Knows which item each text node shows, and which pages are only placeholders now. */
export class TextLayerIndex {
  readonly #places = new WeakMap<Node, ItemPlace>();

  /** `spans` by item index. */
  addLayer(page: number, spans: readonly HTMLElement[]): void {
    spans.forEach((span, item) => {
      if (span.firstChild !== null) this.#places.set(span.firstChild, { page, item });
    });
  }

  /** A page without a text layer: an end that falls in it stands at the page's beginning. */
  addPlaceholder(page: number, host: Element): void {
    this.#places.set(host, { page, item: 0 });
  }

  removePlaceholder(host: Element): void {
    this.#places.delete(host);
  }

  /** Start and end of a DOM range; an end outside the document is taken to its nearest edge. */
  pointsOf(root: Element, range: Range, pageCount: number): readonly [PagePoint, PagePoint] {
    return [
      this.#point(root, range.startContainer, range.startOffset, pageCount),
      this.#point(root, range.endContainer, range.endOffset, pageCount),
    ];
  }

  #point(root: Element, container: Node, offset: number, pageCount: number): PagePoint {
    const found = resolveBoundary(root, container, offset, (node) => this.#places.get(node));
    if (found === undefined) return { page: pageCount - 1, item: afterAll, offset: 0 };
    return { ...found.place, offset: found.kind === 'inside' ? found.offset : 0 };
  }
}
