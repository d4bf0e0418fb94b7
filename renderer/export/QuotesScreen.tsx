import { useMemo, useState } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import { missingDetails } from '../../shared/evidence/source.ts';
import { groupQuoted, type GroupBy } from '../../shared/export/report.ts';
import { quoteWithCitation } from '../../shared/quote/copy.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { useCopyText } from '../highlight/use-copying.ts';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { TogglePill } from '../ui/Pill.tsx';
import type { ExportHost } from './export-quotes.ts';
import { ExportPanel } from './ExportPanel.tsx';
import { QuoteCard } from './QuoteCard.tsx';
import styles from './QuotesScreen.module.css';

interface QuotesScreenProps {
  readonly host: ExportHost;
}

export function QuotesScreen({ host }: QuotesScreenProps) {
  const { go } = useNavigation();
  const quoted = useVaultQuery('quotes:read', { marks: null });
  if (quoted.state !== 'answered') return null;
  if (quoted.value.length > 0) return <Quotes host={host} quoted={quoted.value} />;
  return (
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
  );
}

interface QuotesProps extends QuotesScreenProps {
  readonly quoted: readonly QuotedMark[];
}

function Quotes({ host, quoted }: QuotesProps) {
  const copy = useCopyText();
  const [groupBy, setGroupBy] = useState<GroupBy>('tag');
  // Left out rather than chosen: a mark made meanwhile is in.
  const [leftOut, setLeftOut] = useState<ReadonlySet<MarkId>>(new Set());
  const groups = useMemo(() => groupQuoted(quoted, groupBy), [quoted, groupBy]);
  const numbers = useMemo(() => numberQuotes(groups), [groups]);
  const chosen = quoted.filter(({ mark }) => !leftOut.has(mark.id));
  const choose = (marks: readonly QuotedMark[], wanted: boolean) => {
    const changed = new Set(leftOut);
    for (const { mark } of marks) {
      if (wanted) changed.delete(mark.id);
      else changed.add(mark.id);
    }
    setLeftOut(changed);
  };
  return (
    <div className={styles['screen']}>
      <div className={styles['page']}>
        <h1>Quotes</h1>
        <p className={styles['lead']}>
          {chosen.length.toLocaleString()} of {quoted.length.toLocaleString()} chosen, from{' '}
          {sourcesOf(quoted).length.toLocaleString()} sources
        </p>
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
              choose(quoted, chosen.length < quoted.length);
            }}
          >
            {chosen.length < quoted.length ? 'Choose all' : 'Choose none'}
          </Button>
        </div>
        {groups.map(({ key, heading, quoted: members }) => (
          <section key={key} className={styles['group']}>
            <GroupHead
              heading={heading}
              members={members}
              leftOut={leftOut}
              onChoose={(wanted) => {
                choose(members, wanted);
              }}
            />
            {members.map((one) => (
              <QuoteCard
                key={one.mark.id}
                quoted={one}
                number={numbers.get(one.mark.id) ?? 0}
                chosen={!leftOut.has(one.mark.id)}
                onChoose={(wanted) => {
                  choose([one], wanted);
                }}
                onCopy={() => {
                  copy(quoteWithCitation(one));
                }}
              />
            ))}
          </section>
        ))}
      </div>
      <ExportPanel
        host={host}
        groupBy={groupBy}
        selected={chosen.map(({ mark }) => mark.id)}
        unverified={
          new Set(chosen.filter((one) => one.unverified).map(({ source }) => source.id)).size
        }
        incomplete={
          sourcesOf(chosen).filter(({ details }) => missingDetails(details).length > 0).length
        }
      />
    </div>
  );
}

interface GroupHeadProps {
  readonly heading: string;
  readonly members: readonly QuotedMark[];
  readonly leftOut: ReadonlySet<MarkId>;
  readonly onChoose: (wanted: boolean) => void;
}

function GroupHead({ heading, members, leftOut, onChoose }: GroupHeadProps) {
  const out = members.filter(({ mark }) => leftOut.has(mark.id)).length;
  return (
    <h2 className={styles['heading']}>
      <label>
        <input
          type="checkbox"
          checked={out < members.length}
          ref={(box) => {
            if (box !== null) box.indeterminate = out > 0 && out < members.length;
          }}
          onChange={(event) => {
            onChoose(event.target.checked);
          }}
        />
        <bdi>{heading}</bdi>
        <small>{members.length.toLocaleString()}</small>
      </label>
    </h2>
  );
}

/** As the export numbers them: by first appearance. */
function numberQuotes(groups: ReturnType<typeof groupQuoted>): ReadonlyMap<MarkId, number> {
  const numbers = new Map<MarkId, number>();
  for (const { mark } of groups.flatMap((group) => group.quoted)) {
    if (!numbers.has(mark.id)) numbers.set(mark.id, numbers.size + 1);
  }
  return numbers;
}

function sourcesOf(quoted: readonly QuotedMark[]) {
  return [...new Map(quoted.map(({ source }) => [source.id, source])).values()];
}
