// A page of a register as a camera gives it: ruled lines and strokes that stand for writing. Nothing in it can be read.
import { zlibSync } from 'fflate';

const [width, height] = [480, 640];
const [paper, line, ink] = [244, 205, 60];
const rule = 28;
const margin = 56;

export function registerPng(): Uint8Array {
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8); // bits a sample; the rest is nought: grey, deflate, no interlacing
  const chunks = [
    chunk('IHDR', new Uint8Array(header.buffer)),
    chunk('IDAT', zlibSync(scanlines(), { level: 9 })),
    chunk('IEND', new Uint8Array()),
  ];
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    13,
    10,
    26,
    10,
    ...chunks.flatMap((c) => [...c]),
  ]);
}

/** Each row begins with its filter, 0. */
function scanlines(): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0; y < height; y++) {
    const onRule = y > 60 && y % rule === 0;
    for (let x = 0; x < width; x++) {
      const grey = isStroke(x, y) ? ink : onRule || x === margin ? line : paper;
      rows[y * (width + 1) + 1 + x] = grey;
    }
  }
  return rows;
}

/** Waves above each rule, in words of uneven length; the last line stops half-way. */
function isStroke(x: number, y: number): boolean {
  const row = Math.floor(y / rule);
  if (row < 3 || row > 20 || x < margin + 12) return false;
  if (x > (row === 20 ? 200 : width - 40 - ((row * 37) % 60))) return false;
  if ((x + row * 23) % (34 + (row % 5) * 9) < 8) return false;
  const wave = Math.sin(x * 0.55 + row) * 4 + Math.sin(x * 0.17 + 2 * row) * 3;
  return Math.abs((y % rule) - 16 - wave) < 1.4;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, checksum(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** CRC-32 as PNG has it. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
