// Pictures made on the spot, and the headers of some that nobody should decode.
import { concat, utf8, type Bytes } from '../../shared/bytes.ts';
import { encodePng } from '../../shared/picture/png.ts';

type Colour = readonly [red: number, green: number, blue: number];

/** A PNG of which `colourAt` tells each pixel. */
export function pngPicture(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => Colour,
): Bytes {
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([...colourAt(x, y), 255], 4 * (y * width + x));
  }
  return encodePng({ width, height, data });
}

/** A PNG that says it is of this size; its pixels are not there. */
export function pngOfSize(width: number, height: number): Bytes {
  const bytes = pngPicture(1, 1, () => [0, 0, 0]).slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

/** As `exif.ts` reads it: one entry, the orientation. */
export function exifBlock(orientation: number, littleEndian = true): Bytes {
  const bytes = new Uint8Array(26);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, littleEndian ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, littleEndian);
  view.setUint32(4, 8, littleEndian);
  view.setUint16(8, 1, littleEndian);
  view.setUint16(10, 0x0112, littleEndian);
  view.setUint16(12, 3, littleEndian);
  view.setUint32(14, 1, littleEndian);
  view.setUint16(18, orientation, littleEndian);
  return bytes;
}

/** The segments of a JPEG before its scan. */
export function jpegHead(width: number, height: number, exif?: Bytes): Bytes {
  const segments = [
    ...(exif === undefined ? [] : [segment(0xe1, concat(utf8('Exif\0\0'), exif))]),
    segment(0xc4, new Uint8Array(20)),
    segment(
      0xc0,
      Uint8Array.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 17, 0]),
    ),
  ];
  return concat(Uint8Array.from([0xff, 0xd8]), ...segments, Uint8Array.from([0xff, 0xda]));
}

/** A JPEG with an EXIF segment put behind its first two bytes. */
export function withExif(jpeg: Bytes, exif: Bytes): Bytes {
  return concat(
    jpeg.subarray(0, 2),
    segment(0xe1, concat(utf8('Exif\0\0'), exif)),
    jpeg.subarray(2),
  );
}

function segment(marker: number, data: Bytes): Bytes {
  const length = data.length + 2;
  return concat(Uint8Array.from([0xff, marker, length >> 8, length & 255]), data);
}

export function gifHead(
  screen: readonly [number, number],
  image: readonly [number, number],
): Bytes {
  const two = (value: number): number[] => [value & 255, value >> 8];
  return concat(
    utf8('GIF89a'),
    Uint8Array.from([...two(screen[0]), ...two(screen[1]), 0x80, 0, 0]),
    new Uint8Array(6),
    Uint8Array.from([0x21, 0xf9, 4, 0, 0, 0, 0, 0]),
    Uint8Array.from([0x2c, 0, 0, 0, 0, ...two(image[0]), ...two(image[1]), 0]),
  );
}

export function bmpHead(width: number, height: number): Bytes {
  const bytes = new Uint8Array(54);
  bytes.set(utf8('BM'));
  const view = new DataView(bytes.buffer);
  view.setUint32(14, 40, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  return bytes;
}

export function webpHead(
  kind: 'VP8 ' | 'VP8L' | 'VP8X',
  width: number,
  height: number,
  exif?: Bytes,
): Bytes {
  const size = new Uint8Array(10);
  const view = new DataView(size.buffer);
  if (kind === 'VP8X') {
    view.setUint16(4, (width - 1) & 0xffff, true);
    view.setUint8(6, (width - 1) >> 16);
    view.setUint16(7, (height - 1) & 0xffff, true);
    view.setUint8(9, (height - 1) >> 16);
  } else if (kind === 'VP8L') {
    view.setUint8(0, 0x2f);
    view.setUint32(1, (width - 1) | ((height - 1) << 14), true);
  } else {
    size.set([0, 0, 0, 0x9d, 0x01, 0x2a]);
    view.setUint16(6, width, true);
    view.setUint16(8, height, true);
  }
  const parts = [chunk(kind, size), ...(exif === undefined ? [] : [chunk('EXIF', exif)])];
  return concat(utf8('RIFF'), new Uint8Array(4), utf8('WEBP'), ...parts);
}

function chunk(name: string, data: Bytes): Bytes {
  const bytes = new Uint8Array(8 + data.length + (data.length & 1));
  bytes.set(utf8(name));
  new DataView(bytes.buffer).setUint32(4, data.length, true);
  bytes.set(data, 8);
  return bytes;
}
