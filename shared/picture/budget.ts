// What one picture may cost: four bytes a pixel while it is decoded, whatever its file says.

/** A page of A3 at 450 dots an inch, and what pdf.js is told of the pictures in a PDF. */
const mostPixels = 64_000_000;
/** Longer than any canvas that Chromium draws reliably. */
const mostSide = 16_384;

export function isTooLarge({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): boolean {
  return Math.max(width, height) > mostSide || width * height > mostPixels;
}
