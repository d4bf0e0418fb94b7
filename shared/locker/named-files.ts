import type { DeviceId, FileId } from '../evidence/ids.ts';
import { versionFiles } from '../evidence/source.ts';
import type { Act, Change, Subject } from '../journal/change.ts';

/** A sealed file that the journal names. */
export interface NamedFile {
  readonly subject: Subject;
  readonly by: DeviceId;
}

export function filesOf({ kind, payload }: Act): readonly FileId[] {
  return kind === 'source-imported' || kind === 'source-renewed' ? versionFiles(payload) : [];
}

/** The sealed files a list of changes names. */
export function namedFiles(changes: readonly Change[]): Map<FileId, NamedFile> {
  return new Map(
    changes.flatMap((change) =>
      filesOf(change).map((file) => [file, { subject: change.subject, by: change.device }]),
    ),
  );
}
