// How much text, and how much of it in links, stands in each block of a page: what furniture and layout are told by.
import { countSolid } from '../text/blank.ts';
import { isBlockElement, isSilent, headingLevel, roleOf } from './element-kinds.ts';
import {
  attribute,
  hasAttribute,
  isElement,
  isText,
  type PageDocument,
  type PageElement,
} from './page-tree.ts';

export interface Weight {
  /** Characters that are no blanks. */
  text: number;
  linkText: number;
  links: number;
  h1: number;
  tables: number;
  headings: number;
  /** Cells and rows of its own tables. */
  cells: number;
  rows: number;
  headerCells: number;
  longestCell: number;
}

export interface PageWeights {
  readonly of: (element: PageElement) => Weight;
  readonly page: Weight;
  /** The element that holds what the page is about, where the page says so. */
  readonly main: PageElement | undefined;
  /** The main element and all around it. */
  readonly mainPath: ReadonlySet<PageElement>;
}

const nothing: Readonly<Weight> = {
  ...{ text: 0, linkText: 0, links: 0, h1: 0, tables: 0 },
  ...{ headings: 0, cells: 0, rows: 0, headerCells: 0, longestCell: 0 },
};

interface Frame {
  readonly element: PageElement | undefined;
  readonly nodes: PageDocument['childNodes'];
  readonly inLink: boolean;
  /** Of the block it stands in: what is part of a line has none of its own. */
  readonly weight: Weight;
  next: number;
}

export function weighPage(document: PageDocument): PageWeights {
  const weights = new Map<PageElement, Weight>();
  const page: Weight = { ...nothing };
  const mains: PageElement[] = [];
  const stack: Frame[] = [
    { element: undefined, nodes: document.childNodes, inLink: false, weight: page, next: 0 },
  ];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (node === undefined) {
      stack.pop();
      const parent = stack.at(-1);
      if (frame.element === undefined || parent?.weight === frame.weight) continue;
      if (parent !== undefined) add(parent.weight, frame.weight, frame.element);
      weights.set(frame.element, frame.weight);
    } else if (isText(node)) {
      const solid = countSolid(node.value);
      frame.weight.text += solid;
      if (frame.inLink) frame.weight.linkText += solid;
    } else if (isElement(node) && !isSilent(node)) {
      if (isMain(node)) mains.push(node);
      const isLink = node.tagName === 'a' && hasAttribute(node, 'href');
      if (isLink) frame.weight.links++;
      const weight = isBlockElement(node) ? { ...nothing } : frame.weight;
      const inLink = frame.inLink || isLink;
      stack.push({ element: node, nodes: node.childNodes, inLink, weight, next: 0 });
    }
  }
  const of = (element: PageElement) => weights.get(element) ?? nothing;
  const heaviest = mains.toSorted((a, b) => of(b).text - of(a).text)[0];
  const main = heaviest !== undefined && of(heaviest).text > page.text / 4 ? heaviest : undefined;
  return { of, page, main, mainPath: pathTo(main) };
}

function pathTo(main: PageElement | undefined): ReadonlySet<PageElement> {
  const path = new Set<PageElement>();
  let up: PageElement['parentNode'] | undefined = main;
  while (up !== null && up !== undefined && 'tagName' in up) {
    path.add(up);
    up = up.parentNode;
  }
  return path;
}

function isMain(element: PageElement): boolean {
  if (element.tagName === 'main' || roleOf(element) === 'main') return true;
  return element.tagName === 'article' || attribute(element, 'itemprop') === 'articleBody';
}

/** What a closed element gives to the one around it. */
function add(sum: Weight, weight: Weight, element: PageElement): void {
  sum.text += weight.text;
  sum.linkText += weight.linkText;
  sum.links += weight.links;
  sum.h1 += weight.h1;
  sum.tables += weight.tables;
  sum.headings += weight.headings;
  const { tagName } = element;
  if (tagName === 'table') {
    sum.tables++;
    return;
  }
  const level = headingLevel(element);
  if (level > 0) sum.headings++;
  if (level === 1) sum.h1++;
  const isCell = tagName === 'td' || tagName === 'th';
  sum.cells += isCell ? 1 : weight.cells;
  sum.rows += tagName === 'tr' ? 1 : weight.rows;
  sum.headerCells += tagName === 'th' ? 1 : weight.headerCells;
  sum.longestCell = Math.max(sum.longestCell, isCell ? weight.text : weight.longestCell);
}

/** Whether a table holds data; many pages are laid out with tables. */
export function isDataTable(table: PageElement, weights: PageWeights): boolean {
  const role = roleOf(table);
  if (role === 'presentation' || role === 'none') return false;
  const { tables, cells, rows, headerCells, longestCell, headings } = weights.of(table);
  if (tables > 0 || cells < 2 || cells <= rows) return false;
  if (role === 'table' || role === 'grid' || headerCells > 0) return true;
  return longestCell <= longestDataCell && headings === 0;
}

const longestDataCell = 1500;
