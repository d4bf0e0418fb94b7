// The header of a mail or of one of its parts: fields, unfolded, still as bytes (RFC 5322, 2.2). What follows it is the body.
import type { Bytes } from '../bytes.ts';

export interface HeaderField {
  /** In lower case. */
  readonly name: string;
  /** Each character is one byte: `header-words.ts` makes text of it. */
  readonly value: string;
}

export interface HeaderBlock {
  readonly fields: readonly HeaderField[];
  readonly body: Bytes;
}

/** Of one header. Real ones have some kilobytes, of long lists of recipients some hundred. */
const mostHeaderBytes = 2 ** 20;
const newline = 10;

/** Undefined where the header is larger than any real one. A line that is no field ends it, and belongs to the body. */
export function readHeader(bytes: Bytes): HeaderBlock | undefined {
  const lines: string[] = [];
  let at = 0;
  while (at < bytes.length) {
    const found = bytes.indexOf(newline, at);
    const end = found < 0 ? bytes.length : found;
    if (end > mostHeaderBytes) return undefined;
    const line = asBytes(bytes.subarray(at, end)).replace(/\r$/, '');
    if (line === '') return { fields: lines.map(fieldOf), body: bytes.subarray(end + 1) };
    if (/^[ \t]/.test(line) && lines.length > 0) lines.push(`${lines.pop() ?? ''}${line}`);
    else if (/^[!-9;-~]+[ \t]*:/.test(line)) lines.push(line);
    // A folder of mails in one file (mbox) begins each with such a line.
    else if (at > 0 || !line.startsWith('From ')) break;
    at = end + 1;
  }
  return { fields: lines.map(fieldOf), body: bytes.subarray(at) };
}

/** The first field of a name. */
export function fieldValue(fields: readonly HeaderField[], name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value;
}

function fieldOf(line: string): HeaderField {
  const colon = line.indexOf(':');
  return {
    name: line.slice(0, colon).trimEnd().toLowerCase(),
    value: line.slice(colon + 1).trim(),
  };
}

/** Each byte one character; the decoder named Latin-1 is Windows-1252. */
function asBytes(bytes: Bytes): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) {
    text += String.fromCharCode(...bytes.subarray(at, at + 4096));
  }
  return text;
}
