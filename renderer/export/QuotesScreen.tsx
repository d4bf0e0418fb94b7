import { useMemo, useState } from 'react';
import { missingDetails } from '../../shared/evidence/source.ts';
import { groupQuoted, type GroupBy } from '../../shared/export/group-quoted.ts';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import { composedWithCitation, quoteWithCitation } from '../../shared/quote/copy.ts';
import {
  inSourceOrder,
  isComposed,
  quotableId,
  type Quotable,
} from '../../shared/quote/quotable.ts';
import { quoteOfMarks } from '../../shared/quote/quote-of-marks.ts';
import { stopsExport } from '../../shared/quote/verdict-words.ts';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { useCopyText } from '../highlight/use-copying.ts';
import { useMakeQuote } from '../quote/use-make-quote.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Desk, Page } from '../ui/Page.tsx';
import { TogglePill } from '../ui/Pill.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import type { ExportHost } from './export-quotes.ts';
import { ExportPanel } from './ExportPanel.tsx';
import { GroupHead } from './GroupHead.tsx';
import { QuoteCard } from './QuoteCard.tsx';
import styles from './QuotesScreen.module.css';
import { useChoice } from './use-choice.ts';

interface QuotesScreenProps {
  readonly host: ExportHost;
}

export function QuotesScreen({ host }: QuotesScreenProps) {
  const { go } = useNavigation();
  const marks = useVaultQuery('quotes:read', { marks: null });
  const quotes = useVaultQuery('quotes:composed', { quotes: null });
  if (marks.state === 'failed' || quotes.state === 'failed') {
    const error = marks.state === 'failed' ? marks.error : 'internal';
    return (
      <EmptyState icon="warning" title="The quotes could not be read">
        {sentenceOf(quotes.state === 'failed' ? quotes.error : error)}
      </EmptyState>
    );
  }
  if (marks.state !== 'answered' || quotes.state !== 'answered') return null;
  if (marks.value.length + quotes.value.length > 0) {
    return <Quotes host={host} marks={marks.value} composed={quotes.value} />;
  }
  return (
    <Page title="Quotes">
      <EmptyState
        icon="quotes"
        title="Nothing to quote yet"
        actions={
          <Button
            onClick={() => {
              go({ screen: 'library' });
            }}
          >
            Open the library
          </Button>
        }
      >
        Mark a passage in a source. It then stands here with its citation, ready to be copied or
        exported with the others.
      </EmptyState>
    </Page>
  );
}

interface QuotesProps extends QuotesScreenProps {
  readonly marks: readonly Quotable[];
  readonly composed: readonly ComposedQuote[];
}

function Quotes({ host, marks, composed }: QuotesProps) {
  const copy = useCopyText();
  const { go } = useNavigation();
  const makeQuote = useMakeQuote();
  const [groupBy, setGroupBy] = useState<GroupBy>('tag');
  const { isChosen, isInQuote, choose } = useChoice(composed);
  const all = useMemo(() => inSourceOrder([...marks, ...composed]), [marks, composed]);
  const groups = useMemo(() => groupQuoted(all, groupBy), [all, groupBy]);
  const numbers = useMemo(() => numberQuotes(groups), [groups]);
  const chosen = all.filter(isChosen);
  const chosenMarks = chosen.flatMap((one) => (isComposed(one) ? [] : one.mark));
  const stopping = chosen.filter(({ proof }) => proof !== undefined && stopsExport(proof));
  const canJoin = chosenMarks.length > 1 && quoteOfMarks(chosenMarks) !== undefined;
  return (
    <Desk>
      <Page
        title="Quotes"
        lead={`${chosen.length.toLocaleString()} of ${all.length.toLocaleString()} chosen, from ${counted(sourcesOf(all).length)}`}
      >
        <div className={styles['tools']} role="group" aria-label="Group the quotes">
          <TogglePill
            pressed={groupBy === 'tag'}
            onToggle={() => {
              setGroupBy('tag');
            }}
          >
            By tag
          </TogglePill>
          <TogglePill
            pressed={groupBy === 'source'}
            onToggle={() => {
              setGroupBy('source');
            }}
          >
            By source
          </TogglePill>
          <Button
            variant="quiet"
            onClick={() => {
              choose(all, chosen.length < all.length);
            }}
          >
            {chosen.length < all.length ? 'Choose all' : 'Choose none'}
          </Button>
          <Button
            variant="quiet"
            icon="quotes"
            disabled={!canJoin}
            title="Of the chosen marks, if all are of one source"
            onClick={() => {
              makeQuote(chosenMarks);
            }}
          >
            Make one quote
          </Button>
        </div>
        {groups.map(({ key, heading, quoted: members }) => (
          <section key={key} className={styles['group']}>
            <GroupHead
              heading={heading}
              members={members.length}
              out={members.filter((one) => !isChosen(one)).length}
              onChoose={(wanted) => {
                choose(members, wanted);
              }}
            />
            {members.map((one) => (
              <QuoteCard
                key={quotableId(one)}
                quoted={one}
                number={numbers.get(quotableId(one)) ?? 0}
                chosen={isChosen(one)}
                isInQuote={isInQuote(one)}
                onChoose={(wanted) => {
                  choose([one], wanted);
                }}
                onCopy={() => {
                  copy(isComposed(one) ? composedWithCitation(one) : quoteWithCitation(one));
                }}
                onCompose={() => {
                  if (isComposed(one)) go({ screen: 'quote', quote: one.quote.id });
                  else makeQuote([one.mark]);
                }}
              />
            ))}
          </section>
        ))}
      </Page>
      <ExportPanel
        host={host}
        groupBy={groupBy}
        marks={chosenMarks.map(({ id }) => id)}
        quotes={chosen.flatMap((one) => (isComposed(one) ? one.quote.id : []))}
        unverified={
          new Set(chosen.filter((one) => one.unverified).map(({ source }) => source.id)).size
        }
        incomplete={
          sourcesOf(chosen).filter(({ details }) => missingDetails(details).length > 0).length
        }
        stopping={stopping.length}
        onLeaveOut={() => {
          choose(stopping, false);
        }}
      />
    </Desk>
  );
}

function counted(sources: number): string {
  return `${sources.toLocaleString()} ${sources === 1 ? 'source' : 'sources'}`;
}

/** As the export numbers them: by first appearance. */
function numberQuotes(groups: ReturnType<typeof groupQuoted>): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  for (const one of groups.flatMap((group) => group.quoted)) {
    if (!numbers.has(quotableId(one))) numbers.set(quotableId(one), numbers.size + 1);
  }
  return numbers;
}

function sourcesOf(quoted: readonly Quotable[]) {
  return [...new Map(quoted.map(({ source }) => [source.id, source])).values()];
}
