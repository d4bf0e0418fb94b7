// How many device pixels a page may cost. A canvas beyond these limits fails silently in Chromium or eats the memory of
// a small laptop; a little softness at extreme zoom is the better bargain.
const maxPixelRatio = 2;
const maxCanvasPixels = 16_777_216;
const maxCanvasSide = 16_384;

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
  /** Device pixels per CSS pixel that the canvas really has. */
  readonly ratio: number;
}

/** Size in device pixels of the canvas for a page of `width` × `height` CSS pixels. */
export function canvasSize(width: number, height: number, devicePixelRatio: number): CanvasSize {
  const ratio = Math.min(
    maxPixelRatio,
    devicePixelRatio,
    Math.sqrt(maxCanvasPixels / (width * height)),
    maxCanvasSide / Math.max(width, height),
  );
  return {
    width: Math.max(1, Math.floor(width * ratio)),
    height: Math.max(1, Math.floor(height * ratio)),
    ratio,
  };
}
