import { useEffect, useId, useMemo, useRef, useState } from 'react';
import type { Section } from '../../shared/text/working-text.ts';
import { classNames } from '../ui/class-names.ts';
import { Icon } from '../ui/Icon.tsx';
import { keyAlongLine } from '../ui/key-along-line.ts';
import styles from './Outline.module.css';
import { outlineTree, sectionAt, shownFor, shownNodes, stepInOutline } from './outline-tree.ts';
import { showRow, useRows } from './use-rows.ts';

interface OutlineProps {
  readonly sections: readonly Section[];
  /** Where in the text one is. */
  readonly offset: number;
  readonly onGo: (offset: number) => void;
}

const rowHeight = 28;

/** The headings as a tree (WAI-ARIA tree pattern); the focus stays on the tree and names its row. */
export function Outline({ sections, offset, onGo }: OutlineProps) {
  const id = useId();
  const tree = useRef<HTMLDivElement>(null);
  const [closed, setClosed] = useState<ReadonlySet<number>>(new Set());
  const [chosen, setChosen] = useState(0);
  const nodes = useMemo(() => outlineTree(sections), [sections]);
  const shown = useMemo(() => shownNodes(nodes, closed), [nodes, closed]);
  const heights = useMemo(() => new Float64Array(shown.length).fill(rowHeight), [shown]);
  const { stack, height, near } = useRows(tree, heights);
  const here = shownFor(nodes, shown, sectionAt(sections, offset));
  const at = Math.min(chosen, shown.length - 1);

  useEffect(() => {
    showRow(tree.current, stack, here);
  }, [stack, here]);

  const toggle = (index: number): void => {
    setClosed((old) => {
      const next = new Set(old);
      if (!next.delete(index)) next.add(index);
      return next;
    });
  };
  const drawn = near.includes(at) || at < 0 ? near : [at, ...near];
  return (
    <div
      ref={tree}
      role="tree"
      tabIndex={0}
      aria-label="Contents"
      aria-activedescendant={at < 0 ? undefined : `${id}-${shown[at]?.index ?? 0}`}
      className={styles['tree']}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return;
        const node = shown[at];
        if (node !== undefined && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault();
          onGo(node.start);
          return;
        }
        const step = stepInOutline(keyAlongLine(event), shown, at, closed);
        if (step === undefined || node === undefined) return;
        event.preventDefault();
        if (step.toggles === true) toggle(node.index);
        setChosen(step.at);
        showRow(tree.current, stack, step.at);
      }}
    >
      <div role="presentation" className={styles['rows']} style={{ blockSize: height }}>
        {drawn.map((row) => {
          const node = shown[row];
          if (node === undefined) return null;
          const isOpen = !closed.has(node.index);
          return (
            <div
              key={node.index}
              id={`${id}-${node.index}`}
              role="treeitem"
              tabIndex={-1}
              aria-level={node.depth}
              aria-selected={row === at}
              aria-current={row === here ? 'location' : undefined}
              aria-expanded={node.hasChildren ? isOpen : undefined}
              aria-posinset={row + 1}
              aria-setsize={shown.length}
              title={node.title}
              className={classNames(
                styles['row'],
                row === at && styles['chosen'],
                row === here && styles['here'],
              )}
              style={{
                insetBlockStart: stack.tops[row],
                paddingInlineStart: 6 + (node.depth - 1) * 14,
              }}
              onClick={() => {
                setChosen(row);
                onGo(node.start);
              }}
              onKeyDown={undefined}
            >
              <span
                aria-hidden="true"
                className={classNames(styles['twist'], isOpen && styles['open'])}
                onClick={(event) => {
                  if (!node.hasChildren) return;
                  event.stopPropagation();
                  setChosen(row);
                  toggle(node.index);
                }}
              >
                {node.hasChildren && <Icon name="forward" />}
              </span>
              <span dir="auto" className={styles['title']}>
                {node.title}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
