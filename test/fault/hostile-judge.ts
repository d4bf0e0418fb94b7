// What is wrong with what came of a batch of hostile files, if anything.
import type { LibraryView } from '../../renderer/vault/calls/library.ts';
import type { Caught } from './hostile-trap.ts';

export interface Given {
  readonly step: number;
  readonly name: string;
  readonly sha256: string;
  /** Of the file on the disk, after the import. */
  readonly sha256After: string;
  /** The status it must have, where that is known. */
  readonly expected?: 'text';
}

/** A result line as a person reads it. */
export interface ResultLine {
  readonly label: string;
  readonly text: string;
}

export type KeptSources = readonly Pick<
  LibraryView['sources'][number],
  'id' | 'status' | 'reason' | 'format' | 'original'
>[];

export interface Batch {
  readonly given: readonly Given[];
  readonly results: readonly ResultLine[];
  readonly kept: KeptSources;
  readonly caught: Caught;
  /** The good file at the end of the batch. */
  readonly good: string;
}

export interface Wrong {
  readonly step: number;
  readonly what: string;
}

export function judgeBatch({ given, results, kept, caught, good }: Batch): readonly Wrong[] {
  const first = given[0]?.step ?? 0;
  const wrong: Wrong[] = judgeCaught(caught).map((what) => ({ step: first, what }));
  const bySha256 = new Map(kept.map((source) => [source.original.sha256, source]));
  for (const [index, { step, name, sha256, sha256After, expected }] of given.entries()) {
    const say = (what: string): void => void wrong.push({ step, what: `${name}: ${what}` });
    const line = results[index];
    const source = bySha256.get(sha256);
    if (line === undefined) say('no result');
    else if (line.label === 'failed' || line.text === '') say(`result ${line.label} ${line.text}`);
    if (source === undefined) say('it is not kept as it was');
    else if (source.status === 'unreadable' && source.reason === undefined) say('no reason given');
    if (source !== undefined && expected !== undefined && source.status !== expected) {
      say(`it is ${source.status} ${source.reason ?? ''}, and should be ${expected}`);
    }
    if (sha256After !== sha256) say('the file on the disk was changed');
  }
  if (bySha256.get(good)?.status !== 'text') {
    wrong.push({ step: first, what: 'the good file after them was not read' });
  }
  return wrong;
}

export function judgeCaught({
  scripts,
  violations,
  requests,
  crashes,
  dialogs,
}: Caught): readonly string[] {
  return [
    ...(scripts > 0 ? [`${String(scripts)} scripts ran`] : []),
    ...(violations > 0 ? [`the policy had to stop something ${String(violations)} times`] : []),
    ...(dialogs > 0 ? [`${String(dialogs)} dialogs of a script`] : []),
    ...(crashes > 0 ? [`the page crashed ${String(crashes)} times`] : []),
    ...requests.map((url) => `it asked for ${url}`),
  ];
}
