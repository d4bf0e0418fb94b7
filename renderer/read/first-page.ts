// pdf.js with nothing around it: what the reader's first page is measured against.
import { returnCanvas } from './canvas-pool.ts';
import { paintPage } from './paint-page.ts';
import { PdfSession, startEngine } from './pdf-session.ts';

/** Opens the document, paints its first page on a canvas `width` device pixels wide, and lets both go. */
export async function paintFirstPage(bytes: Uint8Array<ArrayBuffer>, width: number): Promise<void> {
  const session = await PdfSession.open(bytes, startEngine());
  const page = await session.page(0);
  const scale = width / page.getViewport({ scale: 1 }).width / globalThis.devicePixelRatio;
  const canvas = await paintPage(page, scale, new AbortController().signal);
  if (canvas !== undefined) returnCanvas(canvas);
  void session.close();
}
