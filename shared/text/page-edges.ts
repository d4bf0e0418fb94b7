// What page edges left between the paragraphs of a text without pages: lone page numbers, running heads, boilerplate.
import {
  continuesOverGap,
  isOpen,
  isPageNumber,
  pageNumberOf,
  type Joining,
} from './page-breaks.ts';

export interface EdgeLine {
  /** Trimmed and not empty. */
  readonly text: string;
  /** Blank lines or a form feed before it. */
  readonly gap: boolean;
}

/** Lines `from` to `to` (exclusive), one after the other. */
export interface PageEdge {
  readonly from: number;
  readonly to: number;
  /** How the paragraph around it goes on; undefined where it does not. */
  readonly inside: Joining | undefined;
  /** Its number lies in the row of those that stand inside sentences. */
  readonly numbered: boolean;
  /** Its number is one of three or more that go up by one: a page's, but perhaps a chapter's or a year. */
  readonly counted: boolean;
}

interface Block extends PageEdge {
  /** The page number in it. */
  readonly value: number | undefined;
}

const longestHead = 80;
const leastRepeats = 3;
/** Lines of furniture at one page break. */
const mostLines = 6;
/** A page holds no less, in code units. */
const leastPage = 300;
const longEnough = 800;

/**
 * Blocks of such lines that stand inside a sentence, carry a number of the row those make, or one that counts. `also` tells
 * of further lines that may stand at an edge. Chapters and years that stand alone are in no sentence, so they begin no row.
 */
export function findPageEdges(
  lines: readonly EdgeLine[],
  also: (index: number) => boolean,
): PageEdge[] {
  const heads = repeatedHeads(lines);
  const isCandidate = (index: number) =>
    isPageNumber(lines[index]?.text ?? '') || heads.has(index) || also(index);
  const blocks: Block[] = [];
  for (let from = 0; from < lines.length; from++) {
    const to = blockEnd(lines, from, isCandidate);
    if (to === from) continue;
    blocks.push(describe(lines, from, to));
    from = to - 1;
  }
  const numbered = rowOf(lines, blocks);
  const counted = countedOf(blocks);
  return blocks
    .map((block) => ({ ...block, numbered: numbered.has(block), counted: counted.has(block) }))
    .filter((block) => block.inside !== undefined || block.numbered || block.counted);
}

function blockEnd(
  lines: readonly EdgeLine[],
  from: number,
  isCandidate: (index: number) => boolean,
): number {
  // A page break stands apart from the lines around it.
  if (lines[from]?.gap !== true) return from;
  let to = from;
  while (to < lines.length && to - from < mostLines && isCandidate(to)) to++;
  return lines[to]?.gap === false ? from : to;
}

function describe(lines: readonly EdgeLine[], from: number, to: number): Block {
  const before = lines[from - 1];
  const after = lines[to];
  const joining =
    before && after ? continuesOverGap(bothEnds(before.text), bothEnds(after.text)) : undefined;
  const values = lines.slice(from, to).flatMap(({ text }) => pageNumberOf(text) ?? []);
  return {
    from,
    to,
    inside: joining?.joins === true ? joining : undefined,
    numbered: false,
    counted: false,
    value: values[0],
  };
}

/** Blocks whose number fits between those that stand inside sentences. */
function rowOf(lines: readonly EdgeLine[], blocks: readonly Block[]): Set<Block> {
  const lengthTo: number[] = [0];
  for (const { text } of lines) lengthTo.push((lengthTo.at(-1) ?? 0) + text.length);
  const proven = blocks.filter(({ inside, value }) => inside && value !== undefined);
  const fitting = new Set<Block>();
  if (proven.length < 2) return fitting;
  let next = 0;
  for (const block of blocks) {
    while ((proven[next]?.from ?? Infinity) < block.from) next++;
    const after = proven[next];
    const before = proven[next - 1];
    if (block.value === undefined || block === after) continue;
    const apart = (other: Block) =>
      Math.abs((lengthTo[other.from] ?? 0) - (lengthTo[block.from] ?? 0)) / leastPage;
    const follows = !before || isStep(block.value - (before.value ?? 0), apart(before));
    const precedes = !after || isStep((after.value ?? 0) - block.value, apart(after));
    if (follows && precedes) fitting.add(block);
  }
  return fitting;
}

function countedOf(blocks: readonly Block[]): Set<Block> {
  const counted = new Set<Block>();
  let run: Block[] = [];
  for (const block of blocks) {
    if (block.value === undefined) continue;
    if (block.value !== (run.at(-1)?.value ?? NaN) + 1) run = [];
    run.push(block);
    if (run.length >= leastRepeats) for (const each of run.slice(-leastRepeats)) counted.add(each);
  }
  return counted;
}

function isStep(step: number, pagesApart: number): boolean {
  return step >= 1 && step <= pagesApart + 1;
}

/** Indices of short lines that stand in the text again and again, numbers aside; beside a page number twice is enough. */
function repeatedHeads(lines: readonly EdgeLine[]): ReadonlySet<number> {
  const keys = lines.map(({ text }) => keyOf(text));
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const heads = new Set<number>();
  keys.forEach((key, index) => {
    if (key === '' || lines[index]?.text.startsWith('#') === true) return;
    const beside = [index - 1, index + 1].some((i) => isPageNumber(lines[i]?.text ?? ''));
    if ((counts.get(key) ?? 0) >= (beside ? 2 : leastRepeats)) heads.add(index);
  });
  return heads;
}

/** Empty for a line that is no running head: a sentence, a paragraph. */
function keyOf(text: string): string {
  if (text.length > longestHead || /[.!?。！？;，；]$/.test(text) || isOpen(text)) return '';
  return text
    .replace(/^#{1,6}\s+/, '')
    .replace(/\d+/g, '#')
    .replace(/\s+/g, ' ')
    .toLowerCase();
}

/** Both ends of a line decide whether a sentence goes on; the middle of a very long one costs time. */
function bothEnds(line: string): string {
  if (line.length <= longEnough) return line;
  return line.slice(0, longEnough / 2) + line.slice(-longEnough / 2);
}
