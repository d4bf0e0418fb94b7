// What is left to read of a report, paragraph by paragraph, and what each line was found to be.
import { isCitation } from './citation-signs.ts';
import { findContents, findFurniture } from './front-pages.ts';
import { readHeading } from './headings.ts';
import { noteDefinition, originalLabelLength, translatorNoteLength } from './notes.ts';
import { readParagraphs, slice, type Paragraph } from './paragraphs.ts';
import { leadingMark } from './quote-marks.ts';
import type { Surroundings } from './quote-span.ts';
import type { LineRole, ReportLine } from './report.ts';

export interface WorkingLines extends Surroundings {
  readonly paragraphs: Paragraph[];
  /** Footnotes by their label. */
  readonly notes: ReadonlyMap<string, Paragraph>;
  /** The first thing a line was found to be counts. */
  readonly mark: (paragraph: Paragraph, role: LineRole) => void;
  readonly roles: () => LineRole[];
  /** Goes on with what stands in the paragraph behind `offset`: true when there is something. */
  readonly leave: (index: number, offset: number) => boolean;
}

export function openLines(lines: readonly ReportLine[], wrapped: boolean): WorkingLines {
  const found: (LineRole | undefined)[] = lines.map(({ text }) =>
    text.trim() === '' ? 'blank' : undefined,
  );
  const index = new Map(lines.map(({ number }, i) => [number, i]));
  const mark = (paragraph: Paragraph, role: LineRole) => {
    for (const { line } of paragraph.parts) {
      const i = index.get(line.number);
      if (i !== undefined) found[i] ??= role;
    }
  };
  const all = readParagraphs(lines, wrapped);
  const furniture = findFurniture(all);
  const contents = findContents(all);
  const referred = referredNotes(all);
  const notes = new Map<string, Paragraph>();
  const paragraphs = all.filter((paragraph, i) => {
    if (furniture.has(i)) mark(paragraph, 'furniture');
    else if (contents.has(i)) mark(paragraph, 'contents');
    else return !takeNote(paragraph, notes, referred);
    return false;
  });
  const stops = nextStops(paragraphs);
  return {
    paragraphs,
    notes,
    mark,
    roles: () => found.map((role) => role ?? 'unparsed'),
    nextStop: (i) => stops[i] ?? paragraphs.length,
    isSoftStop: (i) => isSoftStop(paragraphs, i),
    leave(i, offset) {
      const paragraph = paragraphs[i];
      const rest = paragraph && slice(paragraph, offset);
      if (rest === undefined) return false;
      paragraphs[i] = rest;
      return true;
    },
  };
}

/** Of each index, the next one at or after it that no quotation runs into. */
function nextStops(paragraphs: readonly Paragraph[]): number[] {
  const stops: number[] = [];
  let next = paragraphs.length;
  for (let i = paragraphs.length - 1; i >= 0; i--) {
    const paragraph = paragraphs[i];
    if (paragraph !== undefined && isStop(paragraph)) next = i;
    stops[i] = next;
  }
  return stops;
}

function isStop(paragraph: Paragraph): boolean {
  const { text } = paragraph;
  if (text.length > 1500) return originalLabelLength(text.slice(0, 200)) > 0;
  return (
    readHeading(paragraph)?.sure === true ||
    isCitation(text, false) ||
    translatorNoteLength(text) > 0 ||
    originalLabelLength(text) > 0
  );
}

function isSoftStop(paragraphs: readonly Paragraph[], i: number): boolean {
  const paragraph = paragraphs[i];
  if (paragraph === undefined || leadingMark(paragraph.text) >= 0) return false;
  if (paragraph.gap && readHeading(paragraph) !== undefined) return true;
  const introduces = /:\s*$/.test(paragraph.text) && paragraph.gap;
  return introduces && leadingMark(paragraphs[i + 1]?.text ?? '') >= 0;
}

const reference =
  /(?<=\S\s?)\[\^?([\da-z]{1,16})\]|([¹²³⁰⁴-⁹]{1,4})|(?<=[”"’»])(\d{1,3})(?=\s|$)/giu;
const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function referredNotes(paragraphs: readonly Paragraph[]): Set<string> {
  const labels = new Set<string>();
  for (const { text } of paragraphs) {
    for (const [, bracket, superscript, digits] of text.matchAll(reference)) {
      const plain = Array.from(superscript ?? '', (sign) => raised.indexOf(sign)).join('');
      labels.add((bracket ?? digits ?? plain).toLowerCase());
    }
  }
  return labels;
}

/** A footnote's own text, when something refers to it. */
function takeNote(
  paragraph: Paragraph,
  notes: Map<string, Paragraph>,
  referred: ReadonlySet<string>,
): boolean {
  const styled = paragraph.parts[0]?.line.note;
  if (styled !== undefined) {
    notes.set(styled, paragraph);
    return true;
  }
  const definition = noteDefinition(paragraph.text);
  if (definition === undefined || !referred.has(definition.label.toLowerCase())) return false;
  const rest = slice(paragraph, definition.length);
  const marked = paragraph.text.startsWith('[^');
  if (rest === undefined || !(marked || isCitation(rest.text, true))) return false;
  notes.set(definition.label.toLowerCase(), rest);
  return true;
}
