// A page's tree → blocks of our own model. A walk with a stack of its own: what is around a text (a list, a quotation, a
// link) travels down as plain values, and a block is closed wherever a block element begins or ends.
import { safeLink } from '../text/safe-link.ts';
import type { RichBlock, RichInline } from '../text/rich-document.ts';
import { BlockWriter, type Around } from './block-writer.ts';
import { headingLevel, isBlockElement, isSilent } from './element-kinds.ts';
import { isFurniture } from './furniture.ts';
import { hiddenByStyle, type HiddenByStyle } from './hidden-by-style.ts';
import { itemMarker, newList } from './list-markers.ts';
import { findNoteLinks, type NoteLinks } from './note-links.ts';
import {
  attribute,
  hasAttribute,
  isElement,
  isText,
  textOf,
  type PageDocument,
  type PageElement,
} from './page-tree.ts';
import { isDataTable, weighPage, type PageWeights } from './weigh-page.ts';

interface Frame {
  readonly element: PageElement | undefined;
  readonly nodes: PageDocument['childNodes'];
  readonly around: Around;
  /** What is done when the element ends. */
  readonly leave?: () => void;
  next: number;
}

/** `base`: what relative links start from, or undefined. */
export function pageBlocks(document: PageDocument, base: string | undefined): RichBlock[] {
  const hidden = hiddenByStyle(document);
  const walk = new PageWalk(weighPage(document), findNoteLinks(document), hidden, base);
  const start: Around = { manner: {}, kind: 'paragraph' };
  const stack: Frame[] = [
    { element: undefined, nodes: document.childNodes, around: start, next: 0 },
  ];
  for (let frame = stack.at(-1); frame !== undefined; frame = stack.at(-1)) {
    const node = frame.nodes[frame.next++];
    if (node === undefined) {
      stack.pop();
      frame.leave?.();
      if (frame.element !== undefined) walk.leave(frame.element);
    } else if (isText(node)) {
      walk.out.text(node.value, frame.around);
    } else if (isElement(node) && !isSilent(node)) {
      const inside = walk.enter(node, frame.around);
      stack.push({ element: node, nodes: node.childNodes, next: 0, ...inside });
    }
  }
  return walk.out.finish();
}

/** Of the page's characters. */
const mostHidden = 0.4;

interface Inside {
  readonly around: Around;
  readonly leave?: () => void;
}

class PageWalk {
  readonly out = new BlockWriter();
  readonly #weights: PageWeights;
  readonly #notes: NoteLinks;
  readonly #hidden: HiddenByStyle;
  readonly #base: string | undefined;

  constructor(
    weights: PageWeights,
    notes: NoteLinks,
    hidden: HiddenByStyle,
    base: string | undefined,
  ) {
    this.#weights = weights;
    this.#notes = notes;
    this.#hidden = hidden;
    this.#base = base;
  }

  enter(element: PageElement, outer: Around): Inside {
    const hides = outer.manner.hidden !== true && this.#isHidden(element);
    const around: Around = hides ? { ...outer, manner: { ...outer.manner, hidden: true } } : outer;
    const note = this.#notes.labelOf(element);
    if (isBlockElement(element)) {
      this.out.endBlock();
      return this.#enterBlock(element, note === undefined ? around : { ...around, note });
    }
    if (note !== undefined) this.out.noteHere(note);
    return this.#enterInline(element, around);
  }

