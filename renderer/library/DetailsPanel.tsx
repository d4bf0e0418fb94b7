import { useState } from 'react';
import type { Organisation } from '../../shared/evidence/organisation.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { canBeOpened } from '../../shared/evidence/readable.ts';
import { shownName } from '../../shared/evidence/shown-name.ts';
import { displayTitle } from '../../shared/evidence/source.ts';
import { dateAndTime } from '../app/clock-time.ts';
import { useNavigation } from '../app/navigation.ts';
import { useShortcuts } from '../app/shortcuts.ts';
import { harmWords, statusSentence } from '../import/source-words.ts';
import { RelationSection } from '../relation/RelationSection.tsx';
import { StatementSection } from '../statement/StatementSection.tsx';
import { Button, IconButton } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { VersionActs } from '../version/VersionActs.tsx';
import { AttachmentSection } from './AttachmentSection.tsx';
import { DetailsForm } from './DetailsForm.tsx';
import styles from './DetailsPanel.module.css';
import { OwnHighlights } from './OwnHighlights.tsx';
import type { LibrarySource } from './source-list.ts';

interface DetailsPanelProps {
  readonly source: LibrarySource;
  readonly sources: readonly LibrarySource[];
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  /** Neighbours in the table as it is filtered and sorted. */
  readonly previous: SourceId | undefined;
  readonly next: SourceId | undefined;
  readonly titleOf: (source: SourceId) => string;
  readonly onSelect: (source: SourceId | undefined) => void;
  readonly onRemove: (source: LibrarySource) => void;
}

export function DetailsPanel(props: DetailsPanelProps) {
  const { source, sources, organisations, people, previous, next, titleOf, onSelect, onRemove } =
    props;
  const { go } = useNavigation();
  const group = 'Library, with details shown';
  const step = (to: SourceId | undefined) => {
    if (to !== undefined) onSelect(to);
  };
  useShortcuts([
    {
      keys: 'Alt+Up',
      group,
      label: 'Previous source',
      run: () => {
        step(previous);
      },
    },
    {
      keys: 'Alt+Down',
      group,
      label: 'Next source',
      run: () => {
        step(next);
      },
    },
    {
      keys: 'Esc',
      group,
      label: 'Close the details',
      run: () => {
        onSelect(undefined);
      },
    },
  ]);
  const unreadable = statusSentence(source);
  const addedBy = people.find(({ id }) => id === source.importedBy);
  return (
    <aside className={styles['panel']} aria-label="Details">
      <header className={styles['head']}>
        <h2 dir="auto">{displayTitle(source)}</h2>
        <IconButton
          icon="up"
          label="Previous source (Alt Up)"
          disabled={previous === undefined}
          onClick={() => {
            step(previous);
          }}
        />
        <IconButton
          icon="down"
          label="Next source (Alt Down)"
          disabled={next === undefined}
          onClick={() => {
            step(next);
          }}
        />
        <IconButton
          icon="close"
          label="Close the details (Esc)"
          onClick={() => {
            onSelect(undefined);
          }}
        />
      </header>
      {source.harm !== undefined && (
        <Notice tone="warn" size="s">
          {harmWords[source.harm].sentence}
        </Notice>
      )}
      {unreadable !== undefined && (
        <Notice tone="warn" size="s">
          {unreadable}
        </Notice>
      )}
      <AttachmentSection source={source} sources={sources} onShow={onSelect} />
      <DetailsForm source={source} sources={sources} organisations={organisations} />
      <RelationSection
        source={source.id}
        related={source.related}
        titleOf={titleOf}
        onShow={onSelect}
      />
      <StatementSection source={source.id} />
      <Original source={source} addedBy={addedBy?.name} />
      {source.format === 'pdf' && canBeOpened(source) && (
        <OwnHighlights key={source.original.file} source={source} />
      )}
      <VersionActs source={source} />
      <footer className={styles['foot']}>
        <Button
          variant="quiet"
          icon="trash"
          onClick={() => {
            onRemove(source);
          }}
        >
          Remove
        </Button>
        {canBeOpened(source) && (
          <Button
            variant="primary"
            className={styles['read']}
            onClick={() => {
              go({ screen: 'reader', source: source.id });
            }}
          >
            Read
          </Button>
        )}
      </footer>
    </aside>
  );
}

interface OriginalProps {
  readonly source: LibrarySource;
  readonly addedBy: string | undefined;
}

function Original({ source, addedBy }: OriginalProps) {
  const { original, working, importedAt } = source;
  const [whole, setWhole] = useState(false);
  const { sha256 } = original;
  return (
    <dl className={styles['original']}>
      <dt>Original, kept unchanged</dt>
      <dd dir="auto">{shownName(original.name)}</dd>
      <dd>
        {original.mediaType}, {bytesWords(original.sizeBytes)}
        {working !== undefined && `, ${working.words.toLocaleString()} words`}
      </dd>
      <dt>SHA-256</dt>
      <dd>
        <button
          type="button"
          className={styles['hash']}
          aria-expanded={whole}
          onClick={() => {
            setWhole(!whole);
          }}
        >
          {whole ? sha256 : `${sha256.slice(0, 4)}…${sha256.slice(-4)}`}
        </button>
      </dd>
      <dt>Added</dt>
      <dd>
        {dateAndTime(importedAt)}
        {addedBy !== undefined && ` by ${addedBy}`}
      </dd>
      {working !== undefined && working.unreadable > 0 && (
        <>
          <dt>Not readable</dt>
          <dd>{working.unreadable.toLocaleString()} characters have no readable code</dd>
        </>
      )}
    </dl>
  );
}

function bytesWords(sizeBytes: number): string {
  if (sizeBytes < 1000) return `${sizeBytes} bytes`;
  if (sizeBytes < 1_000_000) return `${(sizeBytes / 1000).toFixed(0)} kB`;
  return `${(sizeBytes / 1_000_000).toFixed(1)} MB`;
}
