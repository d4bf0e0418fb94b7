import { useMemo, useState } from 'react';
import { Button } from '../ui/Button.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { TogglePill } from '../ui/Pill.tsx';
import tones from '../ui/tones.module.css';
import type { CheckedView, ReportView } from './check-messages.ts';
import { entriesOf, shownKinds, tallyOf, type ShownKind } from './entries.ts';
import { EntryList } from './EntryList.tsx';
import { EntryPanel } from './EntryPanel.tsx';
import { useReportCheck } from './report-check-context.tsx';
import styles from './ReportScreen.module.css';
import { SaveResult } from './SaveResult.tsx';

interface ReportResultProps {
  readonly name: string;
  readonly view: CheckedView;
  readonly appVersion: string;
}

const kindWords: Readonly<Record<ShownKind, string>> = {
  problems: 'Problems',
  quotes: 'All quotes',
  complaints: 'Complaints',
  rest: 'Not placed',
};

/** What was found, worst first, and beside it the chosen one at its place in the source. */
export function ReportResult({ name, view, appVersion }: ReportResultProps) {
  const { putAway } = useReportCheck();
  const entries = useMemo(() => entriesOf(view), [view]);
  const [kind, setKind] = useState<ShownKind>('problems');
  const [chosen, setChosen] = useState<string>();
  const shown = entries[kind];
  const entry = shown.find(({ key }) => key === chosen) ?? shown[0];
  return (
    <>
      <Page
        title="Check a report"
        lead={
          <>
            <bdi>{name}</bdi> against {view.sources.length.toLocaleString()}{' '}
            {view.sources.length === 1 ? 'source' : 'sources'}
            {view.withoutText > 0 &&
              `; ${view.withoutText.toLocaleString()} more have no text, so nothing can be verified in them`}
          </>
        }
        acts={
          <>
            <SaveResult name={name} view={view} appVersion={appVersion} />
            <Button onClick={putAway}>Check another…</Button>
          </>
        }
        className={styles['page']}
      >
        <Summary view={view} />
        <div className={styles['tools']} role="group" aria-label="Show">
          {shownKinds.map((each) => (
            <TogglePill
              key={each}
              pressed={kind === each}
              onToggle={() => {
                setKind(each);
              }}
            >
              {kindWords[each]} {entries[each].length.toLocaleString()}
            </TogglePill>
          ))}
        </div>
        {entry === undefined ? (
          <Nothing kind={kind} view={view} />
        ) : (
          <EntryList entries={shown} chosen={entry.key} unit={view.unit} onChoose={setChosen} />
        )}
      </Page>
      {entry !== undefined && <EntryPanel key={entry.key} entry={entry} view={view} />}
    </>
  );
}

function Summary({ view }: { readonly view: ReportView }) {
  const { proven, doubtful, wrong } = tallyOf(view);
  const complaints = view.checked.lints.length;
  return (
    <ul className={styles['summary']} aria-label="Summary">
      <Figure tone="good" count={proven} words="as in a source" />
      {doubtful > 0 && <Figure tone="warn" count={doubtful} words="too short to prove" />}
      <Figure tone={wrong > 0 ? 'bad' : 'plain'} count={wrong} words="not as in a source" />
      <Figure
        tone={complaints > 0 ? 'warn' : 'plain'}
        count={complaints}
        words="complaints about form"
      />
    </ul>
  );
}

interface FigureProps {
  readonly tone: 'good' | 'warn' | 'bad' | 'plain';
  readonly count: number;
  readonly words: string;
}

function Figure({ tone, count, words }: FigureProps) {
  return (
    <li className={tones[tone]}>
      <b>{count.toLocaleString()}</b> {words}
    </li>
  );
}

function Nothing({ kind, view }: { readonly kind: ShownKind; readonly view: ReportView }) {
  if (kind === 'rest') {
    return (
      <EmptyState icon="check" title="Everything was understood">
        Every {view.unit} of the report has its place: heading, introduction, quote, citation, list.
      </EmptyState>
    );
  }
  if (view.checked.quotes.length === 0) {
    return (
      <EmptyState icon="quotes" title="No quotes found">
        The program looks for passages in quotation marks, or set off as block quotations, with an
        introduction before or a citation after them.
      </EmptyState>
    );
  }
  return (
    <EmptyState icon="check" title="Nothing to complain of">
      Every quote stands in a source as it is printed here, and its form is as it should be.
    </EmptyState>
  );
}
