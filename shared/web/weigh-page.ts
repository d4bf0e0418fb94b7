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
  /** Of links that lead to another page. */
  awayText: number;
  h1: number;
  tables: number;
  headings: number;
  /** Headings that are links to another page, as those of a list of articles are. */
  headlines: number;
  /** Characters outside links that stand in lists of such headings. */
  teasers: number;
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
  /** The one article of the page, where it names one: narrower than the main element, and often without its own heading. */
  readonly article: PageElement | undefined;
  readonly articlePath: ReadonlySet<PageElement>;
}

const nothing: Readonly<Weight> = {
  ...{ text: 0, linkText: 0, links: 0, awayText: 0, h1: 0, tables: 0 },
  ...{ headings: 0, headlines: 0, teasers: 0, cells: 0, rows: 0, headerCells: 0, longestCell: 0 },
};

interface Frame {
  readonly element: PageElement | undefined;
  readonly nodes: PageDocument['childNodes'];
  readonly inLink: boolean;
  readonly leadsAway: boolean;
  /** Of the block it stands in: what is part of a line has none of its own. */
  readonly weight: Weight;
  next: number;
}

export function weighPage(document: PageDocument): PageWeights {
  const weights = new Map<PageElement, Weight>();
  const page: Weight = { ...nothing };
  const mains: PageElement[] = [];
  const outside = { inLink: false, leadsAway: false, weight: page, next: 0 };
  const stack: Frame[] = [{ element: undefined, nodes: document.childNodes, ...outside }];
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
      if (frame.leadsAway) frame.weight.awayText += solid;
    } else if (isElement(node) && !isSilent(node)) {
      if (isMain(node)) mains.push(node);
      const isLink = node.tagName === 'a' && hasAttribute(node, 'href');
      if (isLink) frame.weight.links++;
      const weight = isBlockElement(node) ? { ...nothing } : frame.weight;
      const inLink = frame.inLink || isLink;
      const leadsAway =
        frame.leadsAway || (isLink && !attribute(node, 'href').trimStart().startsWith('#'));
      stack.push({ element: node, nodes: node.childNodes, inLink, leadsAway, weight, next: 0 });
    }
  }
  const of = (element: PageElement) => weights.get(element) ?? nothing;
  const heaviest = mains.toSorted((a, b) => of(b).text - of(a).text)[0];
  const main = heaviest !== undefined && of(heaviest).text > page.text / 4 ? heaviest : undefined;
  const article = articleOf(mains, of, page);
  return { of, page, main, mainPath: pathTo(main), article, articlePath: pathTo(article) };
}

/** Where the page names one article and no other: its body, else the element of that name. */
function articleOf(
  mains: readonly PageElement[],
  of: PageWeights['of'],
  page: Weight,
): PageElement | undefined {
  const bodies = mains.filter((each) => attribute(each, 'itemprop') === 'articleBody');
  const articles = mains.filter(({ tagName }) => tagName === 'article');
  const [only, ...others] = bodies.length > 0 ? bodies : articles;
  if (only === undefined || others.length > 0) return undefined;
  const own = plainText(of(only));
  return own >= leastArticle && own > plainText(page) / 5 ? only : undefined;
}

const leastArticle = 500;

/** Characters outside links. */
export function plainText({ text, linkText }: Weight): number {
  return text - linkText;
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

const lists = new Set(['ul', 'ol', 'div', 'section', 'table', 'td', 'dl', 'p']);

export function mayBeList({ tagName }: PageElement): boolean {
  return lists.has(tagName);
}

const leastTeasers = 4;
const longestTeaser = 400;

/** Headings that lead to other pages, each with a few words of what is there. */
export function listsTeasers(element: PageElement, weight: Weight): boolean {
  const { headlines, headings, h1 } = weight;
  if (!mayBeList(element) || h1 > 0 || headlines < leastTeasers) return false;
  return headlines >= 0.8 * headings && plainText(weight) <= longestTeaser * headlines;
}

/** What a closed element gives to the one around it. */
function add(sum: Weight, weight: Weight, element: PageElement): void {
  sum.text += weight.text;
  sum.linkText += weight.linkText;
  sum.links += weight.links;
  sum.awayText += weight.awayText;
  sum.h1 += weight.h1;
  sum.tables += weight.tables;
  sum.headings += weight.headings;
  sum.headlines += weight.headlines;
  sum.teasers += listsTeasers(element, weight) ? plainText(weight) : weight.teasers;
  const { tagName } = element;
  if (tagName === 'table') {
    sum.tables++;
    return;
  }
  const level = headingLevel(element);
  if (level > 0) sum.headings++;
  if (level > 0 && weight.text > 0 && weight.awayText >= 0.8 * weight.text) sum.headlines++;
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
