// Calls that add to the journal, and those that read what it tells.
import type { ActivityFilter } from '../../../shared/activity/filter.ts';
import type { Act, ChangeKind } from '../../../shared/journal/change.ts';
import type { PhraseFinding } from '../../../shared/locker/find-phrase.ts';
import type { ActivityPage, JournalHealth } from '../activity.ts';

export interface JournalCalls {
  /** `count` acts that fit, the newest first, after the first `from`. */
  'activity:read': {
    request: { readonly filter: ActivityFilter; readonly from: number; readonly count: number };
    response: ActivityPage;
  };
  'activity:health': { request: null; response: JournalHealth };
  /** Writes that the phrase was taken, and answers it. */
  'phrase:take': {
    request: { readonly purpose: 'shown' | 'export' };
    response: { readonly phrase: string; readonly at: number };
  };
  /** `whole`: what the last opening read had no damage and nothing missing. */
  'phrase:check': {
    request: { readonly typed: string };
    response: { readonly finding: PhraseFinding; readonly whole: boolean };
  };
  /** Answers when the acts are on the disk. */
  act: { request: readonly Act[]; response: { readonly at: number } };
  /** Reverses this session's last act of the person that is not yet undone; says which kind it was. */
  undo: { request: null; response: { readonly kind: ChangeKind; readonly subject: string } };
  redo: { request: null; response: { readonly kind: ChangeKind; readonly subject: string } };
}
