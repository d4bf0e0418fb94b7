// The value of a header field → text: encoded words (RFC 2047), bytes above ASCII that were left as they are (RFC 6532, and
// programs of before).
import { concat, type Bytes } from '../bytes.ts';
import { decodeCharset } from './charset.ts';
import { decodeBase64, decodeQuotedPrintable } from './transfer.ts';

const encodedWord = /=\?([^?\s]{1,60})\?([bq])\?([^?]*)\?=/gi;

/** `value`: one character a byte. `charset`: what the mail's text is written in, for bytes that say nothing of it. */
export function decodeWords(value: string, charset = ''): string {
  const pieces: string[] = [];
  /** Encoded words in a row of one character set: a character may be cut in two between them. */
  let row: { readonly charset: string; readonly bytes: Bytes[] } | undefined;
  let at = 0;
  const closeRow = () => {
    if (row !== undefined) pieces.push(decodeCharset(concat(...row.bytes), row.charset));
    row = undefined;
  };
  for (const { 0: whole, 1: label = '', 2: way = '', 3: body = '', index } of value.matchAll(
    encodedWord,
  )) {
    const between = value.slice(at, index);
    const own = label.replace(/\*.*$/, '').toLowerCase();
    const isRow = row !== undefined && between.trim() === '';
    if (!isRow || row?.charset !== own) closeRow();
    if (!isRow) pieces.push(decodeRaw(between, charset));
    row ??= { charset: own, bytes: [] };
    row.bytes.push(
      way.toLowerCase() === 'b'
        ? decodeBase64(toBytes(body))
        : decodeQuotedPrintable(toBytes(body.replaceAll('_', ' '))),
    );
    at = index + whole.length;
  }
  closeRow();
  pieces.push(decodeRaw(value.slice(at), charset));
  return pieces
    .join('')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

function decodeRaw(value: string, charset: string): string {
  return /^[\0-\x7f]*$/.test(value) ? value : decodeCharset(toBytes(value), charset);
}

export function toBytes(value: string): Bytes {
  const bytes = new Uint8Array(value.length);
  for (let at = 0; at < value.length; at++) bytes[at] = value.charCodeAt(at);
  return bytes;
}
