import { useState, type KeyboardEvent } from 'react';
import type { TagId } from '../../shared/evidence/ids.ts';
import { classNames } from '../ui/class-names.ts';
import { ColourDot } from '../ui/ColourDot.tsx';
import { keyAlongLine } from '../ui/key-along-line.ts';
import { possibleParents, type ListedTag, type TagRow } from './tag-rows.ts';
import styles from './TagsScreen.module.css';

interface TagTreeProps {
  readonly rows: readonly TagRow[];
  readonly chosen: TagId | undefined;
  readonly onChoose: (tag: TagId) => void;
  readonly onMove: (tag: ListedTag, parent: TagId | null) => void;
}

/** The tags as a tree. Alt with an arrow moves one, too: right below its neighbour above, left beside its parent. */
export function TagTree({ rows, chosen, onChoose, onMove }: TagTreeProps) {
  const [dragged, setDragged] = useState<ListedTag>();
  const tags = rows.map(({ tag }) => tag);
  const canTake = (target: ListedTag): boolean =>
    dragged !== undefined &&
    possibleParents(tags, dragged.id).some(({ id }) => id === target.id) &&
    dragged.parent !== target.id;
  const drop = (parent: TagId | null): void => {
    if (dragged !== undefined) onMove(dragged, parent);
    setDragged(undefined);
  };
  const press = (event: KeyboardEvent<HTMLElement>, at: number): void => {
    const row = rows[at];
    if (row === undefined) return;
    const list = event.currentTarget.closest('ul');
    const focus = (next: number): void => {
      list?.querySelectorAll<HTMLElement>('[data-tag]')[next]?.focus();
    };
    const moved = movedBy(event, rows, at);
    if (moved !== undefined) onMove(row.tag, moved);
    else if (event.key === 'ArrowDown') focus(at + 1);
    else if (event.key === 'ArrowUp' && at > 0) focus(at - 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <>
      <ul className={styles['tree']} aria-label="Tag tree">
        {rows.map(({ tag, level }, at) => (
          <li key={tag.id} style={{ ['--level' as string]: level - 1 }}>
            <button
              type="button"
              data-tag={tag.id}
              className={classNames(styles['tag'], tag.id === chosen && styles['chosen'])}
              aria-current={tag.id === chosen}
              draggable
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move';
                setDragged(tag);
              }}
              onDragEnd={() => {
                setDragged(undefined);
              }}
              onDragOver={(event) => {
                if (canTake(tag)) event.preventDefault();
              }}
              onDrop={() => {
                if (canTake(tag)) drop(tag.id);
              }}
              onClick={() => {
                onChoose(tag.id);
              }}
              onKeyDown={(event) => {
                press(event, at);
              }}
            >
              {tag.colour !== '' && <ColourDot colour={tag.colour} />}
              <span className={styles['name']} dir="auto">
                {tag.name}
              </span>
              <small>{countOf(tag)}</small>
            </button>
          </li>
        ))}
      </ul>
      {typeof dragged?.parent === 'string' && (
        <button
          type="button"
          className={styles['top']}
          onClick={() => {
            drop(null);
          }}
          onDragOver={(event) => {
            event.preventDefault();
          }}
          onDrop={() => {
            drop(null);
          }}
        >
          Drop here to put it at the top
        </button>
      )}
    </>
  );
}

/** The new parent that Alt and an arrow ask for; undefined where they ask for none. */
function movedBy(
  event: KeyboardEvent<HTMLElement>,
  rows: readonly TagRow[],
  at: number,
): TagId | null | undefined {
  const row = rows[at];
  if (!event.altKey || row === undefined) return undefined;
  const key = keyAlongLine(event);
  if (key === 'ArrowRight') {
    const above = rows.slice(0, at).findLast(({ level }) => level <= row.level);
    return above?.level === row.level ? above.tag.id : undefined;
  }
  if (key !== 'ArrowLeft' || row.tag.parent === null) return undefined;
  return rows.find(({ tag }) => tag.id === row.tag.parent)?.tag.parent ?? null;
}

function countOf({ marks, marksBelow }: ListedTag): string {
  return marks === marksBelow
    ? marks.toLocaleString()
    : `${marks.toLocaleString()} (${marksBelow.toLocaleString()} with those below)`;
}
