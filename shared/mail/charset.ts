// Bytes and the name of a character set → text. The name is often wrong: where the bytes say otherwise, they are believed.
import type { Bytes } from '../bytes.ts';
import { decodeText } from '../text/decode.ts';

/** Names that mail programs write and the Encoding Standard does not have. */
const otherNames: ReadonlyMap<string, string> = new Map([
  ['cp932', 'windows-31j'],
  ['cp936', 'gbk'],
  ['cp949', 'euc-kr'],
  ['cp950', 'big5'],
  ['utf8mb4', 'utf-8'],
]);
/** In these any bytes are some text, so that what is declared proves nothing. */
const singleByte = /^(?:windows-125\d|iso-8859-\d+|macintosh|koi8-[ru]|ibm866|windows-874)$/;

/** Never fails: bytes that stand for nothing become U+FFFD. */
export function decodeCharset(bytes: Bytes, declared: string): string {
  const name = declared.trim().toLowerCase();
  const known = name === '' ? undefined : decoderNamed(otherNames.get(name) ?? name);
  if (known === undefined) return undeclared(bytes);
  const asUtf8 = singleByte.test(known) ? decode('utf-8', bytes, true) : undefined;
  if (asUtf8 !== undefined) return asUtf8;
  return decode(known, bytes, true) ?? decode('utf-8', bytes, true) ?? loosely(known, bytes);
}

function undeclared(bytes: Bytes): string {
  const decoded = decodeText(bytes);
  return decoded.kind === 'text' ? decoded.text : loosely('utf-8', bytes);
}

/** The standard's own name; undefined where it has no decoder. */
function decoderNamed(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

function decode(name: string, bytes: Bytes, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(name, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}

function loosely(name: string, bytes: Bytes): string {
  return decode(name, bytes, false) ?? '';
}