  /** Many pages hide what they are about until a script or another sheet shows it; whoever saved one saw it. */
  #isHidden(element: PageElement): boolean {
    const { of, page, mainPath, articlePath } = this.#weights;
    if (mainPath.has(element) || articlePath.has(element)) return false;
    return of(element).text < mostHidden * page.text && this.#hidden(element);
  }

  leave(element: PageElement): void {
    if (isBlockElement(element)) this.out.endBlock();
  }

  #enterBlock(element: PageElement, outer: Around): Inside {
    const inMain = outer.inMain === true || element === this.#weights.main;
    const inArticle = outer.inArticle === true || element === this.#weights.article;
    const inside = { main: inMain, article: inArticle };
    const aside = outer.boilerplate ?? isFurniture(element, this.#weights, inside);
    const around: Around = { ...outer, inMain, inArticle, ...(aside && { boilerplate: true }) };
    const level = headingLevel(element);
    if (level > 0) return { around: { ...around, kind: 'heading', level } };
    const { tagName } = element;
    switch (tagName) {
      case 'ul':
      case 'ol':
      case 'menu':
      case 'dir':
        return { around: { ...around, list: newList(element, around.list) } };
      case 'li': {
        const list = around.list ?? newList(element, undefined);
        const marker = { shown: itemMarker(element, list) };
        return { around: { ...around, list, kind: 'item', depth: list.depth, marker } };
      }
      case 'dd':
        return { around: { ...around, kind: 'item', depth: 1, marker: { shown: '' } } };
      case 'blockquote':
        return { around: { ...around, kind: 'quote' } };
      case 'pre':
      case 'listing':
      case 'xmp':
      case 'plaintext':
        return { around: { ...around, kind: 'code' } };
      case 'figcaption':
      case 'caption':
        return { around: { ...around, kind: 'caption' } };
      case 'table':
        return this.#enterTable(element, around);
      case 'tr':
        if (around.inTable === true) this.out.startRow();
        return { around };
      case 'td':
      case 'th':
        return this.#enterCell(element, around);
      default:
        return { around };
    }
  }

  #enterTable(element: PageElement, around: Around): Inside {
    const outside = { ...around, inTable: false };
    if (around.inTable === true || !isDataTable(element, this.#weights)) return { around: outside };
    this.out.startTable(around.boilerplate === true);
    const leave = () => {
      this.out.endTable();
    };
    return { around: { ...outside, inTable: true }, leave };
  }

  #enterCell(element: PageElement, around: Around): Inside {
    if (around.inTable !== true) return { around };
    this.out.startCell({
      header: element.tagName === 'th',
      columns: spanOf(element, 'colspan'),
      rows: spanOf(element, 'rowspan'),
    });
    const leave = () => {
      this.out.endCell();
    };
    return { around: { ...around, kind: 'paragraph' }, leave };
  }

  #enterInline(element: PageElement, around: Around): Inside {
    const { tagName } = element;
    const set = (manner: Omit<RichInline, 'text'>): Inside => ({
      around: { ...around, manner: { ...around.manner, ...manner } },
    });
    if (this.#notes.isReference(element)) return set({ noteref: true });
    switch (tagName) {
      case 'b':
      case 'strong':
        return set({ bold: true });
      case 'i':
      case 'em':
      case 'cite':
      case 'dfn':
      case 'var':
        return set({ italic: true });
      case 'code':
      case 'kbd':
      case 'samp':
      case 'tt':
        return set({ code: true });
      case 'sup':
      case 'rt':
        return set({ superscript: true });
      case 'a': {
        const link = this.#linkOf(element);
        this.out.startLink();
        return link === undefined ? { around } : set({ link });
      }
      case 'br':
        this.out.lineBreak(around);
        return { around };
      case 'q':
        this.out.text('“', around);
        return {
          around,
          leave: () => {
            this.out.text('”', around);
          },
        };
      case 'img':
        this.out.picture(attribute(element, 'alt'), isCaptioned(element), around);
        return { around };
      default:
        return { around };
    }
  }

  #linkOf(element: PageElement): string | undefined {
    const href = attribute(element, 'href');
    // Leads nowhere but on the page itself.
    return href === '' || href.startsWith('#') ? undefined : safeLink(href, this.#base);
  }
}

function spanOf(cell: PageElement, name: string): number {
  if (!hasAttribute(cell, name)) return 1;
  const span = Number.parseInt(attribute(cell, name), 10);
  // HTML: a rowspan of 0 reaches to the end of its part of the table.
  if (span === 0 && name === 'rowspan') return 1000;
  return span >= 1 ? span : 1;
}

/** Whether a picture's own figure says what it shows. */
function isCaptioned(picture: PageElement): boolean {
  let up = picture.parentNode;
  for (let steps = 0; steps < 5 && up !== null && 'tagName' in up; steps++) {
    if (up.tagName === 'figure') {
      return up.childNodes.some(
        (node) => isElement(node) && node.tagName === 'figcaption' && textOf(node) !== '',
      );
    }
    up = up.parentNode;
  }
  return false;
}
