import type { OffsetMap } from './working-text.ts';

/**
 * Writes a working text and its offset map together. Blanks are written by `space` and `lineBreak` and never mapped; what
 * `copy` and `fold` write holds no white space.
 */
export class MapBuilder {
  #length = 0;
  #solid = 0;
  #endsBlank = true;
  readonly #parts: string[] = [];
  readonly #w: number[] = [];
  readonly #page: number[] = [];
  readonly #s: number[] = [];
  readonly #sn: number[] = [];
  /** Whether the last run may still grow. */
  #open = false;

  get length(): number {
    return this.#length;
  }

  /** End of the last character that is not a blank. */
  get solidEnd(): number {
    return this.#endsBlank ? this.#length - (this.#parts.at(-1) ?? '').length : this.#length;
  }

  /** Text that stands on `page` at squeezed offset `s`, character for character. */
  copy(page: number, s: number, text: string): void {
    if (text === '') return;
    if (!this.#open || this.#page.at(-1) !== page || this.#expected() !== s) {
      this.#close();
      this.#run(page, s, 0);
      this.#open = true;
    }
    this.#put(text);
  }

  /** Text that stands for `sn` non-blank units of the page: a ligature, a presentation form. Never split. */
  fold(page: number, s: number, sn: number, text: string): void {
    if (text === '') return;
    this.#close();
    this.#run(page, s, sn);
    this.#put(text);
  }

  space(): void {
    if (!this.#endsBlank) this.#blank(' ');
  }

  /** Ends the line; with `gap` a blank line follows. */
  lineBreak(gap = false): void {
    if (this.#length === 0) return;
    if (this.#endsBlank) {
      const last = this.#parts.pop() ?? '';
      this.#length -= last.length;
      this.#blank(gap || last === '\n\n' ? '\n\n' : '\n');
    } else {
      this.#blank(gap ? '\n\n' : '\n');
    }
  }

  /** Takes back the hyphen just written: the page keeps it, the working text does not. */
  dropLast(): void {
    if (this.#endsBlank) this.#length -= (this.#parts.pop() ?? '').length;
    this.#parts.push((this.#parts.pop() ?? '').slice(0, -1));
    this.#length--;
    this.#solid--;
    this.#endsBlank = false;
    if (this.#w.at(-1) === this.#solid) {
      for (const column of [this.#w, this.#page, this.#s, this.#sn]) column.pop();
      this.#open = false;
    } else {
      this.#close();
    }
  }

  finish(): { readonly text: string; readonly map: OffsetMap } {
    this.#close();
    return {
      text: this.#parts.join(''),
      map: {
        w: Uint32Array.from([...this.#w, this.#solid]),
        page: Uint16Array.from(this.#page),
        s: Uint32Array.from(this.#s),
        sn: Uint32Array.from(this.#sn),
      },
    };
  }

  /** Page offset at which the open run would go on. */
  #expected(): number {
    return (this.#s.at(-1) ?? 0) + this.#solid - (this.#w.at(-1) ?? 0);
  }

  #run(page: number, s: number, sn: number): void {
    this.#w.push(this.#solid);
    this.#page.push(page);
    this.#s.push(s);
    this.#sn.push(sn);
  }

  #put(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#solid += text.length;
    this.#endsBlank = false;
  }

  #blank(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
    this.#endsBlank = true;
  }

  #close(): void {
    if (this.#open) this.#sn[this.#sn.length - 1] = this.#solid - (this.#w.at(-1) ?? 0);
    this.#open = false;
  }
}
