// The reading layer of a print. What a browser prints in Arabic, Uyghur or Hebrew looks right and reads back wrong: marks
// stand before their letters, words in the order they have on the paper, and an emoji is a picture. So such a passage is
// printed twice: as it is seen, and as it is read, in a font of empty glyphs. `finishPdf` makes the first silent.
import {
  mostReadingGlyphs,
  readingCharacter,
  readingFont,
  type ReadingGlyph,
} from '../../shared/export/reading-font.ts';
import { arePrintFontsEnough } from './print-fonts.ts';
import {
  overlapping,
  readingRuns,
  readsBack,
  type ReadingRun,
} from '../../shared/export/reading-runs.ts';

interface Layer {
  /** In the order of the font's glyphs: what each stands for. */
  readonly letters: readonly string[];
  /** Takes the font out of the page again. */
  readonly remove: () => void;
}

/** Adds the layer to the print layout in `root`, which is laid out as wide as the paper. */
export async function addReadingLayer(root: HTMLElement): Promise<Layer> {
  const glyphs = new Glyphs();
  for (const block of root.querySelectorAll<HTMLElement>(
    'h1, h2, h3, p, blockquote, figcaption, li, td, th',
  )) {
    const text = block.textContent;
    if (!readsBack(text) || !arePrintFontsEnough(text)) tell(block, glyphs);
  }
  const letters = glyphs.all.map(({ text }) => text);
  if (letters.length === 0) return { letters, remove: () => undefined };
  const face = new FontFace('Print Reading', readingFont(glyphs.all));
  document.fonts.add(await face.load());
  return { letters, remove: () => document.fonts.delete(face) };
}

/** Each pair of a letter and its width once. */
class Glyphs {
  readonly all: ReadingGlyph[] = [];
  readonly #known = new Map<string, number>();

  /** The character that is set for it; none where the font is full. */
  character(text: string, width: number): string {
    const key = `${width} ${text}`;
    let index = this.#known.get(key);
    if (index === undefined) {
      if (this.all.length === mostReadingGlyphs) return '';
      index = this.all.length;
      this.all.push({ text, width });
      this.#known.set(key, index);
    }
    return readingCharacter(index);
  }
}

interface Placed {
  readonly span: HTMLElement;
  readonly text: string;
  readonly box: DOMRect;
  readonly blankAfter: boolean;
}

function tell(block: HTMLElement, glyphs: Glyphs): void {
  const words = partWords(block);
  const style = getComputedStyle(block);
  const base = style.direction === 'rtl' ? 'right-to-left' : 'left-to-right';
  for (const line of linesOf(words)) {
    const size = Number.parseFloat(style.fontSize);
    const seen = line.map(({ text, box, blankAfter }) => ({
      ...{ text, blankAfter, left: box.left, right: box.right },
    }));
    const height = Math.max(...line.map(({ box }) => box.height));
    // One run is as high as the line. Several stand below each other in it, so low that none overlaps another.
    const counted = readingRuns(seen, base, 1).length;
    const small = counted === 1 ? size : Math.min(size, height / counted / 1.1);
    const runs = readingRuns(seen, base, 0.3 * small);
    (counted === 1 ? runs : overlapping(runs)).forEach((run, at) => {
      const anchor = line[run.word];
      if (anchor === undefined) return;
      const top = (counted === 1 ? (height - small) / 2 : at * 1.1 * small) + line[0].box.top;
      anchor.span.className = 'anchor';
      anchor.span.append(told(run, anchor.box, top, small, glyphs));
    });
  }
}

function told(
  { left, letters }: ReadingRun,
  box: DOMRect,
  top: number,
  size: number,
  glyphs: Glyphs,
): HTMLElement {
  const span = document.createElement('span');
  span.className = 'told';
  span.style.left = `${left - box.left}px`;
  span.style.top = `${top - box.top}px`;
  span.style.fontSize = `${size}px`;
  let end = 0;
  let reached = 0;
  for (const { text, width } of letters) {
    end += (width / size) * 1000;
    // In steps, so that the font stays small, and from the whole, so that the steps do not add up to an error.
    const step = Math.min(Math.max(Math.round((end - reached) / 20) * 20, 20), 30_000);
    reached += step;
    span.append(glyphs.character(text, step));
  }
  span.normalize();
  return span;
}

const wordOrBlank =
  /\s+|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]|[^\s\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303f\uff00-\uffef]{1,40}/gu;

/** Puts each word into an element of its own, unseen by whatever reads the page. */
function partWords(block: HTMLElement): Placed[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  const words: { span: HTMLElement; text: string; blankAfter: boolean }[] = [];
  for (const node of nodes) {
    const parts = (node.data.match(wordOrBlank) ?? []).map((text) => {
      if (/^\s/u.test(text)) {
        const last = words.at(-1);
        if (last !== undefined) last.blankAfter = true;
        return hidden(text);
      }
      const span = document.createElement('span');
      span.append(hidden(text));
      words.push({ span, text, blankAfter: false });
      return span;
    });
    node.replaceWith(...parts);
  }
  return words.flatMap((word) => {
    const [box] = word.span.getClientRects();
    return box === undefined ? [] : [{ ...word, box }];
  });
}

/** From whatever reads the page: the print has it without a mark. */
function hidden(text: string): HTMLElement {
  const span = document.createElement('span');
  span.ariaHidden = 'true';
  span.append(text);
  return span;
}

type Line = [Placed, ...Placed[]];

function linesOf(words: readonly Placed[]): Line[] {
  const lines: Line[] = [];
  for (const word of words) {
    const first = lines.at(-1)?.[0];
    const middle = word.box.top + word.box.height / 2;
    if (first !== undefined && middle > first.box.top && middle < first.box.bottom) {
      lines.at(-1)?.push(word);
    } else lines.push([word]);
  }
  return lines;
}
