import { useCallback, useEffect, useRef, useState } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { SortHeader, Table } from '../ui/Table.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { SourceRow, type RowActs } from './SourceRow.tsx';
import type { LibrarySource, Sorting, SortKey } from './source-list.ts';
import styles from './SourceTable.module.css';

interface SourceTableProps extends RowActs {
  readonly sources: readonly LibrarySource[];
  readonly sorting: Sorting;
  readonly onSort: (by: SortKey) => void;
  readonly selected: SourceId | undefined;
}

const columns: readonly { readonly by: SortKey; readonly label: string }[] = [
  { by: 'title', label: 'Source' },
  { by: 'publisher', label: 'Publisher' },
  { by: 'published', label: 'Published' },
  { by: 'words', label: 'Words' },
  { by: 'marks', label: 'Marks' },
];

/** Rows that are there at first, and that many more whenever the end comes into view. */
const rowsAtOnce = 200;

/**
 * A click on a title reads, one beside it opens the details. By keyboard: Up and Down walk the titles, Enter reads, Space
 * opens the details, Delete removes.
 */
export function SourceTable({ sources, sorting, onSort, selected, ...acts }: SourceTableProps) {
  const [most, setMost] = useState(rowsAtOnce);
  const showMore = useCallback(() => {
    setMost((before) => before + rowsAtOnce);
  }, []);
  return (
    <Table className={styles['table']} aria-label="Sources">
      <thead>
        <tr>
          {columns.map(({ by, label }) => (
            <SortHeader
              key={by}
              className={styles[by]}
              direction={sorting.by === by ? sorting.direction : undefined}
              onSort={() => {
                onSort(by);
              }}
            >
              {label}
            </SortHeader>
          ))}
          <th scope="col">State</th>
          <th scope="col" className={styles['acts']}>
            <VisuallyHidden>Acts</VisuallyHidden>
          </th>
        </tr>
      </thead>
      <tbody>
        {sources.slice(0, most).map((source) => (
          <SourceRow key={source.id} {...acts} source={source} selected={source.id === selected} />
        ))}
        {sources.length > most && (
          <MoreRows key={most} columns={columns.length + 2} onSeen={showMore} />
        )}
      </tbody>
    </Table>
  );
}

interface MoreRowsProps {
  readonly columns: number;
  readonly onSeen: () => void;
}

function MoreRows({ columns, onSeen }: MoreRowsProps) {
  const row = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (row.current === null) return undefined;
    const watching = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting === true) onSeen();
    });
    watching.observe(row.current);
    return () => {
      watching.disconnect();
    };
  }, [onSeen]);
  return (
    <tr ref={row}>
      <td colSpan={columns}>…</td>
    </tr>
  );
}
