// Pages → the working text: lines joined to paragraphs across lines, columns and pages, heads, feet and notes moved
// behind the paragraph they interrupt. Nothing readable is left out.
import { findFurniture } from './furniture.ts';
import { countUnreadable } from './glyphs.ts';
import { joinHyphen, readVocabulary, type Vocabulary } from './hyphens.ts';
import { layoutLines, type Line } from './layout.ts';
import { LineWriter, needsSpaceBetween } from './line-writer.ts';
import { MapBuilder } from './map-builder.ts';
import { bodySize, findNotes } from './notes.ts';
import { tieLines, type Tie } from './paragraphs.ts';
import type { PdfPage } from './pdf-page.ts';
import { startsLower } from './scripts.ts';
import type { Paragraph } from './sections.ts';
import type { Join, MarkedRange, OffsetMap } from './working-text.ts';

export interface PdfText {
  readonly text: string;
  readonly map: OffsetMap;
  /** Offset of each page's first body character. */
  readonly pageStarts: readonly number[];
  readonly ranges: readonly MarkedRange[];
  readonly joins: readonly Join[];
  /** The body's paragraphs, for finding headings. */
  readonly paragraphs: readonly Paragraph[];
  readonly bodySize: number;
  readonly unreadable: number;
}

/** Lines set aside until the paragraph they interrupt has ended. */
interface Aside {
  readonly kind: 'furniture' | 'footnote';
  readonly lines: readonly Line[];
}

/** So that a text without any paragraph end does not carry its heads to the very end. */
const mostAsides = 40;

/** `labels` are those the document states, by page. */
export function buildPdfText(
  pages: readonly PdfPage[],
  labels: readonly (string | undefined)[] = [],
): PdfText {
  const lines = pages.map(layoutLines);
  const furniture = findFurniture(pages, lines, labels);
  const body = lines.map((own) => own.filter((line) => !furniture.has(line)));
  const composer = new Composer(body);
  const pageStarts = body.map((own, index) => {
    const notes = findNotes(own, composer.bodySize);
    const start = composer.addPage(own, new Set(notes.flat()));
    composer.setAside([
      ...(lines[index] ?? [])
        .filter((line) => furniture.has(line))
        .map((line): Aside => ({ kind: 'furniture', lines: [line] })),
      ...notes.map((note): Aside => ({ kind: 'footnote', lines: note })),
    ]);
    return start;
  });
  return { ...composer.finish(), pageStarts };
}

class Composer {
  readonly bodySize: number;
  readonly #out = new MapBuilder();
  readonly #writer: LineWriter;
  readonly #vocabulary: Vocabulary;
  readonly #ranges: MarkedRange[] = [];
  readonly #joins: Join[] = [];
  readonly #paragraphs: Paragraph[] = [];
  #asides: Aside[] = [];
  #last: Line | undefined;

  constructor(body: readonly (readonly Line[])[]) {
    this.bodySize = bodySize(body);
    this.#vocabulary = readVocabulary(body.flatMap((lines) => lines.map(({ text }) => text)));
    this.#writer = new LineWriter(this.#out, this.#ranges, body.flat());
  }

  /** Writes a page's body; gives the offset of its first character. */
  addPage(lines: readonly Line[], notes: ReadonlySet<Line>): number {
    const body = lines.filter((line) => !notes.has(line));
    let start: number | undefined;
    body.forEach((line, i) => {
      this.#attach(line, body[i + 1]);
      start ??= this.#out.length;
      this.#writer.write(line);
      this.#extendParagraph(line);
      this.#last = line;
    });
    return start ?? this.#out.length;
  }

  setAside(asides: readonly Aside[]): void {
    this.#asides.push(...asides);
    if (this.#asides.length > mostAsides) this.#flush();
  }

  finish(): Omit<PdfText, 'pageStarts'> {
    this.#flush();
    const { text, map } = this.#out.finish();
    const ranges = this.#ranges.sort((a, b) => a.start - b.start);
    return {
      text,
      map,
      ranges,
      joins: this.#joins,
      paragraphs: this.#paragraphs,
      bodySize: this.bodySize,
      unreadable: countUnreadable(text),
    };
  }

  #attach(line: Line, next: Line | undefined): void {
    const tie = this.#last ? tieLines(this.#last, line, next) : 'none';
    if (this.#last && tie !== 'none') {
      this.#join(this.#last, line, tie);
      return;
    }
    this.#flush();
    this.#out.lineBreak();
    this.#paragraphs.push({
      start: this.#out.length,
      end: this.#out.length,
      size: line.size,
      lines: 0,
      page: line.page,
    });
  }

  #join(a: Line, b: Line, tie: Exclude<Tie, 'none'>): void {
    const { join, sure } = joinHyphen(a.text, b.text, this.#vocabulary);
    if (join === 'drop') {
      if (!a.text.endsWith('\u00ad')) this.#out.dropLast();
      this.#joins.push({ at: this.#out.length, kind: 'hyphen-dropped', sure });
    } else if (join === 'keep') {
      this.#joins.push({ at: this.#out.length, kind: 'hyphen-kept', sure });
    } else if (needsSpaceBetween(a, b)) {
      this.#out.space();
    }
    if (tie !== 'line') {
      this.#joins.push({ at: this.#out.length, kind: tie, sure: startsLower.test(b.text) });
    }
  }

  #extendParagraph(line: Line): void {
    const open = this.#paragraphs.pop();
    if (open === undefined) return;
    const size = Math.max(open.size, line.size);
    this.#paragraphs.push({ ...open, end: this.#out.length, lines: open.lines + 1, size });
  }

  #flush(): void {
    const asides = this.#asides;
    this.#asides = [];
    for (const { kind, lines } of asides) {
      this.#out.lineBreak();
      const start = this.#out.length;
      lines.forEach((line, i) => {
        if (i > 0) this.#out.space();
        this.#writer.write(line);
      });
      const page = lines[0]?.page ?? 0;
      this.#writer.dropReferencesFrom(start);
      if (this.#out.length > start) this.#ranges.push({ start, end: this.#out.length, kind, page });
    }
    if (asides.length > 0) this.#last = undefined;
  }
}
