// Decoders differ in whether they turn a picture by its EXIF. Here they never do: the number is taken out of the copy
// that is decoded, and the turn is made when the picture is drawn.
import type { Orientation, PictureType } from './header.ts';
import { jpegOrientation } from './jpeg.ts';
import { pngExif } from './png-header.ts';
import { webpOrientation } from './webp.ts';

/** Makes every decoder take the pixels as they are stored. Changes `bytes`. */
export function dropOrientation(bytes: Uint8Array<ArrayBuffer>, type: PictureType): void {
  if (type === 'image/png') {
    const exif = pngExif(bytes);
    // A name no decoder knows. Its checksum is wrong now, which they let pass in what they need not understand.
    if (exif !== undefined) bytes.set([0x78, 0x78, 0x78, 0x78], exif.start - 4);
    return;
  }
  const found =
    type === 'image/jpeg'
      ? jpegOrientation(bytes)
      : type === 'image/webp'
        ? webpOrientation(bytes)
        : undefined;
  if (found === undefined) return;
  new DataView(bytes.buffer, bytes.byteOffset).setUint16(found.at, 1, found.littleEndian);
}

/**
 * The turn as a canvas transform [a, b, c, d, e, f]: stored pixels of a picture `width` × `height` (as stored) to upright
 * ones.
 */
export function turnOf(
  orientation: Orientation,
  width: number,
  height: number,
): readonly [number, number, number, number, number, number] {
  switch (orientation) {
    case 1:
      return [1, 0, 0, 1, 0, 0];
    case 2:
      return [-1, 0, 0, 1, width, 0];
    case 3:
      return [-1, 0, 0, -1, width, height];
    case 4:
      return [1, 0, 0, -1, 0, height];
    case 5:
      return [0, 1, 1, 0, 0, 0];
    case 6:
      return [0, 1, -1, 0, height, 0];
    case 7:
      return [0, -1, -1, 0, height, width];
    case 8:
      return [0, -1, 1, 0, 0, width];
  }
}
