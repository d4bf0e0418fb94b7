import { shownName } from '../../shared/evidence/shown-name.ts';
import { type Source, displayTitle } from '../../shared/evidence/source.ts';
import { statusSentence } from '../import/source-words.ts';
import { Problem } from '../lock/Problem.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { Notice } from '../ui/Notice.tsx';
import { Pill } from '../ui/Pill.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { NewVersion, PassageFate } from '../vault/calls/versions.ts';
import { fates, fateWords } from './fate-words.ts';
import type { VersionAccess } from './use-new-version.ts';
import styles from './VersionDialog.module.css';
import { WordsApart } from './WordsApart.tsx';

interface VersionDialogProps {
  readonly source: Source;
  readonly access: VersionAccess;
}

/** What a new version would do, before it does it. Nothing where none is being made. */
export function VersionDialog({ source, access }: VersionDialogProps) {
  const { state, putAway } = access;
  switch (state.kind) {
    case 'none':
      return null;
    case 'reading':
      return (
        <Dialog title="Reading the new version" onClose={putAway}>
          <p role="status">
            The file is sealed, read, and compared with every mark and quote of this source. Nothing
            is changed yet.
          </p>
        </Dialog>
      );
    case 'failed':
      return (
        <Dialog title="The new version could not be made" onClose={putAway}>
          <Problem error={state.error} />
        </Dialog>
      );
    case 'nothing-new':
      return (
        <Dialog title="There is nothing new" onClose={putAway}>
          <p role="status">
            {state.why === 'same-file'
              ? 'This file holds the same bytes as the original that is held. Nothing was changed.'
              : 'Read again, the original gives the very text that is here. Nothing was changed.'}
          </p>
        </Dialog>
      );
    case 'compared':
      return <Compared source={source} version={state.version} access={access} />;
  }
}

interface ComparedProps extends VersionDialogProps {
  readonly version: NewVersion;
}

function Compared({ source, version, access }: ComparedProps) {
  const toast = useToast();
  const { passages, isNewOriginal } = version;
  const accept = () => {
    void access.accept().then((accepted) => {
      if (!accepted.ok) return;
      const { placed, left } = accepted.value;
      const look = left === 0 ? '' : ` ${String(left)} need a look.`;
      toast({ text: `“${displayTitle(source)}” has a new version. ${placedWords(placed)}${look}` });
    });
  };
  return (
    <Dialog
      title={isNewOriginal ? 'Replace by this file?' : 'Take the text as it is read now?'}
      onClose={access.putAway}
      actions={
        <>
          <Button onClick={access.putAway}>Leave it as it is</Button>
          <Button variant="primary" onClick={accept}>
            {isNewOriginal ? 'Replace' : 'Take this text'}
          </Button>
        </>
      }
    >
      <Versions source={source} version={version} />
      {passages.length === 0 ? (
        <p>Nothing is marked or quoted in this source.</p>
      ) : (
        <>
          <Counts passages={passages} />
          {fates.map((how) => (
            <Fates key={how} how={how} passages={passages.filter((each) => each.how === how)} />
          ))}
        </>
      )}
    </Dialog>
  );
}

function placedWords(placed: number): string {
  if (placed === 0) return '';
  return placed === 1 ? '1 mark or quote went along.' : `${placed} marks and quotes went along.`;
}

function Versions({ source, version }: Omit<ComparedProps, 'access'>) {
  const { original, working } = source;
  const unreadable = statusSentence(version);
  // Who read it tells two texts of one original apart, and nothing of two files.
  const shown = (extractor: string | undefined) => (version.isNewOriginal ? undefined : extractor);
  return (
    <>
      <dl className={styles['versions']}>
        <dt>Now</dt>
        <dd dir="auto">
          {shownName(original.name)}{' '}
          <small>{sizeWords(working?.words, shown(working?.extractor))}</small>
        </dd>
        <dt>New</dt>
        <dd dir="auto">
          {shownName(version.original.name)}{' '}
          <small>{sizeWords(version.words, shown(version.extractor))}</small>
        </dd>
      </dl>
      {unreadable !== undefined && <Notice tone="warn">{unreadable}</Notice>}
      <p className={styles['quiet']}>
        {version.isNewOriginal
          ? 'The present original stays in the locker, unchanged, and is named in the details. Undo brings it back.'
          : 'The original stays as it is; only its text is read anew. Undo brings the present text back.'}
      </p>
    </>
  );
}

function sizeWords(words = 0, extractor = ''): string {
  const counted = words === 1 ? '1 word' : `${words.toLocaleString()} words`;
  return extractor === '' ? counted : `${counted}, read by ${extractor}`;
}

function Counts({ passages }: { readonly passages: readonly PassageFate[] }) {
  return (
    <ul className={styles['counts']} aria-label="Marks and quotes">
      {fates.toReversed().map((how) => {
        const count = passages.filter((each) => each.how === how).length;
        const { name, tone } = fateWords[how];
        return (
          count > 0 && (
            <li key={how}>
              <Pill tone={tone}>
                {count.toLocaleString()} {name}
              </Pill>
            </li>
          )
        );
      })}
    </ul>
  );
}

interface FatesProps {
  readonly how: PassageFate['how'];
  readonly passages: readonly PassageFate[];
}

/** Of one fate; those that stay where they are are closed, for there is nothing to decide. */
function Fates({ how, passages }: FatesProps) {
  if (passages.length === 0) return null;
  const { name, means } = fateWords[how];
  return (
    <details className={styles['fates']} open={how === 'orphaned' || how === 'changed'}>
      <summary>
        {passages.length.toLocaleString()} {name}
      </summary>
      <p className={styles['quiet']}>{means}</p>
      <ol className={styles['list']}>
        {passages.slice(0, mostListed).map((fate) => (
          <li key={fate.id}>
            <Fate fate={fate} />
          </li>
        ))}
      </ol>
      {passages.length > mostListed && (
        <p className={styles['quiet']}>
          And {(passages.length - mostListed).toLocaleString()} more.
        </p>
      )}
    </details>
  );
}

const mostListed = 300;

function Fate({ fate }: { readonly fate: PassageFate }) {
  const { of, words, pageLabel, now, differences } = fate;
  return (
    <>
      <small className={styles['quiet']}>
        {of === 'mark' ? 'Mark' : 'Quote'}
        {pageLabel !== '' && `, page ${pageLabel}`}
      </small>
      <p className={styles['words']} dir="auto">
        {words === '' ? 'A marked area' : `“${words}”`}
      </p>
      {now !== '' && (
        <p className={styles['words']} dir="auto">
          <small className={styles['quiet']}>Now: </small>“{now}”
        </p>
      )}
      <WordsApart differences={differences} />
    </>
  );
}
