// Plain text and Markdown → the working text. Characters are kept as they stand, markup included, so that what is quoted
// is found in the original; white space is folded, wrapped lines and page breaks are re-joined.
import type { SourceFormat } from '../evidence/source.ts';
import { countSolid } from './blank.ts';
import { findBoilerplate } from './boilerplate.ts';
import { countUnreadable, writeVerbatim } from './glyphs.ts';
import { joinHyphen, readVocabulary, type Vocabulary } from './hyphens.ts';
import { MapBuilder } from './map-builder.ts';
import { continuesOverGap, isPageNumber, isWrapped, wrapWidth } from './page-breaks.ts';
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

const extractor = 'plain/1';

export function buildPlainText(
  original: string,
  format: Extract<SourceFormat, 'plain' | 'markdown'>,
): WorkingText {
  const lines = splitLines(original);
  const { out, joins, furniture } = joinLines(lines);
  const { text, map } = out.finish();
  const ranges = [...furniture, ...findBoilerplate(text, furniture)];
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

function joinLines(lines: readonly TextLine[]) {
  const out = new MapBuilder();
  const joins: Join[] = [];
  const furniture: MarkedRange[] = [];
  const vocabulary = readVocabulary(lines.map(({ text }) => text));
  const width = wrapWidth(lines.map(({ text }) => text.length));
  let last: TextLine | undefined;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (line === undefined) break;
    const after = lines[i + 1];
    if (last && line.gap && after?.gap === true && isPageNumber(line.text)) {
      const { joins: goesOn, sure } = continuesOverGap(last.text, after.text);
      if (goesOn) {
        joins.push({ at: out.length, kind: 'page', sure });
        connect(out, joins, last, after, vocabulary);
        writeVerbatim(out, 0, after.solid, after.text);
        out.lineBreak(true);
        furniture.push(writeRange(out, line));
        out.lineBreak(true);
        last = undefined;
        i++;
        continue;
      }
    }
    if (last) attach(out, joins, last, line, vocabulary, width);
    writeVerbatim(out, 0, line.solid, line.text);
    last = line;
  }
  return { out, joins, furniture };
}

function writeRange(out: MapBuilder, { text, solid }: TextLine): MarkedRange {
  const start = out.length;
  writeVerbatim(out, 0, solid, text);
  return { start, end: out.length, kind: 'furniture', page: 0 };
}

function attach(
  out: MapBuilder,
  joins: Join[],
  last: TextLine,
  line: TextLine,
  vocabulary: Vocabulary,
  width: number,
): void {
  const { joins: overGap, sure } = line.gap
    ? continuesOverGap(last.text, line.text)
    : { joins: isWrapped(last.text, line.text, width), sure: true };
  if (!overGap) {
    out.lineBreak(line.gap);
    return;
  }
  if (line.gap) joins.push({ at: out.length, kind: 'page', sure });
  connect(out, joins, last, line, vocabulary);
}

/** Writes what stands between two joined lines. */
function connect(
  out: MapBuilder,
  joins: Join[],
  { text: a }: TextLine,
  { text: b }: TextLine,
  vocabulary: Vocabulary,
): void {
  const { join, sure } = joinHyphen(a, b, vocabulary);
  if (join === 'none') {
    if (!(isUnspaced(a.at(-1)) && isUnspaced(b[0]))) out.space();
    return;
  }
  if (join === 'drop' && !a.endsWith('\u00ad')) out.dropLast();
  joins.push({ at: out.length, kind: join === 'drop' ? 'hyphen-dropped' : 'hyphen-kept', sure });
}
