// One open picture: a document of one page without text.
import type { MarkedArea } from '../../shared/evidence/mark.ts';
import { takeCanvas } from './canvas-pool.ts';
import { canvasSize } from './canvas-size.ts';
import { NearestFirst } from './nearest-first.ts';
import type { LaidText, PageSession } from './page-session.ts';
import type { PicturePart, PictureReply, PictureRequest } from './picture-messages.ts';

/** A scan has five times the pixels of a screen: at zoom 1 no picture is wider than this, in CSS pixels. */
const naturalWidth = 1100;
/** Silence after which a picture is given up; it was decoded once before, at import. */
const patienceMs = 30_000;

export class PictureSession implements PageSession {
  readonly queue = new NearestFirst();
  readonly unit: number;
  readonly #engine: Worker;
  readonly #size: { readonly width: number; readonly height: number };
  #asked = 0;
  readonly #waiting = new Map<number, (bitmap: ImageBitmap | undefined) => void>();

  private constructor(engine: Worker, size: { readonly width: number; readonly height: number }) {
    this.#engine = engine;
    this.#size = size;
    this.unit = Math.min(1, naturalWidth / size.width);
    engine.addEventListener('message', ({ data }: MessageEvent<PictureReply>) => {
      if (data.kind === 'drawn') this.#settle(data.id, data.bitmap);
    });
    engine.addEventListener('error', () => {
      for (const id of this.#waiting.keys()) this.#settle(id, undefined);
    });
  }

  /** Rejects where the bytes are no picture that may be drawn. They are empty afterwards. */
  static async open({ buffer }: Uint8Array<ArrayBuffer>): Promise<PictureSession> {
    const engine = new Worker(new URL('./picture-engine.worker.ts', import.meta.url), {
      type: 'module',
    });
    const { promise, resolve } = Promise.withResolvers<PictureReply>();
    const timer = setTimeout(resolve, patienceMs, { kind: 'refused' } satisfies PictureReply);
    const listening = new AbortController();
    const { signal } = listening;
    engine.addEventListener(
      'message',
      ({ data }: MessageEvent<PictureReply>) => {
        resolve(data);
      },
      { signal },
    );
    engine.addEventListener(
      'error',
      () => {
        resolve({ kind: 'refused' });
      },
      { signal },
    );
    engine.postMessage({ kind: 'open', bytes: buffer } satisfies PictureRequest, [buffer]);
    const answer = await promise;
    clearTimeout(timer);
    listening.abort();
    if (answer.kind === 'opened') return new PictureSession(engine, answer);
    engine.terminate();
    throw new Error('the picture cannot be drawn');
  }

  async paint(
    _index: number,
    scale: number,
    signal: AbortSignal,
  ): Promise<HTMLCanvasElement | undefined> {
    const { width, height } = this.#size;
    const size = canvasSize(width * scale, height * scale, globalThis.devicePixelRatio);
    // More pixels than the picture has would only cost.
    const share = Math.min(1, width / size.width);
    const toWidth = Math.max(1, Math.round(size.width * share));
    const toHeight = Math.max(1, Math.round(size.height * share));
    const bitmap = await this.#draw({ x: 0, y: 0, width, height, toWidth, toHeight });
    if (!signal.aborted) return onCanvas(bitmap);
    bitmap.close();
    return undefined;
  }

  layText(): Promise<LaidText> {
    const page = { index: 0, view: [], items: [], solid: 0 };
    return Promise.resolve({
      live: { page, fits: true, transform: [1, 0, 0, 1, 0, 0] },
      spans: [],
    });
  }

  async cutOut({ x, y, width, height }: MarkedArea, mostSide: number): Promise<HTMLCanvasElement> {
    const share = Math.min(1, mostSide / Math.max(width, height));
    const toWidth = Math.max(1, Math.round(width * share));
    const toHeight = Math.max(1, Math.round(height * share));
    return onCanvas(await this.#draw({ x, y, width, height, toWidth, toHeight }));
  }

  /** Its one page stays decoded as long as it is open. */
  use(): () => void {
    return () => undefined;
  }

  close(): Promise<void> {
    this.queue.clear();
    for (const id of this.#waiting.keys()) this.#settle(id, undefined);
    this.#engine.terminate();
    return Promise.resolve();
  }

  /** Rejects where the worker ended in the middle of it. */
  async #draw(part: PicturePart): Promise<ImageBitmap> {
    const id = ++this.#asked;
    const bitmap = await new Promise<ImageBitmap | undefined>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#engine.postMessage({ kind: 'draw', id, part } satisfies PictureRequest);
    });
    if (bitmap === undefined) throw new Error('the picture was closed');
    return bitmap;
  }

  #settle(id: number, bitmap: ImageBitmap | undefined): void {
    this.#waiting.get(id)?.(bitmap);
    this.#waiting.delete(id);
  }
}

function onCanvas(bitmap: ImageBitmap): HTMLCanvasElement {
  const canvas = takeCanvas();
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return canvas;
}
