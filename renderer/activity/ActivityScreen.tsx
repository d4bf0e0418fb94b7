import { useState } from 'react';
import type { ActivityFilter } from '../../shared/activity/filter.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
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
  return (
    <div className={styles['screen']}>
      <div className={styles['page']}>
        <div className={styles['head']}>
          <div>
            <h1>Activity</h1>
            <p className={styles['lead']}>
              {page === undefined
                ? ' '
                : `${page.total.toLocaleString()} ${page.total === 1 ? 'act' : 'acts'}${health.state === 'answered' && page.total < health.value.acts ? ` of ${health.value.acts.toLocaleString()}` : ''}, the newest first`}
            </p>
          </div>
          <ExportActivity filter={filter} total={page?.total ?? 0} people={people} save={save} />
        </div>
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
      </div>
      <aside className={styles['aside']} aria-label="Seal phrase and sessions">
        <SealPhrase />
        {health.state === 'answered' && <Sessions health={health.value} people={people} />}
      </aside>
    </div>
  );
}
