// One open PDF: its pages, their item streams, and one queue for the work on them. Owned by the screen that shows it.
import {
  PDFWorker,
  type PDFDocumentProxy,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { MarkedArea } from '../../shared/evidence/mark.ts';
import type { TextPage } from '../../shared/text/working-text.ts';
import { openPdf, textOptions, type PdfTextContent } from '../extract/pdfjs.ts';
import { readLivePage } from './live-page.ts';
import { NearestFirst } from './nearest-first.ts';
import type { LaidText, PageSession } from './page-session.ts';
import { paintPage, paintPart } from './paint-page.ts';
import { layText } from './text-layer.ts';

/** CSS pixels per point at zoom 1. */
const pixelsPerPoint = 96 / 72;
/** Finer than print needs: 4 pixels per point are 288 dots an inch. */
const mostPerPoint = 4;

/**
 * Opening a document is mostly the start of its worker, so one waits warm. A worker serves one document and is ended with
 * it: whatever a hostile file did to it ends too.
 */
let warm: Worker | undefined;

export function warmPdfEngine(): void {
  warm ??= startEngine();
}

function takeEngine(): Worker {
  const engine = warm ?? startEngine();
  warm = undefined;
  return engine;
}

/** One of its own, for whoever measures what a cold one costs. */
export function startEngine(): Worker {
  return new Worker(new URL('./pdf-engine.worker.ts', import.meta.url), { type: 'module' });
}

export class PdfSession implements PageSession {
  readonly queue = new NearestFirst();
  readonly unit = pixelsPerPoint;
  readonly #document: PDFDocumentProxy;
  readonly #engine: Worker;
  readonly #pages = new Map<number, Promise<PDFPageProxy>>();
  /** How many parts of the screen show each page. */
  readonly #uses = new Map<number, number>();

  private constructor(document: PDFDocumentProxy, engine: Worker) {
    this.#document = document;
    this.#engine = engine;
  }

  /** Rejects with pdf.js's exceptions. `bytes` is empty afterwards, and `engine` ends with the session. */
  static async open(bytes: Uint8Array<ArrayBuffer>, engine = takeEngine()): Promise<PdfSession> {
    try {
      return new PdfSession(
        await openPdf(bytes, { worker: PDFWorker.create({ port: engine }) }),
        engine,
      );
    } catch (error) {
      engine.terminate();
      throw error;
    }
  }

  get pageCount(): number {
    return this.#document.numPages;
  }

  /** `index` counts from 0. */
  page(index: number): Promise<PDFPageProxy> {
    const known = this.#pages.get(index);
    if (known !== undefined) return known;
    const page = this.#document.getPage(index + 1);
    this.#pages.set(index, page);
    return page;
  }

  async text(index: number): Promise<PdfTextContent> {
    return (await this.page(index)).getTextContent(textOptions);
  }

  async paint(
    index: number,
    scale: number,
    signal: AbortSignal,
  ): Promise<HTMLCanvasElement | undefined> {
    return paintPage(await this.page(index), scale, signal, () => this.queue.whenFree());
  }

  async layText(
    container: HTMLElement,
    index: number,
    stored: TextPage,
    signal: AbortSignal,
  ): Promise<LaidText | undefined> {
    const isAway = (): boolean => signal.aborted;
    const [page, content] = await Promise.all([this.page(index), this.text(index)]);
    await this.queue.whenFree();
    if (isAway()) return undefined;
    const spans = await layText(container, content, page.getViewport({ scale: 1 }));
    return signal.aborted ? undefined : { live: readLivePage(index, page, content, stored), spans };
  }

  async cutOut(area: MarkedArea, mostSide: number): Promise<HTMLCanvasElement> {
    const scale = Math.min(mostPerPoint, mostSide / Math.max(area.width, area.height));
    const leave = this.use(area.page);
    return paintPart(await this.page(area.page), area, scale).finally(leave);
  }

  /**
   * Says that a page is shown, and answers the way to say that it no longer is: once nobody shows it, what pdf.js keeps for
   * it is let go of.
   */
  use(index: number): () => void {
    this.#uses.set(index, (this.#uses.get(index) ?? 0) + 1);
    return () => {
      const left = (this.#uses.get(index) ?? 1) - 1;
      if (left > 0) this.#uses.set(index, left);
      else {
        this.#uses.delete(index);
        this.#release(index);
      }
    };
  }

  #release(index: number): void {
    const page = this.#pages.get(index);
    this.#pages.delete(index);
    void page?.then(
      (loaded) => loaded.cleanup(),
      () => undefined,
    );
  }

  async close(): Promise<void> {
    this.queue.clear();
    await this.#document.loadingTask.destroy();
    this.#engine.terminate();
    // Who read one document reads another: it will find its worker started.
    warmPdfEngine();
  }
}
