import type { SourceId } from '../../shared/evidence/ids.ts';
import { displayTitle } from '../../shared/evidence/source.ts';
import { statusLabel } from '../import/source-words.ts';
import { LinkButton } from '../ui/LinkButton.tsx';
import { PaneSection } from '../ui/PaneSection.tsx';
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
    <LinkButton
      onClick={() => {
        onShow(other.id);
      }}
    >
      {displayTitle(other)}
    </LinkButton>
  );
  return (
    <PaneSection
      label="Attachments"
      {...(attached.length === 0 ? {} : { heading: countWords(attached.length) })}
    >
      {source.partOf !== undefined && (
        <p>Attached to {mail === undefined ? 'a mail that is gone' : link(mail)}</p>
      )}
      <ul className={styles['list']}>
        {attached.map((other) => (
          <li key={other.id}>
            {link(other)} <small>{statusLabel(other)}</small>
          </li>
        ))}
      </ul>
    </PaneSection>
  );
}

function countWords(attached: number): string {
  return attached === 1 ? '1 attachment' : `${attached.toLocaleString()} attachments`;
}
