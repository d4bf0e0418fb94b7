// Sources that were deleted for good. Their changes never count again, wherever they come back from: an older copy of the
// locker, another device's acts that did not know of the purge yet.
import type { FileId, PersonId, SourceId } from '../evidence/ids.ts';
import type { Change, Subject } from '../journal/change.ts';

/** Everything the `purged` changes name, together. */
export interface Purged {
  /** With the person who purged it first. */
  readonly sources: ReadonlyMap<SourceId, PersonId>;
  readonly keys: ReadonlySet<string>;
  readonly files: ReadonlySet<FileId>;
}

export function purgedBy(changes: readonly Change[]): Purged {
  const sources = new Map<SourceId, PersonId>();
  const keys = new Set<string>();
  const files = new Set<FileId>();
  for (const { kind, payload, person } of changes) {
    if (kind !== 'purged') continue;
    if (!sources.has(payload.source)) sources.set(payload.source, person);
    for (const key of payload.keys) keys.add(key);
    for (const file of payload.files) files.add(file);
  }
  return { sources, keys, files };
}

/** The source a subject tells about, and is purged with: `source/<id>`, `marks/<id>/<case>`. */
export function sourceOf(subject: Subject): SourceId | undefined {
  const [kind, id] = subject.split('/');
  return kind === 'source' || kind === 'marks' ? (id as SourceId) : undefined;
}

export function isPurged(subject: Subject, { sources }: Pick<Purged, 'sources'>): boolean {
  const source = sourceOf(subject);
  return source !== undefined && sources.has(source);
}

export function withoutPurged(changes: readonly Change[]): readonly Change[] {
  const purged = purgedBy(changes);
  if (purged.sources.size === 0) return changes;
  return changes.filter(({ subject }) => !isPurged(subject, purged));
}
