// The changes that a locker with new keys takes over.
import type { FileId } from '../evidence/ids.ts';
import type { SourceVersion } from '../evidence/source.ts';
import type { Change } from '../journal/change.ts';

/** The change with the files' new names. A purge keeps the old ones: an older copy that is merged brings those back. */
export function carry(change: Change, files: ReadonlyMap<FileId, FileId>): Change {
  const nameOf = (file: FileId): FileId => files.get(file) ?? file;
  const version = <V extends SourceVersion>({ original, working, ...rest }: V) => ({
    ...rest,
    original: { ...original, file: nameOf(original.file) },
    ...(working && { working: { ...working, file: nameOf(working.file) } }),
  });
  const placed = <P extends { readonly workingFile: string }>(place: P): P => ({
    ...place,
    workingFile: files.get(place.workingFile as FileId) ?? place.workingFile,
  });
  switch (change.kind) {
    case 'source-imported':
      return { ...change, payload: version(change.payload) };
    case 'source-renewed':
      return { ...change, payload: version(change.payload) };
    case 'marked':
      return { ...change, payload: { mark: placed(change.payload.mark) } };
    case 'marks-placed': {
      const { source, marks } = change.payload;
      return { ...change, payload: { source, marks: marks.map(placed) } };
    }
    case 'quote-made': {
      const { payload } = change;
      return { ...change, payload: { ...payload, content: placed(payload.content) } };
    }
    case 'quote-changed': {
      const { payload } = change;
      return { ...change, payload: { ...payload, content: placed(payload.content) } };
    }
    case 'backed-up':
    case 'exported':
    case 'keys-renewed':
    case 'locker-created':
    case 'mark-coloured':
    case 'mark-restyled':
    case 'noted':
    case 'organisation-described':
    case 'pages-labelled':
    case 'reading-corrected':
    case 'reading-set':
    case 'reviewed':
    case 'tag-changed':
    case 'tag-merged':
    case 'passphrase-changed':
    case 'person-named':
    case 'phrase-taken':
    case 'purged':
    case 'quote-removed':
    case 'quote-restored':
    case 'remarked':
    case 'renewal-begun':
    case 'settings-changed':
    case 'slot-added':
    case 'slot-named':
    case 'slot-removed':
    case 'source-described':
    case 'sources-related':
    case 'source-removed':
    case 'source-restored':
    case 'tag-made':
    case 'tag-renamed':
    case 'tagged':
    case 'translated':
    case 'statement-made':
    case 'statement-removed':
    case 'unmarked':
    case 'untagged':
      return change; // these name no file that got another name
  }
}
