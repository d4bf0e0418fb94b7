// XML as events, strictly: what is not well formed, declares a document type, or is nested without end is refused. With no
// document type there are no entities beyond XML's own five, and nothing is fetched or expanded.
import { SaxesParser } from 'saxes';
import type { Bytes } from '../bytes.ts';

export interface XmlHandler {
  /** `name`: local name where the element is WordprocessingML, with a prefix where it is one of those below, else `other`. Attributes by local name. */
  readonly open: (name: string, attributes: ReadonlyMap<string, string>) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/** `unsafe`: of a kind that is made to hurt. */
export type ReadXml = 'read' | 'damaged' | 'unsafe';

/** Word's are of the transitional and of the strict form of the standard (ISO/IEC 29500). */
const prefixes: ReadonlyMap<string, string> = new Map([
  ['http://schemas.openxmlformats.org/wordprocessingml/2006/main', ''],
  ['http://purl.oclc.org/ooxml/wordprocessingml/main', ''],
  ['http://schemas.openxmlformats.org/markup-compatibility/2006', 'mc:'],
  ['http://schemas.openxmlformats.org/officeDocument/2006/math', 'm:'],
  ['http://purl.oclc.org/ooxml/officeDocument/math', 'm:'],
  ['http://schemas.openxmlformats.org/package/2006/relationships', 'rel:'],
  ['http://purl.org/dc/elements/1.1/', 'dc:'],
]);
const deepest = 400;
/** Read piece by piece, so that whoever waits hears that it goes on. */
const pieceLength = 1_000_000;

/** Where it was refused, the handler has seen a part of it. A handler that throws has had enough: damaged. */
export function readXml(bytes: Bytes, handler: XmlHandler, onPiece?: () => void): ReadXml {
  const text = decode(bytes);
  if (text === undefined) return 'damaged';
  let depth = 0;
  const refused: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  const refuse = (): never => {
    refused.push('unsafe');
    throw new Error('made to hurt');
  };
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', refuse);
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (++depth > deepest) refuse();
    const own = new Map(Object.values(attributes).map((one) => [one.local, one.value]));
    handler.open(nameOf(local, uri), own);
  });
  parser.on('text', handler.text);
  parser.on('closetag', ({ local, uri }) => {
    depth--;
    handler.close(nameOf(local, uri));
  });
  try {
    for (let at = 0; at < text.length; at += pieceLength) {
      parser.write(text.slice(at, at + pieceLength));
      onPiece?.();
    }
    parser.close();
    return 'read';
  } catch {
    return refused.length > 0 ? 'unsafe' : 'damaged';
  }
}

function nameOf(local: string, uri: string): string {
  const prefix = prefixes.get(uri);
  return prefix === undefined ? 'other' : prefix + local;
}

function decode(bytes: Bytes): string | undefined {
  const [a, b] = bytes;
  const encoding =
    a === 0xff && b === 0xfe ? 'utf-16le' : a === 0xfe && b === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
