// References to notes, and the notes: told by links from a raised or bracketed number to an anchor further down.
import { headingLevel, isBlockElement, roleOf } from './element-kinds.ts';
import {
  attribute,
  isElement,
  nodesBelow,
  textOf,
  type PageDocument,
  type PageElement,
} from './page-tree.ts';

export interface NoteLinks {
  readonly isReference: (element: PageElement) => boolean;
  /** The label of the note an element is, or is the anchor of; undefined for any other. */
  readonly labelOf: (element: PageElement) => string | undefined;
}

const label = /^[[(]?(\d{1,4}|[ivx]{1,5}|[a-z]|[*†‡§¶]{1,3})[\])]?$/i;
const bracketed = /^[[(].*[\])]$/;
const names =
  /(?:^|[\s_-])(?:foot|end)?(?:note|fn|cite|ref)(?:ref|s|_ref)?(?:$|[\s_-])|footnote|endnote/i;
const referenceRoles = new Set(['doc-noteref']);
const noteRoles = new Set(['doc-footnote', 'doc-endnote']);

export function findNoteLinks(document: PageDocument): NoteLinks {
  const references = new Set<PageElement>();
  /** Where an anchor first stands, counted in elements. */
  const places = new Map<string, number>();
  const aims: { readonly anchor: string; readonly label: string; readonly place: number }[] = [];
  let place = 0;
  for (const node of nodesBelow(document)) {
    if (!isElement(node)) continue;
    place++;
    for (const anchor of anchorsOf(node)) if (!places.has(anchor)) places.set(anchor, place);
    const found = node.tagName === 'a' ? referenceOf(node) : undefined;
    if (found === undefined) continue;
    aims.push({ ...found, place });
    references.add(node);
  }
  const labels = new Map<string, string>();
  const back = new Set<string>();
  for (const { anchor, label: shown, place: from } of aims) {
    if ((places.get(anchor) ?? 0) > from) {
      if (!labels.has(anchor)) labels.set(anchor, shown);
    } else {
      back.add(anchor);
    }
  }
  return {
    isReference: (element) =>
      (references.has(element) && !back.has(aimOf(element))) || referenceRoles.has(roleOf(element)),
    labelOf: (element) => {
      const own = anchorsOf(element).find((anchor) => labels.has(anchor));
      if (own !== undefined && headingLevel(element) === 0) return labels.get(own);
      return noteRoles.has(roleOf(element)) && isBlockElement(element) ? '' : undefined;
    },
  };
}

function anchorsOf(element: PageElement): readonly string[] {
  const id = attribute(element, 'id');
  const name = element.tagName === 'a' ? attribute(element, 'name') : '';
  return [id, name].filter((anchor) => anchor !== '');
}

function aimOf(link: PageElement): string {
  const href = attribute(link, 'href');
  const hash = href.indexOf('#');
  return hash < 0 ? '' : href.slice(hash + 1);
}

function referenceOf(
  link: PageElement,
): { readonly anchor: string; readonly label: string } | undefined {
  const anchor = aimOf(link);
  if (anchor === '') return undefined;
  const text = textOf(link, 12);
  const shown = label.exec(text)?.[1];
  if (shown === undefined) return undefined;
  const named = [link, link.parentNode].some(
    (element) =>
      element !== null &&
      'tagName' in element &&
      (element.tagName === 'sup' ||
        names.test(`${attribute(element, 'class')} ${attribute(element, 'id')}`.slice(0, 300))),
  );
  const holdsRaised = link.childNodes.some((node) => isElement(node) && node.tagName === 'sup');
  const isSure = named || holdsRaised || bracketed.test(text) || referenceRoles.has(roleOf(link));
  return isSure ? { anchor, label: shown } : undefined;
}
