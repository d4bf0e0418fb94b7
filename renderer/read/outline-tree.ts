// The sections of a text as a tree: which lie below which, which are shown, and where the keys lead.
import type { Section } from '../../shared/text/working-text.ts';

export interface OutlineNode {
  /** Of the section in the text's list. */
  readonly index: number;
  readonly title: string;
  readonly start: number;
  /** From 1; levels that a document leaves out are not left out here. */
  readonly depth: number;
  /** Index of the node above, −1 at the top. */
  readonly parent: number;
  readonly hasChildren: boolean;
}

/** Deeper than this nothing is indented further: a hostile outline may go down without end. */
const deepest = 12;

export function outlineTree(sections: readonly Section[]): readonly OutlineNode[] {
  const above: { readonly level: number; readonly index: number }[] = [];
  const parents = sections.map(({ level }, index) => {
    while ((above.at(-1)?.level ?? 0) >= level) above.pop();
    const place = { parent: above.at(-1)?.index ?? -1, depth: Math.min(deepest, above.length + 1) };
    above.push({ level, index });
    return place;
  });
  return sections.map(({ title, start }, index) => ({
    ...{ index, start },
    title: title.trim(),
    depth: parents[index]?.depth ?? 1,
    parent: parents[index]?.parent ?? -1,
    hasChildren: parents[index + 1]?.parent === index,
  }));
}

/** Those that no closed node above hides, in order. */
export function shownNodes(
  nodes: readonly OutlineNode[],
  closed: ReadonlySet<number>,
): readonly OutlineNode[] {
  const hidden = new Set<number>();
  return nodes.filter(({ index, parent }) => {
    if (parent < 0 || !(closed.has(parent) || hidden.has(parent))) return true;
    hidden.add(index);
    return false;
  });
}

/** The section an offset stands in, −1 before the first. */
export function sectionAt(sections: readonly Section[], offset: number): number {
  return sections.findLastIndex(({ start }) => start <= offset);
}

/** The nearest node upwards, itself included, that is shown: what stands for a section in a closed branch. */
export function shownFor(
  nodes: readonly OutlineNode[],
  shown: readonly OutlineNode[],
  index: number,
): number {
  const places = new Map(shown.map((node, at) => [node.index, at]));
  for (let node = nodes[index]; node !== undefined; node = nodes[node.parent]) {
    const at = places.get(node.index);
    if (at !== undefined) return at;
  }
  return -1;
}

export interface OutlineStep {
  /** Place in the list of shown nodes. */
  readonly at: number;
  readonly toggles?: true;
}

/** Where a key leads from a shown node, by the WAI-ARIA tree pattern; `undefined` for other keys. */
export function stepInOutline(
  key: string,
  shown: readonly OutlineNode[],
  at: number,
  closed: ReadonlySet<number>,
): OutlineStep | undefined {
  const node = shown[at];
  const last = shown.length - 1;
  const isOpen = node?.hasChildren === true && !closed.has(node.index);
  switch (key) {
    case 'ArrowDown':
      return { at: Math.min(last, at + 1) };
    case 'ArrowUp':
      return { at: Math.max(0, at - 1) };
    case 'Home':
      return { at: 0 };
    case 'End':
      return { at: last };
    case 'ArrowRight':
      if (node?.hasChildren !== true) return { at };
      return isOpen ? { at: at + 1 } : { at, toggles: true };
    case 'ArrowLeft': {
      if (isOpen) return { at, toggles: true };
      const above = shown.findIndex(({ index }) => index === node?.parent);
      return { at: above < 0 ? at : above };
    }
    default:
      return undefined;
  }
}
