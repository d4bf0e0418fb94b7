import type { ElementNode } from '../../shared/export/element.ts';

/** The same document as the HTML export, node by node: no markup is parsed, so no text can become an element. */
export function toDom({ tag, attributes, children }: ElementNode): HTMLElement {
  if (tag === 'img') return pictureCanvas(attributes);
  const dom = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) dom.setAttribute(name, value);
  dom.append(...children.map((child) => (typeof child === 'string' ? child : toDom(child))));
  return dom;
}

/** The policy of the page lets no `data:` in, and a Blob would be copied to another process: a picture is drawn instead. */
function pictureCanvas({
  src = '',
  alt = '',
  width,
  height,
}: ElementNode['attributes']): HTMLElement {
  const canvas = document.createElement('canvas');
  canvas.width = Number(width);
  canvas.height = Number(height);
  canvas.setAttribute('role', 'img');
  canvas.setAttribute('aria-label', alt);
  undrawn.set(canvas, src.slice(src.indexOf(',') + 1));
  return canvas;
}

const undrawn = new WeakMap<HTMLCanvasElement, string>();

/** Draws the pictures among what `toDom` made; they are blank until then. One that cannot be drawn stays so. */
export async function drawPictures(root: Element): Promise<void> {
  for (const canvas of root.querySelectorAll('canvas')) {
    const coded = undrawn.get(canvas);
    if (coded === undefined) continue;
    const data = Uint8Array.from(atob(coded), (character) => character.charCodeAt(0));
    const decoder = new ImageDecoder({ data, type: 'image/png' });
    const decoded = await decoder.decode().catch(() => undefined);
    if (decoded !== undefined) {
      canvas.getContext('2d')?.drawImage(decoded.image, 0, 0);
      decoded.image.close();
    }
    decoder.close();
  }
}
