// Running heads, feet and page numbers: they stay in the text, moved behind the paragraph they interrupt, and marked.
import type { Line } from './layout.ts';
import { turn, type PdfPage } from './pdf-page.ts';

const pageNumber =
  /^\W*(?:page|seite|p\.)?\s*(\d{1,4}|[ivxlc]{1,7})\s*(?:(?:of|\/|von)\s*\d+)?\W*$/i;
/** Lines looked at from each edge, and how far from the outermost one, as a part of the page's height. */
const depth = 6;
const band = 0.16;
const leastPages = 3;
const longestHead = 160;

interface Edges {
  /** Outermost first. */
  readonly top: readonly Line[];
  readonly bottom: readonly Line[];
}

/** Outermost lines whose folded text returns at one height, whose number follows the page index, or is the page's label. */
export function findFurniture(
  pages: readonly PdfPage[],
  lines: readonly Line[][],
  labels: readonly (string | undefined)[] = [],
): Set<Line> {
  const needed = Math.min(leastPages, Math.max(2, pages.length));
  const edges = pages.map((page, i) => edgesOf(page, lines[i] ?? []));
  const byText = new Map<string, Line[]>();
  const byNumber = new Map<string, Line[]>();
  edges.forEach(({ top, bottom }, index) => {
    for (const line of top) note(line, index, 'top');
    for (const line of bottom) note(line, index, 'bottom');
  });

  function note(line: Line, index: number, edge: string): void {
    const key = line.text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, '');
    const height = Math.floor(line.y / 4);
    for (const y of [height, height + 1]) append(byText, `${y}|${key}`, line);
    const number = pageNumber.exec(line.text)?.[1];
    if (number !== undefined) append(byNumber, `${edge}|${numberValue(number) - index}`, line);
  }

  const found = new Set<Line>();
  edges.forEach(({ top, bottom }, index) => {
    for (const line of [top[0], bottom[0]]) {
      if (line !== undefined && isLabel(line.text, labels[index])) found.add(line);
    }
  });
  for (const group of [...byText.values(), ...byNumber.values()]) {
    const repeated = new Set(group.map(({ page }) => page)).size >= needed;
    if (repeated) for (const line of group) if (line.text.length < longestHead) found.add(line);
  }
  for (const { top, bottom } of edges) {
    peel(top, found);
    peel(bottom, found);
  }
  return found;
}

function edgesOf(page: PdfPage, lines: readonly Line[]): Edges {
  const main = lines.filter((line) => line.main).sort((a, b) => b.y - a.y);
  const highest = main[0];
  const lowest = main.at(-1);
  if (highest === undefined || lowest === undefined) return { top: [], bottom: [] };
  const { middle, height } = extent(page, highest.angle);
  const reach = band * height;
  return {
    top: main.slice(0, depth).filter(({ y }) => y > highest.y - reach && y > middle),
    bottom: main
      .slice(-depth)
      .filter(({ y }) => y < lowest.y + reach && y < middle)
      .reverse(),
  };
}

/** The page's height and middle in the frame of text running at `angle`. */
function extent({ view }: PdfPage, angle: number): { middle: number; height: number } {
  const [left = 0, bottom = 0, right = 0, top = 0] = view;
  const corners = [turn(left, bottom, angle), turn(right, top, angle)];
  const heights = corners.map(([, y]) => y);
  const height = Math.max(...heights) - Math.min(...heights);
  return { middle: Math.min(...heights) + height / 2, height };
}

/** From the outside in: a repeated line with body text beyond it is not furniture. */
function peel(side: readonly Line[], found: Set<Line>): void {
  let edge: number | undefined;
  let peeling = true;
  for (const line of side) {
    if (peeling && found.has(line)) edge = line.y;
    else if (peeling && edge !== undefined && Math.abs(line.y - edge) < 2) continue;
    else {
      peeling = false;
      found.delete(line);
    }
  }
}

function append<Key>(groups: Map<Key, Line[]>, key: Key, line: Line): void {
  const group = groups.get(key);
  if (group) group.push(line);
  else groups.set(key, [line]);
}

/** "iv" or "– iv –" on the page that the document calls "iv". */
function isLabel(text: string, label: string | undefined): boolean {
  const number = pageNumber.exec(text)?.[1]?.toLowerCase();
  return number !== undefined && number === label?.trim().toLowerCase();
}

const romanDigits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

function numberValue(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  const digits = Array.from(text.toLowerCase(), (letter) => romanDigits[letter] ?? 0);
  return digits.reduce((sum, digit, i) => sum + (digit < (digits[i + 1] ?? 0) ? -digit : digit), 0);
}
