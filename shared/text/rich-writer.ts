import type { TextRange } from './text-map.ts';
import type { OffsetMap } from './working-text.ts';

/** What blanks are made of before a character: one space, or as they stand. */
type Blanks = 'collapsed' | 'kept';

const pieces = /\s+|\u00ad+|[^\s\u00ad]+/g;
/** What HTML collapses, and line terminators. No-break and wide spaces are the author's and stay. */
const collapsible = /[\t\n\v\f\r \u2028\u2029]+/g;
const mostBlanks = 1000;

/**
 * Writes the text of a structured document and its offset map: blanks fold, soft hyphens go, every other character stands
 * in both. A line begins only when something is written in it.
 */
export class RichWriter {
  readonly #parts: string[] = [];
  readonly #w: number[] = [];
  readonly #s: number[] = [];
  readonly #sn: number[] = [];
  #length = 0;
  #solid = 0;
  /** Units of the stream that are no blanks, so far. */
  #place = 0;
  /** Blanks that are written once a character follows in the same block. */
  #blanks = '';
  #inBlock = false;
  #breaks = false;

  /** What is written next stands in a line of its own, begun with its first character or tab. */
  startLine(): void {
    this.startCell();
    this.#breaks = this.#length > 0;
  }

  /** Blanks before what is written next are dropped. Answers where it will stand. */
  startCell(): number {
    this.#blanks = '';
    this.#inBlock = false;
    return this.#breaks ? this.#length + 1 : this.#length;
  }

  /** Parts two cells. */
  tab(): void {
    this.startCell();
    this.#beginLine();
    this.#raw('\t');
  }

  /** Where its characters stand, or undefined when it holds none. */
  write(text: string, blanks: Blanks): TextRange | undefined {
    let start = -1;
    let end = -1;
    for (const [piece] of text.matchAll(pieces)) {
      const first = piece.charAt(0);
      if (first === '\u00ad') {
        this.#place += piece.length;
      } else if (first.trim() === '') {
        this.#hold(piece, blanks);
      } else {
        const at = this.#solidPiece(piece);
        if (start < 0) start = at;
        end = this.#length;
      }
    }
    return start < 0 ? undefined : { start, end };
  }

  finish(): { readonly text: string; readonly map: OffsetMap } {
    return {
      text: this.#parts.join(''),
      map: {
        w: Uint32Array.from([...this.#w, this.#solid]),
        page: new Uint16Array(this.#w.length),
        s: Uint32Array.from(this.#s),
        sn: Uint32Array.from(this.#sn),
      },
    };
  }

  #beginLine(): void {
    if (this.#breaks) this.#raw('\n');
    this.#breaks = false;
  }

  #hold(piece: string, blanks: Blanks): void {
    if (this.#blanks.length > mostBlanks) return;
    if (blanks === 'kept') {
      // Of a block's first blanks only the indentation of its first line.
      const own = (this.#blanks + piece).replace(/\r\n?|\u2028|\u2029/g, '\n');
      this.#blanks = this.#inBlock ? own : own.slice(own.lastIndexOf('\n') + 1);
    } else if (this.#inBlock) {
      const folded = piece.replace(collapsible, ' ');
      const twice = this.#blanks.endsWith(' ') && folded.startsWith(' ');
      this.#blanks += twice ? folded.slice(1) : folded;
    }
  }

  #solidPiece(piece: string): number {
    this.#beginLine();
    if (this.#blanks !== '') this.#raw(this.#blanks);
    this.#blanks = '';
    this.#inBlock = true;
    const run = this.#w.length - 1;
    const goesOn = run >= 0 && (this.#s[run] ?? 0) + (this.#sn[run] ?? 0) === this.#place;
    if (goesOn) {
      this.#sn[run] = (this.#sn[run] ?? 0) + piece.length;
    } else {
      this.#w.push(this.#solid);
      this.#s.push(this.#place);
      this.#sn.push(piece.length);
    }
    this.#solid += piece.length;
    this.#place += piece.length;
    const at = this.#length;
    this.#raw(piece);
    return at;
  }

  #raw(text: string): void {
    if (text === '') return;
    this.#parts.push(text);
    this.#length += text.length;
  }
}
