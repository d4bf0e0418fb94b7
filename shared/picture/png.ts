// Pixels → PNG. Our own, because a canvas gives its picture only as a Blob, which Chromium copies to another process, and
// so that nothing but pixels is in it: four chunks, no text, no time, no colour profile.
import { zlibSync } from 'fflate';
import { concat, type Bytes } from '../bytes.ts';

/** Rows of red, green, blue and alpha, a byte each, from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array<ArrayBuffer> | Uint8ClampedArray<ArrayBuffer>;
}

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const truecolour = 2;

/** The picture on white paper: what is transparent is white. The same pixels give the same bytes. */
export function encodePng({ width, height, data }: Pixels): Bytes {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, truecolour, 0, 0, 0], 8);
  return concat(
    Uint8Array.from(signature),
    chunk('IHDR', header),
    chunk('IDAT', new Uint8Array(zlibSync(filtered({ width, height, data })))),
    chunk('IEND', new Uint8Array(0)),
  );
}

/** Every row as what differs from the row above (filter 2), the first as it is: cheap, and good for pages. */
function filtered({ width, height, data }: Pixels): Uint8Array<ArrayBuffer> {
  const stride = 3 * width;
  const rows = new Uint8Array(height * (stride + 1));
  let above = new Uint8Array(stride);
  let row = new Uint8Array(stride);
  for (let y = 0; y < height; y++) {
    onWhite(row, data, y * width * 4);
    const at = y * (stride + 1);
    rows[at] = 2;
    for (let i = 0; i < stride; i++) rows[at + 1 + i] = (row[i] ?? 0) - (above[i] ?? 0);
    [above, row] = [row, above];
  }
  return rows;
}

function onWhite(row: Uint8Array<ArrayBuffer>, data: Pixels['data'], from: number): void {
  for (let x = 0, at = from; x < row.length; x += 3, at += 4) {
    const alpha = data[at + 3] ?? 0;
    for (let i = 0; i < 3; i++) {
      const value = data[at + i] ?? 0;
      row[x + i] = alpha === 255 ? value : Math.round((value * alpha) / 255 + 255 - alpha);
    }
  }
}

function chunk(name: string, data: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(data.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) bytes[4 + i] = name.charCodeAt(i);
  bytes.set(data, 8);
  view.setUint32(bytes.length - 4, checksum(bytes.subarray(4, bytes.length - 4)));
  return bytes;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) {
    value = (value & 1) === 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  }
  return value;
});

/** CRC-32 of PNG, annex D. */
function checksum(bytes: Uint8Array<ArrayBuffer>): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
