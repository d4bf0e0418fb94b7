// A mail as a tree of parts (RFC 2046), under limits: its bytes are cut at the boundaries, and nothing is decoded yet.
import type { Bytes } from '../bytes.ts';
import { fieldValue, readHeader, type HeaderField } from './header-fields.ts';
import { readParameters } from './parameters.ts';

export interface MimePart {
  readonly fields: readonly HeaderField[];
  /** Media type in lower case: `text/plain` where nothing is said. */
  readonly type: string;
  readonly parameters: ReadonlyMap<string, string>;
  /** `inline`, `attachment` or empty. */
  readonly disposition: string;
  /** As the header has it; empty where it has none. */
  readonly fileName: string;
  /** As sent; a view into the mail. */
  readonly body: Bytes;
  /** Of a multipart that holds any. */
  readonly parts: readonly MimePart[];
}

export type ReadMime =
  { readonly kind: 'read'; readonly root: MimePart } | { readonly kind: 'too-large' | 'unsafe' };

/** Beyond these a mail is kept and not taken apart. Real ones have a few dozen parts, four deep. */
const mostParts = 1_000;
const deepest = 24;

interface Budget {
  parts: number;
  refused: 'too-large' | 'unsafe' | undefined;
}

export function readMime(bytes: Bytes): ReadMime {
  const budget: Budget = { parts: 0, refused: undefined };
  const root = readPart(bytes, 0, 'text/plain', budget);
  if (root === undefined) return { kind: budget.refused ?? 'too-large' };
  return { kind: 'read', root };
}

/** Undefined once a limit was passed. */
function readPart(
  bytes: Bytes,
  depth: number,
  usualType: string,
  budget: Budget,
): MimePart | undefined {
  const header = ++budget.parts > mostParts ? undefined : readHeader(bytes);
  if (header === undefined) budget.refused = 'too-large';
  if (depth > deepest) budget.refused = 'unsafe';
  if (header === undefined || budget.refused !== undefined) return undefined;
  const { fields, body } = header;
  const stated = readParameters(fieldValue(fields, 'content-type') ?? '');
  const type = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(stated.value) ? stated.value : usualType;
  const { value: disposition, parameters } = readParameters(
    fieldValue(fields, 'content-disposition') ?? '',
  );
  const fileName = parameters.get('filename') ?? stated.parameters.get('name') ?? '';
  const own = { fields, parameters: stated.parameters, disposition, fileName, body };
  const boundary = stated.parameters.get('boundary') ?? '';
  if (!type.startsWith('multipart/')) return { ...own, type, parts: [] };
  const parts: MimePart[] = [];
  for (const inner of splitAtBoundary(body, boundary, mostParts - budget.parts + 1)) {
    const usual = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
    const part = readPart(inner, depth + 1, usual, budget);
    if (part === undefined) return undefined;
    parts.push(part);
  }
  // A multipart of no parts is shown as it stands: its text must not be lost for a wrong boundary.
  return { ...own, type: parts.length > 0 ? type : 'text/plain', parts };
}

const newline = 10;
const carriageReturn = 13;
const dash = 45;

/** What lies between the lines `--boundary`. The line end before such a line belongs to it. */
function splitAtBoundary(body: Bytes, boundary: string, most: number): Bytes[] {
  if (boundary === '') return [];
  const parts: Bytes[] = [];
  let from: number | undefined;
  for (let at = 0; at < body.length && parts.length < most;) {
    const found = body.indexOf(newline, at);
    const end = found < 0 ? body.length : found;
    const kind =
      body[at] === dash && body[at + 1] === dash ? lineKind(body, at + 2, end, boundary) : 'other';
    if (kind !== 'other') {
      if (from !== undefined)
        parts.push(body.subarray(from, Math.max(from, withoutLineEnd(body, at))));
      from = end + 1;
      if (kind === 'last') return parts;
    }
    at = end + 1;
  }
  // The last line is missing where a mail was cut off.
  if (from !== undefined && from < body.length && parts.length < most)
    parts.push(body.subarray(from));
  return parts;
}

function lineKind(
  body: Bytes,
  from: number,
  end: number,
  boundary: string,
): 'next' | 'last' | 'other' {
  let at = from;
  for (let i = 0; i < boundary.length; i++) {
    if (body[at++] !== boundary.charCodeAt(i)) return 'other';
  }
  const isLast = body[at] === dash && body[at + 1] === dash;
  if (isLast) at += 2;
  // Some programs leave blanks behind it; anything else makes it another line, or another boundary.
  while (at < end && (body[at] === 0x20 || body[at] === 0x09 || body[at] === carriageReturn)) at++;
  if (at < end) return 'other';
  return isLast ? 'last' : 'next';
}

function withoutLineEnd(body: Bytes, at: number): number {
  if (body[at - 1] !== newline) return at;
  return body[at - 2] === carriageReturn ? at - 2 : at - 1;
}
