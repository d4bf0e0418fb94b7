// The tree of a page as the HTML standard builds it, by parse5, within limits. It is only ever walked with a stack of our
// own: a page may nest ten thousand deep.
import { defaultTreeAdapter, parse, type DefaultTreeAdapterMap, type TreeAdapter } from 'parse5';

export type PageElement = DefaultTreeAdapterMap['element'];
export type PageNode = DefaultTreeAdapterMap['childNode'];
export type PageDocument = DefaultTreeAdapterMap['document'];

/** Beyond these the parser's own work grows with its square: formatting elements are made anew in every paragraph. */
const mostElements = 2_000_000;
const deepest = 20_000;
const longestAttribute = 1 << 16;

class PageTooLarge extends Error {}

/** Undefined when it is beyond what can be built. */
export function parsePage(html: string): PageDocument | undefined {
  let elements = 0;
  let depth = 0;
  const adapter: TreeAdapter<DefaultTreeAdapterMap> = {
    ...defaultTreeAdapter,
    createElement(tagName, namespaceURI, attrs) {
      if (++elements > mostElements) throw new PageTooLarge();
      for (const attr of attrs) if (attr.value.length > longestAttribute) attr.value = '';
      return defaultTreeAdapter.createElement(tagName, namespaceURI, attrs);
    },
    onItemPush() {
      if (++depth > deepest) throw new PageTooLarge();
    },
    onItemPop() {
      depth--;
    },
  };
  try {
    return parse(withoutData(html), { treeAdapter: adapter });
  } catch (error) {
    if (error instanceof PageTooLarge) return undefined;
    throw error;
  }
}

/**
 * Pictures and fonts written into a page (SingleFile does so) go before it is parsed: parse5 puts attributes together
 * character by character, and tens of megabytes of them would not fit in memory. Text that is shown is not touched.
 */
function withoutData(html: string): string {
  const kept: string[] = [];
  let from = 0;
  for (
    let at = html.indexOf('data:');
    at >= 0;
    at = html.indexOf('data:', Math.max(from, at + 5))
  ) {
    const end = dataEnd(html, at);
    if (end - at < leastData || !/["'(=]/.test(html.charAt(at - 1))) continue;
    kept.push(html.slice(from, at), 'data:,');
    from = end;
  }
  return from === 0 ? html : kept.join('') + html.slice(from);
}

const leastData = 300;
const dataCharacter = /[\w/+=%.;,:-]/;

function dataEnd(html: string, start: number): number {
  let end = start;
  while (end < html.length && dataCharacter.test(html.charAt(end))) end++;
  return end;
}

export function isElement(node: PageNode | PageDocument): node is PageElement {
  return 'tagName' in node;
}

export function isText(node: PageNode): node is DefaultTreeAdapterMap['textNode'] {
  return node.nodeName === '#text';
}

/** Empty where it has none. */
export function attribute(element: PageElement, name: string): string {
  return element.attrs.find((attr) => attr.name === name)?.value ?? '';
}

export function hasAttribute(element: PageElement, name: string): boolean {
  return element.attrs.some((attr) => attr.name === name);
}

/** Every node below, in the order of the page; `enter` says whether to go into an element. */
export function* nodesBelow(
  root: PageDocument | PageElement,
  enter: (element: PageElement) => boolean = () => true,
): Generator<PageNode> {
  const stack = [{ nodes: root.childNodes, next: 0 }];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (node === undefined) {
      stack.pop();
      continue;
    }
    yield node;
    if (isElement(node) && enter(node)) stack.push({ nodes: node.childNodes, next: 0 });
  }
}

/** The text of an element with blanks folded, as far as `most` characters: for titles and labels. */
export function textOf(element: PageElement, most = 1000): string {
  let text = '';
  for (const node of nodesBelow(element)) {
    if (isText(node)) text += node.value.slice(0, most);
    if (text.length > 4 * most) break;
  }
  return text.replace(/\s+/g, ' ').trim().slice(0, most);
}
