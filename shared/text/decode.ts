// Bytes → text. What cannot be told is said, never guessed into rubbish.

import { legacyEncodingOf, type LegacyEncoding } from './legacy-encoding.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | LegacyEncoding;
export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'encoding-unknown' };

const unknown: Decoded = { kind: 'encoding-unknown' };

/**
 * Byte-order mark first, then the pattern of zero bytes (UTF-16), strict UTF-8, UTF-8 with few broken bytes (each is
 * U+FFFD then), Windows-1252 where it is plausible, and the old encodings of other scripts where the text bears them out.
 * Line ends become `\n`: white space has no place in offset maps, so those still fit the text as decoded.
 */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): Decoded {
  const decoded = decodeAsWritten(bytes);
  if (decoded.kind !== 'text') return decoded;
  return { ...decoded, text: decoded.text.replace(/\r\n?/g, '\n') };
}

/** The same with the file's own line ends, for offsets into the file. The byte-order mark is no part of the text. */
export function decodeAsWritten(bytes: Uint8Array<ArrayBuffer>): Decoded {
  const marked = byteOrderMark(bytes);
  if (marked) return decodeAs(marked, bytes);
  const wide = zeroPattern(bytes);
  if (wide) return decodeAs(wide, bytes);
  const strict = decodeAs('utf-8', bytes);
  if (strict.kind === 'text') return isText(strict.text) ? strict : unknown;
  const broken = brokenUtf8(bytes);
  if (broken !== undefined) return { kind: 'text', text: broken, encoding: 'utf-8' };
  if (looksLikeWindows1252(bytes)) return decodeAs('windows-1252', bytes);
  const legacy = legacyEncodingOf(bytes);
  return legacy === undefined ? unknown : decodeAs(legacy, bytes);
}

/** Whole sequences for each broken one: by chance, bytes of another encoding hardly ever make any. */
const wholePerBroken = 4;
const brokenPerCharacter = 1 / 200;

/** The text of UTF-8 that a disk or a cut download has damaged. */
function brokenUtf8(bytes: Uint8Array<ArrayBuffer>): string | undefined {
  const text = new TextDecoder('utf-8').decode(bytes);
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[^\p{ASCII}\ufffd]/gu)?.length ?? 0;
  if (broken > Math.max(1, text.length * brokenPerCharacter)) return undefined;
  return whole >= wholePerBroken * broken && isText(text) ? text : undefined;
}

function decodeAs(encoding: Encoding, bytes: Uint8Array<ArrayBuffer>): Decoded {
  try {
    // The decoder takes the byte-order mark away.
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { kind: 'text', text, encoding };
  } catch {
    return unknown;
  }
}

function byteOrderMark(bytes: Uint8Array): Encoding | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

const sampleBytes = 1 << 16;

/** Latin letters, spaces and line ends of UTF-16 have a zero byte, always on the same side. */
function zeroPattern(bytes: Uint8Array): Encoding | undefined {
  const end = Math.min(bytes.length & -2, sampleBytes);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < end; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const enough = Math.max(1, end / 200);
  if (bytes.length % 2 !== 0 || Math.max(even, odd) < enough) return undefined;
  if (odd > 4 * even) return 'utf-16le';
  return even > 4 * odd ? 'utf-16be' : undefined;
}

/** Control characters other than white space are rare in text. */
function isText(text: string): boolean {
  const sample = text.slice(0, sampleBytes);
  const controls = sample.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  return controls * 50 <= sample.length;
}

/** Bytes Windows-1252 leaves undefined. */
const undefinedBytes: ReadonlySet<number> = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * Western European text: no control or undefined bytes, and high bytes few and mostly alone between ASCII letters.
 * Other legacy encodings (GBK, Shift-JIS, Windows-1251) have them many and in rows.
 */
function looksLikeWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  let inRows = 0;
  let row = 0;
  const closeRow = () => {
    if (row > 2) inRows += row;
    row = 0;
  };
  for (const byte of bytes) {
    if (undefinedBytes.has(byte) || byte === 0x7f || (byte < 0x20 && !isBlankByte(byte))) {
      return false;
    }
    if (byte < 0x80) {
      closeRow();
      continue;
    }
    high++;
    row++;
  }
  closeRow();
  return high <= 0.3 * bytes.length && inRows <= 0.2 * high;
}

function isBlankByte(byte: number): boolean {
  return byte >= 9 && byte <= 13;
}
