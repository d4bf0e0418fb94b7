// A document as plain values. html.ts writes it as a file; the print path builds the same as DOM, so that both show
// the same and neither ever parses markup.

export interface ElementNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (ElementNode | string)[];
}

export function element(
  tag: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (ElementNode | string)[]
): ElementNode {
  return { tag, attributes, children };
}

const voidTags = new Set(['meta', 'br', 'hr', 'img']);
/** HTML does not decode what stands in these; nothing but constants may. */
const rawTags = new Set(['style']);

export function writeHtml({ tag, attributes, children }: ElementNode): string {
  const written = Object.entries(attributes).map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  const opening = `<${tag}${written.join('')}>`;
  if (voidTags.has(tag)) return opening;
  const inner = children.map((child) => {
    if (typeof child !== 'string') return writeHtml(child);
    return rawTags.has(tag) ? child : escapeHtml(child);
  });
  return `${opening}${inner.join('')}</${tag}>`;
}

export function escapeHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
