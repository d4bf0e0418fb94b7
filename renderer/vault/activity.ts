// What the activity screen asks of an open locker: its changes, filtered and a page at a time, its sessions and its chain.
import { entryOf, type ActivityEntry } from '../../shared/activity/entry.ts';
import { filterChanges, type ActivityFilter } from '../../shared/activity/filter.ts';
import type { Change } from '../../shared/journal/change.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { firstBreak, type ChainBreak, type Run } from '../../shared/locker/runs.ts';

export interface ActivityPage {
  readonly total: number;
  /** Newest first, in the journal's total order. */
  readonly entries: readonly ActivityEntry[];
}

export interface JournalHealth {
  readonly firstBreak: ChainBreak | null;
  /** Of any part of the locker, the first break included. */
  readonly damaged: number;
  readonly notArrived: number;
  readonly acts: number;
  /** Newest first; this session is not among them. */
  readonly runs: readonly (Run & { readonly isUnclosed: boolean })[];
}

export class Activity {
  readonly #locker: OpenLocker;
  /** The last answer's list: whoever scrolls asks for one page of it after the other. */
  #listed: {
    readonly of: readonly Change[];
    readonly key: string;
    readonly list: readonly Change[];
  };

  constructor(locker: OpenLocker) {
    this.#locker = locker;
    this.#listed = { of: [], key: '', list: [] };
  }

  read(filter: ActivityFilter, from: number, count: number): ActivityPage {
    const { state } = this.#locker;
    const list = this.#list(filter);
    const newest = list.length - from;
    const entries = list
      .slice(Math.max(0, newest - count), Math.max(0, newest))
      .reverse()
      .map((change) => entryOf(change, state));
    return { total: list.length, entries };
  }

  readHealth(): JournalHealth {
    const { report, runs, changes } = this.#locker;
    const unclosed = new Set(report.unclosed.map(({ name }) => name));
    return {
      firstBreak: firstBreak(report, runs),
      damaged: report.damage.length + report.missing.length,
      notArrived: report.notArrived.length,
      acts: changes.length,
      runs: runs
        .map((run) => ({ ...run, isUnclosed: unclosed.has(run.name) }))
        .sort((a, b) => b.beganAt - a.beganAt),
    };
  }

  #list(filter: ActivityFilter): readonly Change[] {
    const { changes, state } = this.#locker;
    const key = JSON.stringify(filter);
    if (this.#listed.of !== changes || this.#listed.key !== key) {
      this.#listed = { of: changes, key, list: filterChanges(changes, state, filter) };
    }
    return this.#listed.list;
  }
}
