import { useState } from 'react';
import type { ActivityFilter } from '../../shared/activity/filter.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import type { ActivityPage } from '../vault/activity.ts';

export const pageCount = 200;

/** A page, and where it begins. */
export interface PlacedPage extends ActivityPage {
  readonly from: number;
}

/** The wanted page; while it is asked for, the one before, so that nothing flickers. */
export function useActivityPage(filter: ActivityFilter, from: number): PlacedPage | undefined {
  const query = useVaultQuery('activity:read', { filter, from, count: pageCount });
  const [last, setLast] = useState<{ readonly answer: ActivityPage; readonly from: number }>();
  const answer = query.state === 'answered' ? query.value : undefined;
  if (answer !== undefined && last?.answer !== answer) setLast({ answer, from });
  if (answer !== undefined) return { ...answer, from };
  return last === undefined ? undefined : { ...last.answer, from: last.from };
}
