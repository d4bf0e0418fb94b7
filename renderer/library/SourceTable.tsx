import { useCallback, useState } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { SortHeader, Table } from '../ui/Table.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { MoreRows } from './MoreRows.tsx';
import { SourceRow, type RowActs } from './SourceRow.tsx';
import type { LibrarySource, Sorting, SortKey } from './source-list.ts';
import styles from './SourceTable.module.css';

interface SourceTableProps extends RowActs {
  readonly sources: readonly LibrarySource[];
  readonly sorting: Sorting;
  readonly onSort: (by: SortKey) => void;
  /** Its details are shown. */
  readonly selected: SourceId | undefined;
  readonly chosen: ReadonlySet<SourceId>;
  /** Reads the two chosen ones side by side, where two are chosen that can be read. */
  readonly readPair: (() => void) | undefined;
  readonly onChooseAll: (all: boolean) => void;
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
 * A click on a title reads, one beside it opens the details; with Ctrl or Shift it chooses. By keyboard: Up and Down walk
 * the titles, with Shift they choose; Enter reads, Space opens the details, with Ctrl it chooses; Delete removes.
 */
export function SourceTable(props: SourceTableProps) {
  const { sources, sorting, onSort, selected, chosen, readPair, onChooseAll, ...acts } = props;
  const [most, setMost] = useState(rowsAtOnce);
  const showMore = useCallback(() => {
    setMost((before) => before + rowsAtOnce);
  }, []);
  return (
    <Table className={styles['table']} aria-label="Sources">
      <thead>
        <tr>
          <th scope="col" className={styles['choose']}>
            <input
              type="checkbox"
              aria-label="Choose all"
              checked={sources.length > 0 && sources.every(({ id }) => chosen.has(id))}
              onChange={({ target }) => {
                onChooseAll(target.checked);
              }}
            />
          </th>
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
          <SourceRow
            key={source.id}
            {...acts}
            source={source}
            selected={source.id === selected}
            chosen={chosen.has(source.id)}
            readPair={chosen.has(source.id) ? readPair : undefined}
          />
        ))}
        {sources.length > most && (
          <MoreRows key={most} columns={columns.length + 3} onSeen={showMore} />
        )}
      </tbody>
    </Table>
  );
}
