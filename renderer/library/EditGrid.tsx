import { useEffect, useMemo, useRef, useState } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { Organisation } from '../../shared/evidence/organisation.ts';
import { displayTitle, type SourceDetails } from '../../shared/evidence/source.ts';
import type { Act } from '../../shared/journal/change.ts';
import { useAct } from '../app/vault-context.tsx';
import { TogglePill } from '../ui/Pill.tsx';
import { Table } from '../ui/Table.tsx';
import { useToast } from '../ui/Toast.tsx';
import { cellChange, cellText, pastedCells } from './cell-text.ts';
import { describeAct } from './describe-acts.ts';
import { detailFields, detailGroups, type DetailGroup, type DetailName } from './detail-fields.ts';
import styles from './EditGrid.module.css';
import { GridCell, type GridMove } from './GridCell.tsx';
import { MoreRows } from './MoreRows.tsx';
import { withOrganisation } from './organisations.ts';
import { PublisherList } from './PublisherList.tsx';
import type { LibrarySource } from './source-list.ts';

interface EditGridProps {
  /** As the table shows them now. The rows stay as they were at first: none moves or goes while its cells are filled in. */
  readonly shown: readonly LibrarySource[];
  readonly sources: readonly LibrarySource[];
  readonly organisations: readonly Organisation[];
}

/** Every row has that many inputs, so fewer at once than in the list. */
const rowsAtOnce = 60;

/** Details as in a sheet of cells: Tab and Enter go on, Ctrl+D takes the value of the row above, a paste fills a block. */
export function EditGrid({ shown, sources, organisations }: EditGridProps) {
  const act = useAct();
  const toast = useToast();
  const table = useRef<HTMLTableElement>(null);
  const [group, setGroup] = useState<DetailGroup['id']>('citation');
  const [most, setMost] = useState(rowsAtOnce);
  const [order] = useState(() => shown.map(({ id }) => id));
  const rows = useMemo(() => {
    const byId = new Map(sources.map((source) => [source.id, source]));
    return order.flatMap((id) => byId.get(id) ?? []);
  }, [order, sources]);
  const columns = detailGroups.find(({ id }) => id === group)?.fields ?? [];

  const describe = (source: LibrarySource, difference: Partial<SourceDetails>): Act =>
    describeAct(source, withOrganisation(source.details, difference, organisations));
  // Whoever is quick takes a value from the row above before it is on the disk.
  const written = useRef(new Map<SourceId, Partial<SourceDetails>>());
  useEffect(() => {
    written.current.clear();
  }, [rows]);
  const save = (source: LibrarySource, difference: Partial<SourceDetails>) => {
    written.current.set(source.id, { ...written.current.get(source.id), ...difference });
    void act([describe(source, difference)]);
  };
  const aboveOf = (row: number, name: DetailName): string | undefined => {
    const source = rows[row - 1];
    return source && cellText({ ...source.details, ...written.current.get(source.id) }, name);
  };
  const move = (row: number, column: number, { down, across }: GridMove) => {
    const cell = table.current?.querySelector<HTMLElement>(
      `[data-cell="${row + down}:${column + across}"]`,
    );
    cell?.focus();
    if (cell instanceof HTMLInputElement) cell.select();
  };
  const paste = (row: number, column: number, text: string) => {
    const block = pastedCells(text);
    let unread = 0;
    const acts = block.flatMap((line, down): Act[] => {
      const source = rows[row + down];
      if (source === undefined) return [];
      let changes: Partial<SourceDetails> = {};
      for (const [across, typed] of line.entries()) {
        const name = columns[column + across];
        const change = name === undefined ? {} : cellChange(name, typed);
        if (change === undefined) unread++;
        else changes = { ...changes, ...change };
      }
      return Object.keys(changes).length === 0 ? [] : [describe(source, changes)];
    });
    if (acts.length > 0) void act(acts);
    if (unread > 0) {
      toast({
        tone: 'bad',
        text: `${unread === 1 ? '1 cell was' : `${unread} cells were`} left as they were: not a date.`,
      });
    }
  };

  return (
    <>
      <PublisherList sources={sources} organisations={organisations} />
      <div className={styles['bar']} role="group" aria-label="Columns">
        {detailGroups.map(({ id, title }) => (
          <TogglePill
            key={id}
            pressed={id === group}
            onToggle={() => {
              setGroup(id);
            }}
          >
            {title}
          </TogglePill>
        ))}
        <span className={styles['keys']}>
          <kbd>Enter</kbd> down <kbd>Tab</kbd> across <kbd>Ctrl D</kbd> as above{' '}
          <kbd>Ctrl Enter</kbd> confirm <kbd>Esc</kbd> take back
        </span>
      </div>
      <div className={styles['scroll']}>
        <Table ref={table} className={styles['grid']} aria-label="Edit the details">
          <thead>
            <tr>
              <th scope="col">Source</th>
              {columns.map((name) => (
                <th key={name} scope="col" data-kind={detailFields[name].kind}>
                  {detailFields[name].label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, most).map((source, row) => (
              <tr key={source.id}>
                <th scope="row" dir="auto" title={source.original.name}>
                  {columns.includes('title') ? source.original.name : displayTitle(source)}
                </th>
                {columns.map((name, column) => (
                  <GridCell
                    key={name}
                    name={name}
                    source={source}
                    place={`${row}:${column}`}
                    above={() => aboveOf(row, name)}
                    onSave={(difference) => {
                      save(source, difference);
                    }}
                    onMove={(by) => {
                      move(row, column, by);
                    }}
                    onPaste={(text) => {
                      paste(row, column, text);
                    }}
                  />
                ))}
              </tr>
            ))}
            {rows.length > most && (
              <MoreRows
                key={most}
                columns={columns.length + 1}
                onSeen={() => {
                  setMost(most + rowsAtOnce);
                }}
              />
            )}
          </tbody>
        </Table>
      </div>
    </>
  );
}
