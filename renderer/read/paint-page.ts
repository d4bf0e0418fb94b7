import { RenderingCancelledException, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { MarkedArea } from '../../shared/evidence/mark.ts';
import { returnCanvas, takeCanvas } from './canvas-pool.ts';
import { canvasSize } from './canvas-size.ts';

/**
 * Paints a page onto a canvas of its own; `scale` is CSS pixels per point. Answers `undefined` when `signal` took it
 * back, rejects when pdf.js cannot draw the page. Between its slices of work it waits for `whenFree`.
 */
export async function paintPage(
  page: PDFPageProxy,
  scale: number,
  signal: AbortSignal,
  whenFree?: () => Promise<void>,
): Promise<HTMLCanvasElement | undefined> {
  const onScreen = page.getViewport({ scale });
  const size = canvasSize(onScreen.width, onScreen.height, globalThis.devicePixelRatio);
  const canvas = takeCanvas();
  canvas.width = size.width;
  canvas.height = size.height;
  const task = page.render({ canvas, viewport: page.getViewport({ scale: scale * size.ratio }) });
  if (whenFree !== undefined) {
    task.onContinue = (goOn: () => void) => {
      void whenFree().then(goOn);
    };
  }
  const cancel = (): void => {
    task.cancel();
  };
  signal.addEventListener('abort', cancel);
  try {
    await task.promise;
    return canvas;
  } catch (error) {
    returnCanvas(canvas);
    if (error instanceof RenderingCancelledException) return undefined;
    throw error;
  } finally {
    signal.removeEventListener('abort', cancel);
  }
}

/** Paints a part of a page; `scale` is pixels per point. */
export async function paintPart(
  page: PDFPageProxy,
  { x, y, width, height }: MarkedArea,
  scale: number,
): Promise<HTMLCanvasElement> {
  const canvas = takeCanvas();
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const viewport = page.getViewport({ scale, offsetX: -x * scale, offsetY: -y * scale });
  try {
    await page.render({ canvas, viewport }).promise;
    return canvas;
  } catch (error) {
    returnCanvas(canvas);
    throw error;
  }
}
