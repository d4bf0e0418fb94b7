import type { SourceId } from '../../shared/evidence/ids.ts';
import { displayTitle } from '../../shared/evidence/source.ts';
import { statusLabel } from '../import/source-words.ts';
import styles from './AttachmentSection.module.css';
import type { LibrarySource } from './source-list.ts';

interface AttachmentSectionProps {
  readonly source: LibrarySource;
  readonly sources: readonly LibrarySource[];
  readonly onShow: (source: SourceId) => void;
}

/** The mail a source came with, and what came with it. */
export function AttachmentSection({ source, sources, onShow }: AttachmentSectionProps) {
  const mail = sources.find(({ id }) => id === source.partOf);
  const attached = sources
    .filter(({ partOf }) => partOf === source.id)
    .toSorted((a, b) => a.importedAt - b.importedAt);
  if (source.partOf === undefined && attached.length === 0) return null;
  const link = (other: LibrarySource) => (
    <button
      type="button"
      className={styles['title']}
      dir="auto"
      onClick={() => {
        onShow(other.id);
      }}
    >
      {displayTitle(other)}
    </button>
  );
  return (
    <section className={styles['section']} aria-label="Attachments">
      {source.partOf !== undefined && (
        <p>Attached to {mail === undefined ? 'a mail that is gone' : link(mail)}</p>
      )}
      {attached.length > 0 && (
        <>
          <h3>{attached.length === 1 ? '1 attachment' : `${attached.length} attachments`}</h3>
          <ul>
            {attached.map((other) => (
              <li key={other.id}>
                {link(other)} <small>{statusLabel(other)}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
