import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Folder whose files are imported. */
  readonly sources: string;
  /** Folder that gets `locker`, `profile`, `exports` and `screens`. */
  readonly out: string;
  readonly tag: string;
  readonly note: string;
  readonly query: string;
  readonly acks: string | undefined;
  readonly json: string | undefined;
}

export function readDemoOptions(args: readonly string[], root: string): DemoOptions {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      sources: text,
      out: text,
      tag: text,
      note: text,
      query: text,
      acks: text,
      json: text,
    },
  });
  return {
    sources: path.resolve(values.sources ?? path.join(root, 'assets/sample/sources')),
    out: path.resolve(values.out ?? mkdtempSync(path.join(tmpdir(), 'locker-demo-'))),
    tag: values.tag ?? 'first sentence',
    note: values.note ?? 'Marked by the demo.',
    query: values.query ?? 'shelter visits',
    acks: values.acks === undefined ? undefined : path.resolve(values.acks),
    json: values.json === undefined ? undefined : path.resolve(values.json),
  };
}
