import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodePng, type Pixels } from '../../../../shared/picture/png.ts';
import { readPictureHeader } from '../../../../shared/picture/picture.ts';

const pictures = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 }))
  .chain(([width, height]) =>
    fc
      .uint8Array({ minLength: 4 * width * height, maxLength: 4 * width * height })
      .map((data): Pixels => ({ width, height, data: Uint8Array.from(data) })),
  );

test('a picture comes back pixel by pixel, on white', () => {
  fc.assert(
    fc.property(pictures, ({ width, height, data }) => {
      const { size, rows } = readBack(encodePng({ width, height, data }));
      expect(size).toEqual({ width, height, orientation: 1 });
      const expected = Array.from({ length: 3 * width * height }, (_, i) => {
        const at = 4 * Math.floor(i / 3);
        const alpha = (data[at + 3] ?? 0) / 255;
        return Math.round((data[at + (i % 3)] ?? 0) * alpha + 255 * (1 - alpha));
      });
      rows.forEach((value, i) => {
        expect(Math.abs(value - (expected[i] ?? -9))).toBeLessThanOrEqual(1);
      });
    }),
  );
});

test('nothing but a picture is in the file', () => {
  const bytes = encodePng({ width: 2, height: 1, data: new Uint8Array(8) });
  expect(chunksOf(bytes).map(({ name }) => name)).toEqual(['IHDR', 'IDAT', 'IEND']);
});

function chunksOf(bytes: Uint8Array<ArrayBuffer>) {
  const view = new DataView(bytes.buffer);
  const chunks: { name: string; data: Uint8Array<ArrayBuffer> }[] = [];
  for (let at = 8; at < bytes.length;) {
    const end = at + 8 + view.getUint32(at);
    const name = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    chunks.push({ name, data: bytes.slice(at + 8, end) });
    at = end + 4;
  }
  return chunks;
}

function readBack(bytes: Uint8Array<ArrayBuffer>) {
  const size = readPictureHeader(bytes);
  const packed = chunksOf(bytes).find(({ name }) => name === 'IDAT')?.data ?? new Uint8Array(0);
  const filtered = inflateSync(packed);
  const stride = 3 * (size?.width ?? 0);
  const rows: number[] = [];
  for (let at = 0; at < filtered.length; at += stride + 1) {
    expect(filtered[at]).toBe(2);
    for (let i = 0; i < stride; i++) {
      const above = rows[rows.length - stride] ?? 0;
      rows.push(((filtered[at + 1 + i] ?? 0) + above) & 255);
    }
  }
  return { size, rows };
}
