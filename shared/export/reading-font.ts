// A font of glyphs without an area, made for one print. The reading layer sets its words in it: what is seen is drawn by real fonts,
// what is copied and searched is told by this one. OpenType 1.9: https://learn.microsoft.com/typography/opentype/spec/
import { concat, utf8, type Bytes } from '../bytes.ts';

export interface ReadingGlyph {
  /** What it stands for: a character, or an emoji of several. */
  readonly text: string;
  /** In thousandths of the font's size. */
  readonly width: number;
}

/** The font's name in a PDF, behind the tag of its subset. */
export const readingFontName = 'EvidenceReading';

/** Supplementary Private Use Area-A: no shaping, from left to right, and no other font has it. */
const firstCode = 0xf0000;
/** Glyph 0 is the one for what is missing. */
export const mostReadingGlyphs = 0xfffd;

/** The character that is set to show the glyph at `index`. */
export function readingCharacter(index: number): string {
  return String.fromCodePoint(firstCode + index);
}

/** A TrueType font of at least one glyph and at most `mostReadingGlyphs`. */
export function readingFont(glyphs: readonly ReadingGlyph[]): Bytes {
  const widths = [500, ...glyphs.map(({ width }) => width)];
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const count = widths.length;
  // In the order the format wants them: by tag.
  return fontFile([
    ['OS/2', os2(widest)],
    ['cmap', characterMap(count - 1)],
    ['glyf', concat(...Array<Bytes>(count).fill(bareGlyph))],
    ['head', head()],
    ['hhea', horizontalHeader(widest, count)],
    ['hmtx', u16s(widths.flatMap((width) => [width, 0]))],
    ['loca', u32s(Array.from({ length: count + 1 }, (_, at) => at * bareGlyph.length))],
    ['maxp', concat(u32s([0x00010000]), u16s([count, 3, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0]))],
    ['name', names()],
    ['post', concat(u32s([0x00030000, 0]), u16s([0, 0]), u32s([0, 0, 0, 0, 0]))],
  ]);
}

const unitsPerEm = 1000;
const ascent = 800;
const descent = 200;
/** Of the line that every glyph is; from the origin. */
const corner = [400, 700] as const;

/**
 * A line there and back: it covers nothing, but the browser leaves out of a print what has no outline at all. One contour
 * of three points on the curve; 30 bytes, as long offsets want it even.
 */
const bareGlyph = concat(
  u16s([1, 0, 0, ...corner, 2, 0]),
  new Uint8Array([1, 1, 1]),
  u16s([0, corner[0], -corner[0], 0, corner[1], -corner[1]]),
  new Uint8Array(1),
);

function head(): Bytes {
  return concat(
    u32s([0x00010000, 0x00010000, 0, 0x5f0f3cf5]),
    u16s([0x0003, unitsPerEm]),
    u32s([0, 0, 0, 0]), // made and changed: no moment
    u16s([0, 0, ...corner, 0, 8, 2, 1, 0]),
  );
}

function horizontalHeader(widest: number, count: number): Bytes {
  const rest = [widest, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, count];
  return concat(u32s([0x00010000]), u16s([ascent, -descent, 0, ...rest]));
}

function os2(widest: number): Bytes {
  return concat(
    // Version 3; weight 400, width 5, free to embed.
    u16s([3, Math.min(widest, 0x7fff), 400, 5, 0]),
    u16s([650, 600, 0, 75, 650, 600, 0, 350, 50, 250, 0]),
    new Uint8Array(10), // panose
    u32s([0, 0, 0, 0]),
    utf8('EVID'),
    u16s([0x0040, 0xffff, 0xffff, ascent, -descent, 0, ascent, descent]),
    u32s([1, 0]),
    u16s([500, 700, 0, 0x20, 1]),
  );
}

/** Format 12: one group, glyph 1 at the first code. */
function characterMap(count: number): Bytes {
  return concat(
    u16s([0, 1, 3, 10]),
    u32s([12]),
    u16s([12, 0]),
    u32s([28, 0, 1, firstCode, firstCode + count - 1, 1]),
  );
}

function names(): Bytes {
  const texts = [
    readingFontName,
    'Regular',
    readingFontName,
    readingFontName,
    '1',
    readingFontName,
  ];
  const written = texts.map(utf16);
  const ids = [1, 2, 3, 4, 5, 6];
  let offset = 0;
  const records = written.map((bytes, at) => {
    const record = u16s([3, 1, 0x409, ids[at] ?? 0, bytes.length, offset]);
    offset += bytes.length;
    return record;
  });
  return concat(u16s([0, ids.length, 6 + 12 * ids.length]), ...records, ...written);
}

function fontFile(tables: readonly (readonly [tag: string, bytes: Bytes])[]): Bytes {
  const power = Math.floor(Math.log2(tables.length));
  const range = 16 * 2 ** power;
  let offset = 12 + 16 * tables.length;
  const records = tables.map(([tag, bytes]) => {
    const record = concat(utf8(tag), u32s([checksum(bytes), offset, bytes.length]));
    offset += padded(bytes).length;
    return record;
  });
  const file = concat(
    u32s([0x00010000]),
    u16s([tables.length, range, power, 16 * tables.length - range]),
    ...records,
    ...tables.map(([, bytes]) => padded(bytes)),
  );
  // The file's own sum is made while its place in `head` is empty.
  const at = tables
    .slice(0, headAt(tables))
    .reduce((sum, [, bytes]) => sum + padded(bytes).length, 0);
  const place = 12 + 16 * tables.length + at + 8;
  new DataView(file.buffer).setUint32(place, (0xb1b0afba - checksum(file)) >>> 0);
  return file;
}

function headAt(tables: readonly (readonly [tag: string, bytes: Bytes])[]): number {
  return tables.findIndex(([tag]) => tag === 'head');
}

function padded(bytes: Bytes): Bytes {
  return concat(bytes, new Uint8Array((4 - (bytes.length % 4)) % 4));
}

function checksum(bytes: Bytes): number {
  const whole = padded(bytes);
  const view = new DataView(whole.buffer);
  let sum = 0;
  for (let at = 0; at < whole.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function utf16(text: string): Bytes {
  return u16s(Array.from({ length: text.length }, (_, at) => text.charCodeAt(at)));
}

function u16s(values: readonly number[]): Bytes {
  const bytes = new Uint8Array(2 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, at) => {
    view.setUint16(2 * at, value & 0xffff);
  });
  return bytes;
}

function u32s(values: readonly number[]): Bytes {
  const bytes = new Uint8Array(4 * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, at) => {
    view.setUint32(4 * at, value >>> 0);
  });
  return bytes;
}
