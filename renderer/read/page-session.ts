import type { MarkedArea } from '../../shared/evidence/mark.ts';
import type { TextPage } from '../../shared/text/working-text.ts';
import type { LivePage } from './live-page.ts';
import type { NearestFirst } from './nearest-first.ts';

/** A page's text as it is laid out now. */
export interface LaidText {
  readonly live: LivePage;
  /** By item index. */
  readonly spans: readonly HTMLElement[];
}

/** An original that has pages to draw: a PDF, a picture. Owned by the screen that shows it; pages count from 0. */
export interface PageSession {
  readonly queue: NearestFirst;
  /** CSS pixels per unit of `TextPage.width` at zoom 1. */
  readonly unit: number;
  /**
   * Paints a page onto a canvas of its own; `scale` is CSS pixels per unit. Answers `undefined` when `signal` took it
   * back, rejects when it cannot be drawn.
   */
  paint(index: number, scale: number, signal: AbortSignal): Promise<HTMLCanvasElement | undefined>;
  /** Fills `container` with the page's text; `undefined` when `signal` took it back. */
  layText(
    container: HTMLElement,
    index: number,
    stored: TextPage,
    signal: AbortSignal,
  ): Promise<LaidText | undefined>;
  /** A part of a page, upright; its longer side at most `mostSide` pixels and not more than the original has. */
  cutOut(area: MarkedArea, mostSide: number): Promise<HTMLCanvasElement>;
  /**
   * Says that a page is shown, and answers the way to say that it no longer is: once nobody shows it, what is kept for it
   * is let go of.
   */
  use(index: number): () => void;
  close(): Promise<void>;
}
