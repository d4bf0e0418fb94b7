import { useRef, useState } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import type { SearchAnswer, SearchHit } from '../../shared/search/answer.ts';
import { typedFilters, withoutFilters } from '../../shared/search/query.ts';
import { useNavigation } from '../app/navigation.ts';
import { useShortcuts } from '../app/shortcuts.ts';
import { useVaultQuery, type VaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import type { VaultCall, VaultResponse } from '../vault/contract.ts';
import { HitCard } from './HitCard.tsx';
import { SearchFilters } from './SearchFilters.tsx';
import styles from './SearchScreen.module.css';

const shownHits = 50;

/** Marks as the query in the search box is typed. Down goes into the list, Enter opens the place. */
export function SearchScreen({ query }: { readonly query: string }) {
  const { go } = useNavigation();
  const list = useRef<HTMLOListElement>(null);
  const library = useVaultQuery('library:read', null);
  const answer = useLastAnswer(useVaultQuery('search', { query, limit: shownHits }));
  const ids = answer?.hits.map((hit) => hit.mark) ?? [];
  const quoted = useLastAnswer(useVaultQuery('quotes:read', { marks: ids }));
  useShortcuts([
    {
      keys: 'Down',
      group: 'Search',
      label: 'Next hit',
      run: () => {
        moveBetweenHits(list.current, 1);
      },
      when: notChoosing,
    },
    {
      keys: 'Up',
      group: 'Search',
      label: 'Previous hit',
      run: () => {
        moveBetweenHits(list.current, -1);
      },
      when: notChoosing,
    },
  ]);
  const search = (changed: string) => {
    go({ screen: 'search', query: changed });
  };
  return (
    <Page
      title={query.trim() === '' ? 'All marks' : `“${query.trim()}”`}
      lead={answer === undefined ? '…' : describe(answer, query)}
      leadRole="status"
    >
      {library.state === 'answered' && library.value.markCount > 0 && (
        <SearchFilters query={query} library={library.value} onQuery={search} />
      )}
      {answer?.total === 0 && <NoHits query={query} onQuery={search} />}
      <ol ref={list} className={styles['hits']} aria-label="Hits">
        {answer?.hits.map((hit) => (
          <li key={hit.mark}>
            <HitCard
              hit={hit}
              quoted={find(quoted, hit.mark)}
              onOpen={() => {
                go(placeOf(hit));
              }}
            />
          </li>
        ))}
      </ol>
    </Page>
  );
}

function placeOf({ source, mark }: SearchHit) {
  return { screen: 'reader', source, mark } as const;
}

function find(quoted: readonly QuotedMark[] | undefined, id: MarkId): QuotedMark | undefined {
  return quoted?.find(({ mark }) => mark.id === id);
}

function describe({ total, hits, tookMs }: SearchAnswer, query: string): string {
  if (total === 0) return query.trim() === '' ? 'What is marked is found here.' : 'Nothing found';
  const marks = `${total.toLocaleString()} ${total === 1 ? 'mark' : 'marks'}`;
  const shown = hits.length < total ? `, the first ${hits.length} shown` : '';
  return `${marks} in ${Math.max(1, Math.round(tookMs))} ms${shown}`;
}

/** While the next answer is on its way the last one stays: a list that empties at every key is unreadable. */
function useLastAnswer<C extends VaultCall>(query: VaultQuery<C>): VaultResponse<C> | undefined {
  const [last, setLast] = useState<VaultResponse<C>>();
  const answered = query.state === 'answered' ? query.value : undefined;
  if (answered !== undefined && answered !== last) setLast(answered);
  return answered ?? last;
}

/** In a list of choices the arrows choose. */
function notChoosing(): boolean {
  return !(document.activeElement instanceof HTMLSelectElement);
}

/** From the search box the first step goes to the first hit. */
function moveBetweenHits(list: HTMLElement | null, step: 1 | -1): void {
  const hits = [...(list?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
  const at = hits.findIndex((hit) => hit === document.activeElement);
  if (at >= 0 || step === 1) hits[at + step]?.focus();
}

interface NoHitsProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
}

function NoHits({ query, onQuery }: NoHitsProps) {
  const { go } = useNavigation();
  if (query.trim() === '') {
    const library = (
      <Button
        onClick={() => {
          go({ screen: 'library' });
        }}
      >
        Open the library
      </Button>
    );
    return (
      <EmptyState icon="search" title="No marks yet" actions={library}>
        Open a source, select a passage and mark it. Then it is found here by its words, its note,
        its tags and its source’s title.
      </EmptyState>
    );
  }
  const filtered = typedFilters(query).length > 0;
  const clear = (
    <Button
      onClick={() => {
        onQuery(withoutFilters(query));
      }}
    >
      Search without filters
    </Button>
  );
  return (
    <EmptyState icon="search" title="No mark fits" actions={filtered ? clear : undefined}>
      Typing errors, accents and the other Chinese script are allowed for. Try fewer words, or the
      beginning of one. This looks through marks and their notes, not through whole documents.
    </EmptyState>
  );
}
