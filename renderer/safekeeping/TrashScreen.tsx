import { useState, type ReactNode } from 'react';
import { generalCase, type Act } from '../../shared/journal/change.ts';
import { Answered } from '../app/Answered.tsx';
import { dateAndTime } from '../app/clock-time.ts';
import { useAct, useVault, useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import type { TrashView } from '../vault/calls/trash.ts';
import { PurgeDialog } from './PurgeDialog.tsx';
import styles from './TrashScreen.module.css';
import { leftWord, marksWord } from './trash-words.ts';

type RemovedSource = TrashView['sources'][number];
type RemovedMark = TrashView['marks'][number];
type RemovedQuote = TrashView['quotes'][number];

export function TrashScreen() {
  const trash = useVaultQuery('trash:read', null);
  return (
    <Answered query={trash} failed="The trash could not be read">
      {(value) => <Trash trash={value} />}
    </Answered>
  );
}

function Trash({ trash: { sources, marks, quotes, left } }: { readonly trash: TrashView }) {
  const act = useAct();
  const [doomed, setDoomed] = useState<RemovedSource>();
  const restore = (one: Act) => () => void act([one]);
  return (
    <Page
      title="Trash"
      lead="What was removed stays here, sealed, until you bring it back or delete it for good."
    >
      {left > 0 && <Left left={left} />}
      {sources.length + marks.length + quotes.length === 0 && (
        <EmptyState icon="trash" title="The trash is empty">
          Sources, marks and quotes that you remove come here first.
        </EmptyState>
      )}
      {sources.length > 0 && (
        <section className={styles['section']}>
          <h2>Sources</h2>
          <ul className={styles['list']}>
            {sources.map((source) => (
              <Item
                key={source.id}
                title={source.title}
                told={`With ${marksWord(source.marks)}. ${removal(source)}`}
              >
                <Button icon="undo" onClick={restore(restoredSource(source))}>
                  Bring back
                </Button>
                <Button
                  variant="danger"
                  icon="trash"
                  onClick={() => {
                    setDoomed(source);
                  }}
                >
                  Delete for good…
                </Button>
              </Item>
            ))}
          </ul>
        </section>
      )}
      <Passages
        heading="Marks"
        removed={marks}
        onRestore={(mark) => void act([restoredMark(mark)])}
      />
      <Passages
        heading="Quotes"
        removed={quotes}
        onRestore={(quote) => void act([restoredQuote(quote)])}
      />
      {doomed !== undefined && (
        <PurgeDialog
          source={doomed}
          onClose={() => {
            setDoomed(undefined);
          }}
        />
      )}
    </Page>
  );
}

interface PassagesProps<T> {
  readonly heading: string;
  readonly removed: readonly T[];
  readonly onRestore: (one: T) => void;
}

function Passages<T extends RemovedMark | RemovedQuote>({
  heading,
  removed,
  onRestore,
}: PassagesProps<T>) {
  if (removed.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h2>{heading}</h2>
      <ul className={styles['list']}>
        {removed.map((one) => (
          <Item
            key={one.id}
            title={one.quote === '' ? 'A marked area' : `“${one.quote}”`}
            told={`In ${one.title}. ${removal(one)}`}
          >
            <Button
              icon="undo"
              onClick={() => {
                onRestore(one);
              }}
            >
              Bring back
            </Button>
          </Item>
        ))}
      </ul>
    </section>
  );
}

interface ItemProps {
  readonly title: string;
  readonly told: string;
  readonly children: ReactNode;
}

function Item({ title, told, children }: ItemProps) {
  return (
    <li>
      <Card className={styles['item']}>
        <div className={styles['words']}>
          <span>{title}</span>
          <small>{told}</small>
        </div>
        <div className={styles['acts']}>{children}</div>
      </Card>
    </li>
  );
}

/** A disk that refused: what was deleted for good is unreadable here, and not all of it is gone. */
function Left({ left }: { readonly left: number }) {
  const vault = useVault();
  const toast = useToast();
  const finish = async () => {
    const answer = await vault.ask('purge:finish', null);
    if (!answer.ok) toast({ tone: 'bad', text: sentenceOf(answer.error) });
  };
  return (
    <Card className={styles['item']}>
      <p className={styles['words']} role="status">
        The disk has not let go of {leftWord(left)} of what was deleted for good.
      </p>
      <Button onClick={() => void finish()}>Try again</Button>
    </Card>
  );
}

function removal({ removedAt, removedBy }: RemovedSource | RemovedMark | RemovedQuote): string {
  return `Removed by ${removedBy}, ${dateAndTime(removedAt)}.`;
}

function restoredSource({ id }: RemovedSource): Act {
  return { subject: `source/${id}`, kind: 'source-restored', payload: { source: id } };
}

function restoredMark({ id, source }: RemovedMark): Act {
  return { subject: `marks/${source}/${generalCase}`, kind: 'remarked', payload: { mark: id } };
}

function restoredQuote({ id, source }: RemovedQuote): Act {
  const subject = `marks/${source}/${generalCase}` as const;
  return { subject, kind: 'quote-restored', payload: { quote: id } };
}
