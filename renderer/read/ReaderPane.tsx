import type { ComponentProps } from 'react';
import type { MarkId, SourceId } from '../../shared/evidence/ids.ts';
import { displayTitle, type Source, type UnreadableReason } from '../../shared/evidence/source.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { harmWords } from '../import/source-words.ts';
import { sentenceOf } from '../ui/sentence-of.ts';
import type { LibraryView } from '../vault/calls/library.ts';
import { OpenDocument } from './OpenDocument.tsx';
import { useReaderContent } from './use-reader-content.ts';
import styles from './ReaderScreen.module.css';

interface ReaderPaneProps {
  readonly source: SourceId;
  /** The mark to go to. */
  readonly mark?: MarkId | undefined;
  /** The passage to point out. */
  readonly at?: TextRange | undefined;
}

/** One source: the document in the middle, its marks in the margin. */
export function ReaderPane({ source: id, mark, at }: ReaderPaneProps) {
  const library = useVaultQuery('library:read', null);
  const locker = useVaultQuery('locker:look', null);
  const failed = [library, locker].find((query) => query.state === 'failed');
  if (failed?.state === 'failed') {
    return <NoDocument title="The library could not be read" text={sentenceOf(failed.error)} />;
  }
  if (library.state !== 'answered' || locker.state !== 'answered') return <Waiting />;
  const source = library.value.sources.find((other) => other.id === id);
  if (source === undefined || locker.value.kind !== 'open') {
    return (
      <NoDocument
        title="This source is not in the library"
        text="It was removed, or it has not arrived on this device yet."
      />
    );
  }
  const { working } = source;
  if (working === undefined) {
    return <NoDocument title={displayTitle(source)} text={whyUnread(source)} />;
  }
  return (
    <Reader
      key={working.file}
      source={source}
      workingFile={working.file}
      person={locker.value.person}
      people={library.value.people}
      tags={library.value.tags}
      target={mark}
      place={at}
    />
  );
}

type ReaderProps = Omit<ComponentProps<typeof OpenDocument>, 'work' | 'session'> & {
  readonly source: LibraryView['sources'][number];
};

function Reader(props: ReaderProps) {
  const content = useReaderContent(props.source);
  const { harm } = props.source;
  switch (content.state) {
    case 'loading':
      return <Waiting />;
    case 'failed':
      return (
        <NoDocument
          title={displayTitle(props.source)}
          text={harm === undefined ? sentenceOf(content.error) : harmWords[harm].sentence}
        />
      );
    case 'ready':
      return <OpenDocument {...props} work={content.work} session={content.session} />;
  }
}

function Waiting() {
  return (
    <div className={styles['waiting']} role="status">
      Opening…
    </div>
  );
}

function NoDocument({ title, text }: { readonly title: string; readonly text: string }) {
  const { go } = useNavigation();
  return (
    <div className={styles['waiting']}>
      <EmptyState
        icon="file"
        title={title}
        actions={
          <Button
            onClick={() => {
              go({ screen: 'library' });
            }}
          >
            Go to the library
          </Button>
        }
      >
        {text}
      </EmptyState>
    </div>
  );
}

const reasons: Readonly<Record<UnreadableReason, string>> = {
  'empty-file': 'The file is empty.',
  'not-a-known-format': 'The file is of a format this program cannot read.',
  damaged: 'The file is damaged, and nothing in it could be read.',
  'encoding-unknown': 'The file’s characters could not be made out.',
  'too-large': 'The file is larger than this program can read.',
  'took-too-long': 'Reading the file took too long and was stopped.',
  'encryption-unknown': 'The file is encrypted in a way this program does not know.',
  unsafe: 'The file holds instructions that are never followed, so it was not read.',
};

function whyUnread({ status, reason }: Source): string {
  const kept = 'The original is kept as it came.';
  if (status === 'needs-password') return `The file is protected by a password of its own. ${kept}`;
  return `${reason === undefined ? 'Nothing in it could be read.' : reasons[reason]} ${kept}`;
}
