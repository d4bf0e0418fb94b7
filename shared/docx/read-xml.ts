// XML as events, strictly: what is not well formed, declares a document type, or is nested without end is refused. With no
// document type there are no entities beyond XML's own five, and nothing is fetched or expanded.
import { SaxesParser } from 'saxes';

export interface XmlHandler {
  /** `name`: local name where the element is WordprocessingML, else `other`; attributes by local name. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** Of the transitional and of the strict form of the standard (ISO/IEC 29500). */
const wordNamespaces: ReadonlySet<string> = new Set([
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
]);
/** The second reading of something newer, for programs that do not know it. */
const compatibility = 'http://schemas.openxmlformats.org/markup-compatibility/2006';
const deepest = 400;

/** False when it was refused; the handler has then seen a part of it. */
export function readXml(bytes: Uint8Array<ArrayBuffer>, handler: XmlHandler): boolean {
  const text = decode(bytes);
  if (text === undefined) return false;
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (why: string | Error): never => {
    throw typeof why === 'string' ? new Error(why) : why;
  };
  parser.on('error', refuse);
  parser.on('doctype', () => refuse('a document type'));
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (++depth > deepest) refuse('nested too deep');
    const own = new Map(Object.values(attributes).map((one) => [one.local, one.value]));
    handler.open(nameOf(local, uri), own);
  });
  parser.on('text', handler.text);
  parser.on('closetag', ({ local, uri }) => {
    depth--;
    handler.close(nameOf(local, uri));
  });
  try {
    parser.write(text).close();
    return true;
  } catch {
    return false;
  }
}

function nameOf(local: string, uri: string): string {
  if (wordNamespaces.has(uri)) return local;
  return uri === compatibility && local === 'Fallback' ? 'Fallback' : 'other';
}

function decode(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const [a, b] = bytes;
  const encoding =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
