import { useMemo } from 'react';
import type { Organisation } from '../../shared/evidence/organisation.ts';
import { publisherNames } from './organisations.ts';
import type { LibrarySource } from './source-list.ts';

export const publisherListId = 'known-publishers';

interface PublisherListProps {
  readonly sources: readonly LibrarySource[];
  readonly organisations: readonly Organisation[];
}

/** What the browser offers while a publisher is typed. */
export function PublisherList({ sources, organisations }: PublisherListProps) {
  const names = useMemo(() => publisherNames(sources, organisations), [sources, organisations]);
  return (
    <datalist id={publisherListId}>
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  );
}
