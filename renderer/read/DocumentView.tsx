import type { Ref } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { SourceFormat } from '../../shared/evidence/source.ts';
import type { TextMap } from '../../shared/text/text-map.ts';
import type { DocumentHandle, DocumentProps } from './document-handle.ts';
import { PdfDocument } from './PdfDocument.tsx';
import type { PageSession } from './page-session.ts';
import styles from './ReaderScreen.module.css';
import { TextDocument } from './TextDocument.tsx';

interface DocumentViewProps extends DocumentProps {
  readonly ref: Ref<DocumentHandle>;
  readonly format: SourceFormat | 'unknown';
  readonly map: TextMap;
  /** Absent for a text, and for a source whose pages cannot be drawn. */
  readonly session: PageSession | undefined;
  readonly onUnplaced: (marks: ReadonlySet<MarkId>) => void;
}

/** The document as its format is shown. */
export function DocumentView(props: DocumentViewProps) {
  const { format, map, session, onUnplaced, ...shared } = props;
  if (session !== undefined) {
    return <PdfDocument {...shared} map={map} session={session} onUnplaced={onUnplaced} />;
  }
  return (
    <>
      {format === 'pdf' && (
        <p role="status" className={styles['notice']}>
          The pages of this PDF cannot be drawn. This is its text as it was read at import.
        </p>
      )}
      {format === 'image' && (
        <p role="status" className={styles['notice']}>
          This picture cannot be drawn. The original file is unharmed.
        </p>
      )}
      <TextDocument {...shared} />
    </>
  );
}
