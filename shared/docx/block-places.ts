// Where the blocks of a part go as it is read: the part itself, a cell, a text box, a note, one inside the other.
import type { DocxBlock } from './docx-document.ts';
import type { ListCounter } from './numbering.ts';
import type { OpenParagraph } from './open-paragraph.ts';

interface Place {
  readonly blocks: DocxBlock[];
  /** What a paragraph whose end was deleted leaves to the next. */
  held: OpenParagraph | undefined;
}

export class BlockPlaces {
  readonly #counter: ListCounter;
  readonly #root: Place = { blocks: [], held: undefined };
  readonly #inner: Place[] = [];

  constructor(counter: ListCounter) {
    this.#counter = counter;
  }

  /** Of the place that is open now. */
  get blocks(): DocxBlock[] {
    return this.#open.blocks;
  }

  /** Answers whether it became a block: one whose end was deleted waits for the next. */
  put(paragraph: OpenParagraph): boolean {
    const place = this.#open;
    if (place.held !== undefined) paragraph.takeOver(place.held);
    place.held = paragraph.joinsNext ? paragraph : undefined;
    if (!paragraph.joinsNext) this.#write(place, paragraph);
    return !paragraph.joinsNext;
  }

  /** Opens a place; at its end what was held there stands alone. */
  open(done: (blocks: DocxBlock[]) => void): () => void {
    const place: Place = { blocks: [], held: undefined };
    this.#inner.push(place);
    return () => {
      this.#inner.pop();
      this.#release(place);
      done(place.blocks);
    };
  }

  /** What waits for a paragraph that does not come, as a table stands there. */
  release(): void {
    this.#release(this.#open);
  }

  /** The blocks of the part, which is at its end. */
  finish(): readonly DocxBlock[] {
    this.#release(this.#root);
    return this.#root.blocks;
  }

  get #open(): Place {
    return this.#inner.at(-1) ?? this.#root;
  }

  #release(place: Place): void {
    const { held } = place;
    place.held = undefined;
    if (held !== undefined) this.#write(place, held);
  }

  #write({ blocks }: Place, paragraph: OpenParagraph): void {
    const { block, boxes } = paragraph.finish(this.#counter);
    blocks.push(block);
    append(blocks, boxes);
  }
}

/** Not spread into a call: there may be more of them than a call takes arguments. */
export function append(to: DocxBlock[], blocks: readonly DocxBlock[]): void {
  for (const block of blocks) to.push(block);
}
