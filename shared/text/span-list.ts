import type { RichInline } from './rich-document.ts';
import type { TextRange } from './text-map.ts';
import type { Span, SpanKind } from './working-text.ts';

/** Collects how words are set; what goes on in the next inline is one span. */
export class SpanList {
  readonly #all: { start: number; end: number; kind: SpanKind; target?: string }[] = [];
  /** Of the inline before in the same block: index of its span by kind. */
  #open = new Map<SpanKind, number>();

  get all(): readonly Span[] {
    return this.#all;
  }

  startBlock(): void {
    this.#open = new Map();
  }

  add({ start, end }: TextRange, inline: RichInline, link: string | undefined): void {
    const open = new Map<SpanKind, number>();
    for (const kind of kindsOf(inline, link)) {
      const before = this.#open.get(kind);
      const last = before === undefined ? undefined : this.#all[before];
      if (before !== undefined && last !== undefined && (kind !== 'link' || last.target === link)) {
        last.end = end;
        open.set(kind, before);
      } else {
        open.set(kind, this.#all.length);
        this.#all.push({
          start,
          end,
          kind,
          ...(kind === 'link' && link !== undefined && { target: link }),
        });
      }
    }
    this.#open = open;
  }
}

/** A reference to a note is a range of its own, which is raised anyway. */
function kindsOf(
  { bold, italic, code, superscript, noteref }: RichInline,
  link: string | undefined,
): readonly SpanKind[] {
  const kinds: SpanKind[] = link === undefined ? [] : ['link'];
  if (bold === true) kinds.push('bold');
  if (italic === true) kinds.push('italic');
  if (superscript === true && noteref !== true) kinds.push('superscript');
  if (code === true) kinds.push('code');
  return kinds;
}
