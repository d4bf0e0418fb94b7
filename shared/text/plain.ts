// Plain text and Markdown → the working text. Characters are kept as they stand, markup included, so that what is quoted
// is found in the original; white space is folded, wrapped lines and page breaks are re-joined.
import type { SourceFormat } from '../evidence/source.ts';
import { countSolid } from './blank.ts';
import { findBoilerplate, isBoilerplate } from './boilerplate.ts';
import { countUnreadable, writeVerbatim } from './glyphs.ts';
import { joinHyphen, readVocabulary, type Vocabulary } from './hyphens.ts';
import { MapBuilder } from './map-builder.ts';
import { findNoteReferences } from './note-references.ts';
import { continuesOverGap, cutsNumber, isWrapped, wrapWidth } from './page-breaks.ts';
import { findPageEdges } from './page-edges.ts';
import { squeezedPrint } from './print.ts';
import { isUnspaced } from './scripts.ts';
import { textSections } from './sections.ts';
import { countWords } from './words.ts';
import type { Join, MarkedRange, WorkingText } from './working-text.ts';

interface TextLine {
  readonly text: string;
  /** Squeezed offset in the original. */
  readonly solid: number;
  /** Blank lines (or a form feed) before it. */
  readonly gap: boolean;
}

const extractor = 'plain/2';

export function buildPlainText(
  original: string,
  format: Extract<SourceFormat, 'plain' | 'markdown'>,
): WorkingText {
  const { text, map, joins, edges } = composeLines(splitLines(original));
  const taken = [...edges, ...findBoilerplate(text, edges)];
  const ranges: MarkedRange[] = [
    ...taken,
    ...findNoteReferences(text, taken).map((reference) => ({ ...reference, page: 0 })),
  ];
  return {
    extractor,
    format,
    text,
    pages: [{ label: '', start: 0, width: 0, height: 0, print: squeezedPrint([original]) }],
    sections: textSections(text),
    ranges: ranges.sort((a, b) => a.start - b.start),
    joins,
    map,
    words: countWords(text),
    unreadable: countUnreadable(text),
  };
}

function splitLines(original: string): TextLine[] {
  const lines: TextLine[] = [];
  let solid = 0;
  let gap = false;
  for (const raw of original.split('\n')) {
    const text = raw.trim();
    if (text === '' || raw.startsWith('\f')) gap = true;
    if (text === '') continue;
    lines.push({ text, solid, gap });
    solid += countSolid(text);
    gap = false;
  }
  return lines;
}

function composeLines(lines: readonly TextLine[]) {
  const composer = new Composer(lines);
  const boilerplate = lines.map(({ text }) => isBoilerplate(text));
  const edges = findPageEdges(lines, (index) => boilerplate[index] === true).filter(
    ({ inside, numbered }) => inside !== undefined || numbered,
  );
  const kindOf = (index: number): Aside['kind'] =>
    boilerplate[index] === true ? 'boilerplate' : 'furniture';
  let at = 0;
  for (const { from, to, inside } of edges) {
    for (const line of lines.slice(at, from)) composer.addLine(line);
    const asides = lines.slice(from, to).map((line, i) => ({ line, kind: kindOf(from + i) }));
    composer.setAside(asides, inside !== undefined);
    at = to;
  }
  for (const line of lines.slice(at)) composer.addLine(line);
  return composer.finish();
}

/** A line of a page's edge, set aside until the paragraph it interrupts has ended. */
interface Aside {
  readonly line: TextLine;
  readonly kind: 'furniture' | 'boilerplate';
}

class Composer {
  readonly #out = new MapBuilder();
  readonly #joins: Join[] = [];
  readonly #edges: MarkedRange[] = [];
  readonly #vocabulary: Vocabulary;
  readonly #width: number;
  #asides: Aside[] = [];
  #last: TextLine | undefined;
  #afterAsides = false;

  constructor(lines: readonly TextLine[]) {
    this.#vocabulary = readVocabulary(lines.map(({ text }) => text));
    this.#width = wrapWidth(lines.map(({ text }) => text.length));
  }

  addLine(line: TextLine): void {
    if (this.#last) this.#attach(this.#last, line);
    else if (this.#afterAsides) this.#out.lineBreak(true);
    this.#afterAsides = false;
    writeVerbatim(this.#out, 0, line.solid, line.text);
    this.#last = line;
  }

  /** `inside`: the paragraph goes on behind them. */
  setAside(asides: readonly Aside[], inside: boolean): void {
    if (!inside) this.#writeAsides();
    this.#asides.push(...asides);
    if (!inside) this.#writeAsides();
  }

  finish() {
    this.#writeAsides();
    return { ...this.#out.finish(), joins: this.#joins, edges: this.#edges };
  }

  #attach(last: TextLine, line: TextLine): void {
    const { joins, sure } = line.gap
      ? continuesOverGap(last.text, line.text)
      : { joins: isWrapped(last.text, line.text, this.#width), sure: true };
    if (!joins) {
      this.#endParagraph(line.gap);
      return;
    }
    if (line.gap) this.#joins.push({ at: this.#out.length, kind: 'page', sure });
    this.#connect(last.text, line.text);
  }

  /** Writes what stands between two joined lines. */
  #connect(a: string, b: string): void {
    const { join, sure } = joinHyphen(a, b, this.#vocabulary);
    if (join === 'none') {
      const closed = (isUnspaced(a.at(-1)) && isUnspaced(b[0])) || cutsNumber(a, b);
      if (!closed) this.#out.space();
      return;
    }
    if (join === 'drop' && !a.endsWith('\u00ad')) this.#out.dropLast();
    const kind = join === 'drop' ? 'hyphen-dropped' : 'hyphen-kept';
    this.#joins.push({ at: this.#out.length, kind, sure });
  }

  #endParagraph(gap: boolean): void {
    const moved = this.#writeAsides();
    this.#out.lineBreak(gap || moved);
  }

  /** Whether there were any. */
  #writeAsides(): boolean {
    const asides = this.#asides;
    this.#asides = [];
    for (const { line, kind } of asides) {
      this.#out.lineBreak(true);
      const start = this.#out.length;
      writeVerbatim(this.#out, 0, line.solid, line.text);
      if (this.#out.length > start)
        this.#edges.push({ start, end: this.#out.length, kind, page: 0 });
    }
    if (asides.length === 0) return false;
    this.#last = undefined;
    this.#afterAsides = true;
    return true;
  }
}
