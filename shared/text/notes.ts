// Footnotes: the smaller lines at a column's foot, from the first that opens with a marker the page also raises.
import type { Line } from './layout.ts';
import type { TextItem } from './pdf-page.ts';

const opensNote = /^(\d{1,3}|[*†‡§∗])\.?(?:\s|$|\p{Lu})/u;
const markerOnly = /^[\d*†‡§∗,\s]+$/;
/** Below this part of the body's letter size a line may be a note; Chromium's `<sup>` is 0.83. */
const smaller = 0.93;
const raisedSize = 0.88;
const raisedBy = 0.12;

/** A raised digit or sign that points to a note. */
export function isNoteReference(item: TextItem, line: Line): boolean {
  return (
    item.size < raisedSize * line.size &&
    item.y > line.y + raisedBy * line.size &&
    markerOnly.test(item.str)
  );
}

/** The letter size most of the text is set in. */
export function bodySize(pages: readonly (readonly Line[])[]): number {
  const units = new Map<number, number>();
  for (const line of pages.flat()) {
    const size = Math.round(line.size * 2) / 2;
    units.set(size, (units.get(size) ?? 0) + line.text.length);
  }
  return [...units].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 10;
}

/** The notes of a page, each as its lines. Demanding the raised marker keeps imprints of front matter out. */
export function findNotes(lines: readonly Line[], body: number): Line[][] {
  const raised = raisedMarkers(lines);
  const notes: Line[][] = [];
  for (const column of new Set(lines.map((line) => line.column))) {
    const own = lines.filter((line) => line.column === column);
    const foot = own.slice(own.findLastIndex((line) => line.size >= smaller * body) + 1);
    const first = foot.findIndex((line) => raised.has(opensNote.exec(line.text)?.[1] ?? ''));
    if (first < 0) continue;
    for (const line of foot.slice(first)) {
      const note = notes.at(-1);
      if (opensNote.test(line.text) || note?.[0]?.column !== column) notes.push([line]);
      else note.push(line);
    }
  }
  return notes;
}

function raisedMarkers(lines: readonly Line[]): Set<string> {
  const markers = new Set<string>();
  for (const line of lines) {
    for (const item of line.items) {
      if (isNoteReference(item, line)) for (const one of item.str.split(/[,\s]+/)) markers.add(one);
    }
  }
  markers.delete('');
  return markers;
}
