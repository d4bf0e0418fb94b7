import { useMemo, useState } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { displayTitle } from '../../shared/evidence/source.ts';
import { useNavigation } from '../app/navigation.ts';
import { useAct, useVaultQuery } from '../app/vault-context.tsx';
import { useImport } from '../import/import-context.tsx';
import { ImportPanel } from '../import/ImportPanel.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import type { LibraryView } from '../vault/contract.ts';
import { AddButtons } from './AddButtons.tsx';
import { DetailsPanel } from './DetailsPanel.tsx';
import { FilterBar } from './FilterBar.tsx';
import styles from './LibraryScreen.module.css';
import {
  filterSources,
  nextSorting,
  sortSources,
  startSorting,
  type Facet,
  type LibrarySource,
} from './source-list.ts';
import { SourceTable } from './SourceTable.tsx';

interface LibraryScreenProps {
  /** The source whose details are shown beside the table. */
  readonly selected: SourceId | undefined;
}

export function LibraryScreen({ selected }: LibraryScreenProps) {
  const library = useVaultQuery('library:read', null);
  switch (library.state) {
    case 'asking':
      return null;
    case 'failed':
      return (
        <EmptyState icon="warning" title="The library could not be read">
          {sentenceOf(library.error)}
        </EmptyState>
      );
    case 'answered':
      return <Library view={library.value} selected={selected} />;
  }
}

interface LibraryProps extends LibraryScreenProps {
  readonly view: LibraryView;
}

const noFacets: ReadonlySet<Facet> = new Set();

function Library({ view, selected }: LibraryProps) {
  const { go } = useNavigation();
  const { progress, results } = useImport();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(noFacets);
  const [sorting, setSorting] = useState(startSorting);
  const remove = useRemove();

  const shown = useMemo(
    () => sortSources(filterSources(view.sources, text, chosen), sorting),
    [view.sources, text, chosen, sorting],
  );
  const select = (source: SourceId | undefined) => {
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
    <div className={styles['library']}>
      <div className={styles['page']}>
        <header className={styles['head']}>
          <div>
            <h1>Library</h1>
            <p className={styles['lead']}>
              {empty
                ? 'Drop files anywhere to add them.'
                : `${view.sources.length.toLocaleString()} ${view.sources.length === 1 ? 'source' : 'sources'} in the locker. Drop files anywhere to add them.`}
            </p>
          </div>
          {!empty && <AddButtons />}
        </header>
        <ImportPanel titleOf={titleOf} onShow={select} />
        {empty && !busy && (
          <EmptyState icon="library" title="Nothing here yet" actions={<AddButtons />}>
            Add the documents of your case: PDF, Word, mail, plain text or Markdown. Drop them
            anywhere, choose them, or paste copied text with Ctrl V. They are sealed into the
            locker; the files on your disk stay as they are.
          </EmptyState>
        )}
        {!empty && (
          <>
            <FilterBar
              sources={view.sources}
              text={text}
              onText={setText}
              chosen={chosen}
              onChosen={setChosen}
            />
            {shown.length === 0 ? (
              <EmptyState
                icon="filter"
                title="No source fits the filter"
                actions={
                  <Button
                    onClick={() => {
                      setText('');
                      setChosen(noFacets);
                    }}
                  >
                    Show all
                  </Button>
                }
              >
                Take a word or a condition away.
              </EmptyState>
            ) : (
              <SourceTable
                sources={shown}
                sorting={sorting}
                onSort={(by) => {
                  setSorting(nextSorting(sorting, by));
                }}
                selected={selected}
                onSelect={select}
                onRead={(source) => {
                  go({ screen: 'reader', source });
                }}
                onRemove={remove}
              />
            )}
          </>
        )}
      </div>
      {detailed !== undefined && (
        <DetailsPanel
          key={detailed.id}
          source={detailed}
          sources={view.sources}
          people={view.people}
          titleOf={(id) => titleOf(id) ?? 'a source that is gone'}
          previous={shown[at - 1]?.id}
          next={shown[at + 1]?.id}
          onSelect={select}
          onRemove={remove}
        />
      )}
    </div>
  );
}

/** Removing is undone from the toast by its own reverse act, whatever was done in between. */
function useRemove(): (source: LibrarySource) => void {
  const act = useAct();
  const toast = useToast();
  return (source) => {
    const subject = `source/${source.id}` as const;
    const payload = { source: source.id };
    void act([{ subject, kind: 'source-removed', payload }]).then((answer) => {
      if (!answer.ok) return;
      const withMarks = source.marks === 0 ? '' : ' Its marks are kept with it.';
      toast({
        text: `Removed “${displayTitle(source)}”.${withMarks}`,
        action: {
          label: 'Bring back',
          run: () => void act([{ subject, kind: 'source-restored', payload }]),
        },
      });
    });
  };
}
