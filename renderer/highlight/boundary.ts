// Ends of a DOM selection stand in text nodes, between elements, or outside the document altogether (a triple click ends
// at the start of the next element; a drag may end in the margin). Both readers resolve them by one rule: an end that is
// not in a run of text stands before the next thing after it that has a place.

/** What lies at or after a boundary point: the text node itself with the offset in it, or the first accepted node. */
export type Found<T> =
  { readonly kind: 'inside'; readonly place: T; readonly offset: number } | Before<T>;
interface Before<T> {
  readonly kind: 'before';
  readonly place: T;
}

/**
 * Resolves a boundary point of a DOM Range inside `root`. `placeOf` names the place of a node that has one (a run of
 * text, a page that is not drawn now) and is asked of elements and text nodes in document order. Answers `undefined`
 * when nothing with a place follows.
 */
export function resolveBoundary<T>(
  root: Element,
  container: Node,
  offset: number,
  placeOf: (node: Node) => T | undefined,
): Found<T> | undefined {
  if (container instanceof Text && root.contains(container)) {
    const place = placeOf(container);
    if (place !== undefined) return { kind: 'inside', place, offset };
  }
  const place = firstFrom(root, container, offset, placeOf);
  return place === undefined ? undefined : { kind: 'before', place };
}

function firstFrom<T>(
  root: Element,
  container: Node,
  offset: number,
  placeOf: (node: Node) => T | undefined,
): T | undefined {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let node = startOf(walker, root, container, offset);
  while (node !== null) {
    const place = placeOf(node);
    if (place !== undefined) return place;
    node = walker.nextNode();
  }
  return undefined;
}

/** The first node of `root` at or after the boundary, with the walker standing on it. */
function startOf(walker: TreeWalker, root: Element, container: Node, offset: number): Node | null {
  if (!root.contains(container)) {
    const boundary = document.createRange();
    boundary.setStart(container, offset);
    // −1: the root's beginning lies before the boundary, so that all of the root does.
    return boundary.comparePoint(root, 0) < 0 ? null : root;
  }
  const child = container.childNodes[offset];
  if (child !== undefined) {
    walker.currentNode = child;
    return child;
  }
  walker.currentNode = container;
  return afterSubtree(walker);
}

function afterSubtree(walker: TreeWalker): Node | null {
  do {
    const sibling = walker.nextSibling();
    if (sibling !== null) return sibling;
  } while (walker.parentNode() !== null);
  return null;
}
