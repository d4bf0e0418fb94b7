import type { ElementNode } from '../../shared/export/element.ts';

/** The same document as the HTML export, node by node: no markup is parsed, so no text can become an element. */
export function toDom({ tag, attributes, children }: ElementNode): HTMLElement {
  const dom = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value);
  dom.append(...children.map((child) => (typeof child === 'string' ? child : toDom(child))));
  return dom;
}
