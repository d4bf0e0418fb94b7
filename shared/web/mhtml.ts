// A page saved as one file (MHTML, RFC 2557): its first HTML part, decoded, and where and when it was saved. Pictures,
// style sheets and frames are not looked at.
import { dayOf, type SavedFrom } from './saved-from.ts';
import { webAddress } from './web-address.ts';

interface MhtmlPage {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly charset: string;
  readonly saved: SavedFrom;
}

type Headers = ReadonlyMap<string, string>;

interface Entity {
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer>;
}

const longestHead = 1 << 16;
const mostParts = 10_000;
const deepest = 4;

/** Undefined where there is no HTML part that can be found. */
export function readMhtml(bytes: Uint8Array<ArrayBuffer>): MhtmlPage | undefined {
  const whole = entityOf(bytes);
  const page = whole === undefined ? undefined : htmlPart(whole, deepest);
  if (whole === undefined || page === undefined) return undefined;
  const location =
    webAddress(whole.headers.get('snapshot-content-location') ?? '') ??
    webAddress(page.headers.get('content-location') ?? '') ??
    webAddress(whole.headers.get('content-location') ?? '');
  const on = dayOf(whole.headers.get('date') ?? '');
  return {
    bytes: decodeBody(page),
    charset: parameter(page.headers.get('content-type') ?? '', 'charset'),
    saved: { ...(location !== undefined && { url: location }), ...(on !== undefined && { on }) },
  };
}

function htmlPart(entity: Entity, levels: number): Entity | undefined {
  const type = entity.headers.get('content-type') ?? 'text/plain';
  if (/^\s*(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return entity;
  if (!/^\s*multipart\//i.test(type) || levels === 0) return undefined;
  const parts = splitParts(entity.body, parameter(type, 'boundary'));
  const start = parameter(type, 'start');
  const root =
    start === '' ? undefined : parts.find(({ headers }) => headers.get('content-id') === start);
  for (const part of root === undefined ? parts : [root, ...parts]) {
    const found = htmlPart(part, levels - 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

function entityOf(bytes: Uint8Array<ArrayBuffer>): Entity | undefined {
  const end = headEnd(bytes);
  if (end === undefined) return undefined;
  return { headers: readHeaders(bytes.subarray(0, end.head)), body: bytes.subarray(end.body) };
}

const lf = 0x0a;
const cr = 0x0d;

/** The empty line behind the headers. */
function headEnd(bytes: Uint8Array): { readonly head: number; readonly body: number } | undefined {
  for (let i = 0; i < Math.min(bytes.length, longestHead); i++) {
    if (bytes[i] !== lf) continue;
    const next = bytes[i + 1] === cr ? i + 2 : i + 1;
    if (bytes[next] === lf) return { head: i, body: next + 1 };
  }
  return undefined;
}

/** Unfolded; of headers that are repeated the first. */
function readHeaders(bytes: Uint8Array<ArrayBuffer>): Headers {
  const text = new TextDecoder('latin1').decode(bytes).replace(/\r?\n[ \t]+/g, ' ');
  const headers = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    if (!headers.has(name)) headers.set(name, line.slice(colon + 1).trim());
  }
  return headers;
}

const parameters = /;\s*([\w-]{1,40})\s*=\s*(?:"([^"]*)"|([^\s;"]*))/g;

/** Empty where the header has none of that name. */
function parameter(header: string, name: string): string {
  for (const [, key = '', quoted, bare = ''] of header.matchAll(parameters)) {
    if (key.toLowerCase() === name) return quoted ?? bare;
  }
  return '';
}

/** The parts between lines `--boundary`; a file cut short ends its last part. */
function splitParts(body: Uint8Array<ArrayBuffer>, boundary: string): readonly Entity[] {
  if (boundary === '') return [];
  const mark = new TextEncoder().encode(`--${boundary}`);
  const parts: Entity[] = [];
  let start: number | undefined;
  for (let line = 0; line < body.length && parts.length < mostParts; line = nextLine(body, line)) {
    if (!startsWith(body, line, mark)) continue;
    if (start !== undefined) {
      const entity = entityOf(body.subarray(start, lineBreakBefore(body, line)));
      if (entity !== undefined) parts.push(entity);
    }
    const isLast = body[line + mark.length] === 0x2d && body[line + mark.length + 1] === 0x2d;
    if (isLast) return parts;
    start = nextLine(body, line);
  }
  const rest = start === undefined ? undefined : entityOf(body.subarray(start));
  return rest === undefined ? parts : [...parts, rest];
}

function nextLine(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(lf, from);
  return end < 0 ? bytes.length : end + 1;
}

function lineBreakBefore(bytes: Uint8Array, line: number): number {
  return bytes[line - 2] === cr ? line - 2 : line - 1;
}

function startsWith(bytes: Uint8Array, from: number, mark: Uint8Array): boolean {
  return mark.every((byte, i) => bytes[from + i] === byte);
}

function decodeBody({ headers, body }: Entity): Uint8Array<ArrayBuffer> {
  switch ((headers.get('content-transfer-encoding') ?? '').toLowerCase()) {
    case 'base64':
      return fromBase64(body);
    case 'quoted-printable':
      return fromQuotedPrintable(body);
    default:
      return body;
  }
}

function fromBase64(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(Math.ceil((body.length * 3) / 4));
  let length = 0;
  let bits = 0;
  let held = 0;
  for (const byte of body) {
    const value = sextet(byte);
    if (value === undefined) continue;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    out[length++] = (held >> bits) & 0xff;
  }
  return out.slice(0, length);
}

function sextet(byte: number): number | undefined {
  if (byte >= 0x41 && byte <= 0x5a) return byte - 0x41;
  if (byte >= 0x61 && byte <= 0x7a) return byte - 0x47;
  if (byte >= 0x30 && byte <= 0x39) return byte + 4;
  if (byte === 0x2b) return 62;
  return byte === 0x2f ? 63 : undefined;
}

/** RFC 2045, 6.7. What is no escape stays as it is. */
function fromQuotedPrintable(body: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(body.length);
  let length = 0;
  for (let i = 0; i < body.length; i++) {
    const byte = body[i] ?? 0;
    if (byte !== 0x3d) {
      out[length++] = byte;
      continue;
    }
    const [a, b] = [body[i + 1], body[i + 2]];
    if (a === lf) {
      i += 1;
    } else if (a === cr && b === lf) {
      i += 2;
    } else {
      const value = Number.parseInt(String.fromCharCode(a ?? 0x20, b ?? 0x20), 16);
      const isEscape = isHex(a) && isHex(b);
      out[length++] = isEscape ? value : byte;
      if (isEscape) i += 2;
    }
  }
  return out.slice(0, length);
}

function isHex(byte: number | undefined): boolean {
  return byte !== undefined && /[0-9a-f]/i.test(String.fromCharCode(byte));
}
