import { useCallback, useEffect, useRef } from 'react';
import type { Source } from '../../shared/evidence/source.ts';
import { useAct } from '../app/vault-context.tsx';
import { readingAct } from './source-acts.ts';

/** Whoever stays this long and has moved on is reading. */
const readingMs = 20_000;
const fewRests = 2;

export type Reading = 'unread' | 'reading' | 'done';

/** A source becomes one that is being read by being read. Answers what to tell of each rest of the eye. */
export function useReadingState(source: Source): () => void {
  const act = useAct();
  const rests = useRef(0);
  const openedAt = useRef(0);
  useEffect(() => {
    openedAt.current = performance.now();
    rests.current = 0;
  }, [source.id]);
  const isUnread = source.reading === undefined;
  return useCallback(() => {
    rests.current++;
    if (!isUnread || rests.current <= fewRests) return;
    if (performance.now() - openedAt.current < readingMs) return;
    rests.current = -Infinity;
    void act([readingAct(source.id, 'reading')]);
  }, [act, source.id, isUnread]);
}
