// The journal's acts as files: a table for a spreadsheet, and the same as JSON.
import type { ActivityEntry } from '../activity/entry.ts';
import { csvOf } from './csv.ts';
import { plainly } from './visible-text.ts';

export interface NamedEntry extends ActivityEntry {
  readonly who: string;
  /** "added a source" */
  readonly did: string;
}

const columns: readonly (readonly [name: string, value: (entry: NamedEntry) => string])[] = [
  ['time (UTC)', ({ at }) => new Date(at).toISOString()],
  ['person', ({ who }) => plainly(who)],
  ['did', ({ did }) => did],
  ['thing', ({ thing }) => plainly(thing)],
  ['in source', ({ within }) => plainly(within)],
  ['detail', ({ detail }) => plainly(detail)],
  ['undo or redo', ({ isReversal }) => (isReversal ? 'yes' : '')],
  ['device', ({ device }) => device],
  ['act', ({ id }) => id],
];

export function activityCsv(entries: readonly NamedEntry[]): string {
  return csvOf([
    columns.map(([name]) => name),
    ...entries.map((entry) => columns.map(([, value]) => value(entry))),
  ]);
}

export function activityJson(entries: readonly NamedEntry[]): string {
  const acts = entries.map(({ id, at, who, did, kind, thing, within, detail, ...rest }) => ({
    ...{ id, time: new Date(at).toISOString(), person: who, kind, did, thing, within, detail },
    isReversal: rest.isReversal,
    device: rest.device,
  }));
  return `${JSON.stringify({ acts }, null, 2)}\n`;
}
