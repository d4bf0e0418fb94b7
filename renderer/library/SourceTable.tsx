import { displayTitle, missingDetails } from '../../shared/evidence/source.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { statusLabel, statusSentence } from '../import/source-words.ts';
import { Menu } from '../ui/Menu.tsx';
import { Pill } from '../ui/Pill.tsx';
import { SortHeader, Table } from '../ui/Table.tsx';
import { VisuallyHidden } from '../ui/VisuallyHidden.tsx';
import { detailWords, languageWords } from './detail-words.ts';
import { dateWords, precisionWords } from './precise-date.ts';
import type { LibrarySource, Sorting, SortKey } from './source-list.ts';
import styles from './SourceTable.module.css';

interface SourceTableProps {
  readonly sources: readonly LibrarySource[];
  readonly sorting: Sorting;
  readonly onSort: (by: SortKey) => void;
  readonly selected: SourceId | undefined;
  readonly onSelect: (source: SourceId) => void;
  readonly onRead: (source: SourceId) => void;
  readonly onRemove: (source: LibrarySource) => void;
}

const columns: readonly { readonly by: SortKey; readonly label: string }[] = [
  { by: 'title', label: 'Source' },
  { by: 'publisher', label: 'Publisher' },
  { by: 'published', label: 'Published' },
  { by: 'words', label: 'Words' },
  { by: 'marks', label: 'Marks' },
];

/** Up and Down walk the titles, Enter reads, Space opens the details, Delete removes. */
export function SourceTable(props: SourceTableProps) {
  const { sources, sorting, onSort } = props;
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
        {sources.map((source) => (
          <SourceRow key={source.id} {...props} source={source} />
        ))}
      </tbody>
    </Table>
  );
}

interface SourceRowProps extends SourceTableProps {
  readonly source: LibrarySource;
}

function SourceRow({ source, selected, onSelect, onRead, onRemove }: SourceRowProps) {
  const { id, details, marks, working } = source;
  const missing = missingDetails(details);
  const precision = precisionWords[details.published.precision];
  const readable = source.status === 'text';
  const open = () => {
    onSelect(id);
  };
  const read = () => {
    if (readable) onRead(id);
    else onSelect(id);
  };
  return (
    // The row takes clicks for the mouse's sake; the title is the button for everyone.
    <tr
      aria-selected={id === selected}
      onClick={({ target }) => {
        if (!(target instanceof Element && target.closest('[data-acts]') !== null)) open();
      }}
      onDoubleClick={read}
    >
      <td className={styles['title']}>
        <button
          type="button"
          className={styles['name']}
          dir="auto"
          data-row={id}
          onKeyDown={(event) => {
            if (event.altKey || event.ctrlKey || event.metaKey) return;
            const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
            if (step !== undefined) focusRow(event.currentTarget, step);
            else if (event.key === 'Enter') read();
            else if (event.key === 'Delete') onRemove(source);
            else return;
            event.preventDefault();
          }}
        >
          {displayTitle(source)}
        </button>
        <small className={styles['facts']} dir="auto">
          {factsOf(source)}
        </small>
      </td>
      <td className={styles['publisher']}>
        {details.publisher === '' ? <Missing name="publisher" /> : details.publisher}
        {details.author !== '' && <small className={styles['facts']}>{details.author}</small>}
      </td>
      <td className={styles['published']}>
        {details.published.precision === 'none' ? (
          <Missing name="published" />
        ) : (
          dateWords(details.published)
        )}
        {precision !== undefined && <small className={styles['facts']}>{precision}</small>}
      </td>
      <td className={styles['words']}>{working?.words.toLocaleString() ?? '–'}</td>
      <td className={styles['marks']}>{marks.toLocaleString()}</td>
      <td>
        <span className={styles['pills']}>
          <Pill
            tone={readable ? 'good' : 'plain'}
            title={statusSentence(source) ?? 'It can be read and marked.'}
          >
            {statusLabel(source)}
          </Pill>
          {missing.length > 0 && (
            <Pill
              tone="warn"
              title={missing.map((name) => `${detailWords[name]} missing`).join(', ')}
            >
              {missing.length === 1 ? '1 detail missing' : `${missing.length} details missing`}
            </Pill>
          )}
        </span>
      </td>
      <td className={styles['acts']} data-acts>
        <Menu
          icon="more"
          label={`Acts on ${displayTitle(source)}`}
          items={[
            { label: 'Read', icon: 'read', keys: 'Enter', disabled: !readable, run: read },
            { label: 'Details', icon: 'pen', run: open },
            {
              label: 'Remove',
              icon: 'trash',
              keys: 'Del',
              danger: true,
              run: () => {
                onRemove(source);
              },
            },
          ]}
        />
      </td>
    </tr>
  );
}

function Missing({ name }: { readonly name: keyof typeof detailWords }) {
  return <span className={styles['missing']}>{detailWords[name]} missing</span>;
}

function factsOf({ details, working, format, original }: LibrarySource): string {
  const pages = working?.pages ?? 0;
  const facts = [
    pages > 1 && `${pages.toLocaleString()} pages`,
    languageWords(details.language),
    details.country,
    format === 'unknown' ? original.mediaType : formatWords[format],
    details.title !== '' && details.title !== original.name && original.name,
  ];
  return facts.filter(Boolean).join(' · ');
}

const formatWords = { pdf: 'PDF', plain: 'plain text', markdown: 'Markdown' } as const;

/** The title so many rows further, where there is one. */
function focusRow(from: HTMLElement, step: number): void {
  const rows = [...(from.closest('tbody')?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  rows[rows.indexOf(from) + step]?.focus();
}
