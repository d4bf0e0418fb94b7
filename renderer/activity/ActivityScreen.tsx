import { useState } from 'react';
import type { ActivityFilter } from '../../shared/activity/filter.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { Desk, Page } from '../ui/Page.tsx';
import { ActivityList } from './ActivityList.tsx';
import styles from './ActivityScreen.module.css';
import { ChainNotice } from './ChainNotice.tsx';
import { ExportActivity } from './ExportActivity.tsx';
import { FilterFields } from './FilterFields.tsx';
import { SealPhrase } from './SealPhrase.tsx';
import { Sessions } from './Sessions.tsx';
import type { SaveFiles } from './export-activity.ts';
import { useActivityPage } from './use-activity-page.ts';

/** Who did what when, and whether the record of it is whole. */
export function ActivityScreen({ save }: { readonly save: SaveFiles }) {
  const [filter, setFilter] = useState<ActivityFilter>({});
  const [from, setFrom] = useState(0);
  const library = useVaultQuery('library:read', null);
  const health = useVaultQuery('activity:health', null);
  const page = useActivityPage(filter, from);
  const people = library.state === 'answered' ? library.value.people : [];
  const sources = library.state === 'answered' ? library.value.sources : [];
  const allActs = health.state === 'answered' ? health.value.acts : 0;
  return (
    <Desk>
      <Page
        title="Activity"
        lead={page === undefined ? ' ' : countWords(page.total, allActs)}
        acts={
          <ExportActivity filter={filter} total={page?.total ?? 0} people={people} save={save} />
        }
        className={styles['page']}
      >
        {health.state === 'answered' && <ChainNotice health={health.value} />}
        <FilterFields filter={filter} onChange={setFilter} people={people} sources={sources} />
        {page !== undefined && (
          <ActivityList
            key={JSON.stringify(filter)}
            page={page}
            people={people}
            onWanted={setFrom}
          />
        )}
      </Page>
      <aside className={styles['aside']} aria-label="Seal phrase and sessions">
        <SealPhrase />
        {health.state === 'answered' && <Sessions health={health.value} people={people} />}
      </aside>
    </Desk>
  );
}

function countWords(shown: number, all: number): string {
  const acts = `${shown.toLocaleString()} ${shown === 1 ? 'act' : 'acts'}`;
  return `${acts}${shown < all ? ` of ${all.toLocaleString()}` : ''}, the newest first`;
}
