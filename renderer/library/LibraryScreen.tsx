import { useMemo, useState } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { displayTitle } from '../../shared/evidence/source.ts';
import { Answered } from '../app/Answered.tsx';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { isTyping, useShortcuts } from '../app/shortcuts.ts';
import { useImport } from '../import/import-context.tsx';
import { ImportPanel } from '../import/ImportPanel.tsx';
import { SampleCase } from '../sample/SampleCase.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Desk, Page } from '../ui/Page.tsx';
import type { LibraryView } from '../vault/calls/library.ts';
import { AddButtons } from './AddButtons.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { EditGrid } from './EditGrid.tsx';
import { FilterBar } from './FilterBar.tsx';
import styles from './LibraryScreen.module.css';
import { ManyPanel } from './ManyPanel.tsx';
import { allRows, extendTo, noRows, onlyShown, toggleRow } from './row-selection.ts';
import {
  filterSources,
  nextSorting,
  sortSources,
  startSorting,
  type Facet,
} from './source-list.ts';
import { SourceTable } from './SourceTable.tsx';
import { useBeside } from './use-beside.tsx';
import { useRemoving } from './use-removing.ts';

interface LibraryScreenProps {
  /** The source whose details are shown beside the table. */
  readonly selected: SourceId | undefined;
}

export function LibraryScreen({ selected }: LibraryScreenProps) {
  const library = useVaultQuery('library:read', null);
  return (
    <Answered query={library} failed="The library could not be read">
      {(value) => <Library view={value} selected={selected} />}
    </Answered>
  );
}

interface LibraryProps extends LibraryScreenProps {
  readonly view: LibraryView;
}

const noFacets: ReadonlySet<Facet> = new Set();
const noSelection = noRows<SourceId>();

function Library({ view, selected }: LibraryProps) {
  const { go } = useNavigation();
  const { progress, results } = useImport();
  const [text, setText] = useState('');
  const [facets, setFacets] = useState(noFacets);
  const [sorting, setSorting] = useState(startSorting);
  const [editing, setEditing] = useState(false);
  const [selection, setSelection] = useState(noSelection);
  const { remove, removeAll } = useRemoving();

  const shown = useMemo(
    () => sortSources(filterSources(view.sources, text, facets), sorting),
    [view.sources, text, facets, sorting],
  );
  const order = useMemo(() => shown.map(({ id }) => id), [shown]);
  const { ids: chosen } = onlyShown(selection, order);
  const several = shown.filter(({ id }) => chosen.has(id));
  const beside = useBeside(several);
  const letGo = () => {
    setSelection(noSelection);
  };
  useShortcuts([
    {
      keys: 'Ctrl+A',
      group: 'Library',
      label: 'Choose all sources shown',
      when: () => !editing && !isTyping(document.activeElement),
      run: () => {
        setSelection(allRows(order));
      },
    },
    {
      keys: 'F2',
      group: 'Library',
      label: 'Edit in the table, or stop',
      run: () => {
        setEditing(!editing);
      },
    },
  ]);
  const select = (source: SourceId | undefined) => {
    letGo();
    go({ screen: 'library', ...(source === undefined ? {} : { source }) });
  };
  const byId = (id: SourceId) => view.sources.find((source) => source.id === id);
  const titleOf = (id: SourceId) => {
    const source = byId(id);
    return source === undefined ? undefined : displayTitle(source);
  };
  const detailed = selected === undefined ? undefined : byId(selected);
  const at = shown.findIndex(({ id }) => id === selected);
  const empty = view.sources.length === 0;
  const busy = progress !== undefined || results.length > 0;

  return (
    <Desk>
      <Page
        title="Library"
        lead={
          empty
            ? 'Drop files anywhere to add them.'
            : `${view.sources.length.toLocaleString()} ${view.sources.length === 1 ? 'source' : 'sources'} in the locker. Drop files anywhere to add them.`
        }
        acts={
          empty ? undefined : (
            <>
              <Button
                variant="quiet"
                icon="pen"
                keys="F2"
                aria-pressed={editing}
                onClick={() => {
                  setEditing(!editing);
                }}
              >
                Edit in the table
              </Button>
              <AddButtons />
            </>
          )
        }
        className={styles['page']}
      >
        <ImportPanel titleOf={titleOf} onShow={select} />
        <SampleCase view={view} />
        {empty && !busy && (
          <EmptyState icon="library" title="Nothing here yet" actions={<AddButtons />}>
            Add the documents of your case: PDF, Word, mail, saved web pages, pictures, plain text
            or Markdown. Drop them anywhere, choose them, or paste copied text with Ctrl V. They are
            sealed into the locker; the files on your disk stay as they are.
          </EmptyState>
        )}
        {!empty && (
          <>
            <FilterBar
              sources={view.sources}
              text={text}
              onText={setText}
              chosen={facets}
              onChosen={setFacets}
            />
            {shown.length === 0 ? (
              <EmptyState
                icon="filter"
                title="No source fits the filter"
                actions={
                  <Button
                    onClick={() => {
                      setText('');
                      setFacets(noFacets);
                    }}
                  >
                    Show all
                  </Button>
                }
              >
                Take a word or a condition away.
              </EmptyState>
            ) : editing ? (
              <EditGrid
                key={[text, ...facets, sorting.by, sorting.direction].join(' ')}
                shown={shown}
                sources={view.sources}
                organisations={view.organisations}
              />
            ) : (
              <SourceTable
                sources={shown}
                sorting={sorting}
                onSort={(by) => {
                  setSorting(nextSorting(sorting, by));
                }}
                selected={selected}
                chosen={chosen}
                onChooseAll={(all) => {
                  setSelection(all ? allRows(order) : noSelection);
                }}
                onChoose={(id, how) => {
                  setSelection((before) =>
                    how === 'toggle' ? toggleRow(before, id) : extendTo(before, order, id),
                  );
                }}
                onSelect={select}
                onRead={(source) => {
                  go({ screen: 'reader', source });
                }}
                onBeside={beside.ask}
                readPair={beside.readPair}
                onRemove={remove}
              />
            )}
          </>
        )}
      </Page>
      {several.length > 0 && !editing && (
        <ManyPanel
          chosen={several}
          sources={view.sources}
          organisations={view.organisations}
          onClear={letGo}
          readPair={beside.readPair}
          onRemove={(sources) => {
            letGo();
            removeAll(sources);
          }}
        />
      )}
      {detailed !== undefined && several.length === 0 && !editing && (
        <DetailsPanel
          key={detailed.id}
          source={detailed}
          sources={view.sources}
          organisations={view.organisations}
          people={view.people}
          titleOf={(id) => titleOf(id) ?? 'a source that is gone'}
          previous={shown[at - 1]?.id}
          next={shown[at + 1]?.id}
          onSelect={select}
          onRemove={remove}
        />
      )}
      {beside.dialog}
    </Desk>
  );
}
