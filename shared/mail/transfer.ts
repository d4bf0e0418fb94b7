// Content-Transfer-Encoding (RFC 2045, 6): how bytes were made fit for mail.
import type { Bytes } from '../bytes.ts';

/** The bytes as they were. What is damaged in them is passed over, as mail programs do. */
export function decodeTransfer(bytes: Bytes, encoding: string): Bytes {
  switch (encoding.trim().toLowerCase()) {
    case 'base64':
      return decodeBase64(bytes);
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes);
    default:
      return bytes.slice();
  }
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const none = 255;
const base64Values = new Uint8Array(256).fill(none);
for (let value = 0; value < alphabet.length; value++) {
  base64Values[alphabet.charCodeAt(value)] = value;
}
const equals = 0x3d;

/** Signs that are none of the alphabet are skipped; a run that was padded may be followed by another. */
export function decodeBase64(bytes: Bytes): Bytes {
  const out = new Uint8Array(Math.ceil((bytes.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    if (byte === equals) {
      bits = 0;
      held = 0;
      continue;
    }
    const value = base64Values[byte] ?? none;
    if (value === none) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[length++] = held >> bits;
  }
  return out.slice(0, length);
}

const newline = 10;
const carriageReturn = 13;

export function decodeQuotedPrintable(bytes: Bytes): Bytes {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte !== equals) {
      out[length++] = byte;
      continue;
    }
    const high = hexValue(bytes[at + 1]);
    const low = hexValue(bytes[at + 2]);
    if (high !== undefined && low !== undefined) {
      out[length++] = 16 * high + low;
      at += 2;
      continue;
    }
    const lineEnd = endOfSoftBreak(bytes, at + 1);
    if (lineEnd === undefined) out[length++] = byte;
    else at = lineEnd;
  }
  return out.slice(0, length);
}

/** `=` and nothing but blanks up to the line's end joins two lines: where that end is. */
function endOfSoftBreak(bytes: Bytes, from: number): number | undefined {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x09) at++;
  if (at >= bytes.length) return at;
  if (bytes[at] === carriageReturn && bytes[at + 1] === newline) return at + 1;
  return bytes[at] === newline || bytes[at] === carriageReturn ? at : undefined;
}

function hexValue(byte: number | undefined): number | undefined {
  if (byte === undefined) return undefined;
  if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
  const letter = byte & 0xdf;
  return letter >= 0x41 && letter <= 0x46 ? letter - 0x37 : undefined;
}
