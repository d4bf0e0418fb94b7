import type { DeviceId, FileId } from '../evidence/ids.ts';
import type { Act, Change, Subject } from '../journal/change.ts';

/** A sealed file that the journal names. */
export interface NamedFile {
  readonly subject: Subject;
  readonly by: DeviceId;
  /** Of its bytes, as the journal tells it, which is of originals only. */
  readonly sha256: string | undefined;
}

function toldBy({ kind, payload }: Act): readonly (readonly [FileId, string | undefined])[] {
  if (kind !== 'source-imported' && kind !== 'source-renewed') return [];
  const { original, working } = payload;
  const told = [[original.file, original.sha256]] as const;
  return working === undefined ? told : [...told, [working.file, undefined]];
}

export function filesOf(act: Act): readonly FileId[] {
  return toldBy(act).map(([file]) => file);
}

/** The sealed files a list of changes names. */
export function namedFiles(changes: readonly Change[]): Map<FileId, NamedFile> {
  return new Map(
    changes.flatMap((change) =>
      toldBy(change).map(([file, sha256]) => [
        file,
        { subject: change.subject, by: change.device, sha256 },
      ]),
    ),
  );
}
