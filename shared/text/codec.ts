// A working text in bytes: length of the head (u32, little endian), the head as JSON in UTF-8, the offset map.
// JSON keeps lone surrogates (as escapes), which UTF-8 alone would lose.
import { sourceFormats } from '../evidence/source.ts';
import { fail, ok, type Result } from '../result.ts';
import { oneOf } from '../shape.ts';
import { countSolid } from './blank.ts';
import { parseBlocks, parseSpans } from './block-codec.ts';
import { decodeMap, encodeMap } from './map-codec.ts';
import type {
  Join,
  JoinKind,
  MarkedRange,
  RangeKind,
  Section,
  TextPage,
  WorkingText,
} from './working-text.ts';

const version = 1;
const malformed = fail('response-malformed');

export function encodeWorkingText(work: WorkingText): Uint8Array<ArrayBuffer> {
  const { map, ...rest } = work;
  const head = new TextEncoder().encode(JSON.stringify({ version, ...rest }));
  const columns = encodeMap(map);
  const bytes = new Uint8Array(4 + head.length + columns.length);
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, 4);
  bytes.set(columns, 4 + head.length);
  return bytes;
}

/** Nothing is trusted: a wrong length, type, order or sum is `response-malformed`. */
export function decodeWorkingText(bytes: Uint8Array<ArrayBuffer>): Result<WorkingText> {
  if (bytes.length < 4) return malformed;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headEnd = 4 + view.getUint32(0, true);
  if (headEnd > bytes.length) return malformed;
  const head = parseJson(bytes.subarray(4, headEnd));
  if (!isRecord(head) || head['version'] !== version) return malformed;
  const rest = parseHead(head);
  if (rest === undefined) return malformed;
  const map = decodeMap(bytes.subarray(headEnd), rest.pages.length, countSolid(rest.text));
  return map === undefined ? malformed : ok({ ...rest, map });
}

type Json = Readonly<Record<string, unknown>>;

function parseJson(bytes: Uint8Array<ArrayBuffer>): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

const isFormat = oneOf(...sourceFormats);

function parseHead(head: Json): Omit<WorkingText, 'map'> | undefined {
  const { extractor, format, text, words, unreadable } = head;
  if (typeof extractor !== 'string' || typeof text !== 'string') return undefined;
  if (!isFormat(format)) return undefined;
  if (!isCount(words) || !isCount(unreadable)) return undefined;
  const offset = (value: unknown): value is number => isCount(value) && value <= text.length;
  const pages = parseList(head['pages'], parsePage);
  const sections = parseList(head['sections'], parseSection);
  const ranges = parseList(head['ranges'], parseRange);
  const joins = parseList(head['joins'], parseJoin);
  if (!pages || !sections || !ranges || !joins || pages.length === 0) return undefined;
  const starts = [pages, sections].map((list) => list.map(({ start }) => start));
  const edges = ranges.flatMap(({ start, end }) => [start, end]);
  const inText = [...starts, edges, joins.map(({ at }) => at)];
  if (!inText.every((list) => list.every(offset))) return undefined;
  if (![...starts, edges].every(isAscending)) return undefined;
  const structure = parseStructure(head, text.length);
  if (structure === undefined) return undefined;
  return {
    ...{ extractor, format, text, pages, sections, ranges, joins, words, unreadable },
    ...structure,
  };
}

/** Each part may be absent, as in every text that was stored before there were any. */
function parseStructure(
  { blocks, spans, direction }: Json,
  length: number,
): Pick<WorkingText, 'blocks' | 'spans' | 'direction'> | undefined {
  const ownBlocks = blocks === undefined ? undefined : parseBlocks(blocks, length);
  const ownSpans = spans === undefined ? undefined : parseSpans(spans, length);
  if ((blocks !== undefined && !ownBlocks) || (spans !== undefined && !ownSpans)) return undefined;
  if (direction !== undefined && direction !== 'rtl') return undefined;
  return {
    ...(ownBlocks && { blocks: ownBlocks }),
    ...(ownSpans && { spans: ownSpans }),
    ...(direction && { direction }),
  };
}

function parseList<T>(value: unknown, parse: (item: Json) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items: T[] = [];
  for (const item of value as readonly unknown[]) {
    const parsed = isRecord(item) ? parse(item) : undefined;
    if (parsed === undefined) return undefined;
    items.push(parsed);
  }
  return items;
}

function parsePage({ label, start, width, height, print }: Json): TextPage | undefined {
  if (typeof label !== 'string' || typeof print !== 'string' || !isCount(start)) return undefined;
  if (!isLength(width) || !isLength(height)) return undefined;
  return { label, start, width, height, print };
}

function parseSection({ start, level, title }: Json): Section | undefined {
  if (!isCount(start) || !isCount(level) || typeof title !== 'string') return undefined;
  return { start, level, title };
}

const rangeKinds: readonly RangeKind[] = [
  ...(['furniture', 'footnote', 'noteref', 'boilerplate', 'hidden'] as const),
];

function parseRange({ start, end, kind, page }: Json): MarkedRange | undefined {
  const known = rangeKinds.find((name) => name === kind);
  if (!isCount(start) || !isCount(end) || !isCount(page) || known === undefined) return undefined;
  return { start, end, kind: known, page };
}

const joinKinds: readonly JoinKind[] = ['hyphen-dropped', 'hyphen-kept', 'page', 'column'];

function parseJoin({ at, kind, sure }: Json): Join | undefined {
  const known = joinKinds.find((name) => name === kind);
  if (!isCount(at) || typeof sure !== 'boolean' || known === undefined) return undefined;
  return { at, kind: known, sure };
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isLength(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isAscending(values: readonly number[]): boolean {
  return values.every((value, i) => value >= (values[i - 1] ?? 0));
}
