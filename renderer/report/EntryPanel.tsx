import { Comparison } from './Comparison.tsx';
import type { ReportView } from './check-messages.ts';
import { isTranslation, type Entry } from './entries.ts';
import styles from './EntryPanel.module.css';
import { lintWords } from './lint-words.ts';
import { ReportLines } from './ReportLines.tsx';

interface EntryPanelProps {
  readonly entry: Entry;
  readonly view: ReportView;
}

/** The chosen one in full: what the report has, what the source has, and where. */
export function EntryPanel({ entry, view }: EntryPanelProps) {
  return (
    <aside className={styles['panel']} aria-label="The chosen one in full">
      {entry.kind === 'quote' ? (
        <QuotePanel quote={entry.quote} view={view} />
      ) : (
        <>
          <h2>
            {entry.kind === 'lint' ? lintWords[entry.lint.id] : 'Not placed'}
            <small>
              {view.unit} {entry.line}
            </small>
          </h2>
          <p>
            {entry.kind === 'lint' ? (
              <bdi>{entry.lint.message}</bdi>
            ) : (
              `The program does not know what this ${view.unit} is: heading, introduction, quote, citation or list. It was not checked.`
            )}
          </p>
          <ReportLines report={view.report} line={entry.line} />
        </>
      )}
    </aside>
  );
}

interface QuotePanelProps {
  readonly quote: Extract<Entry, { kind: 'quote' }>['quote'];
  readonly view: ReportView;
}

function QuotePanel({ quote, view }: QuotePanelProps) {
  const citation = quote.citations.map((each) => each.text).join(' ');
  return (
    <>
      {isTranslation(quote) ? (
        <>
          <h2>
            Translation
            <small>
              {view.unit} {quote.quote.line}
            </small>
          </h2>
          <p className={styles['quiet']}>
            Its original was compared with the sources. Whether the translation is right, no program
            can say.
          </p>
          {quote.originals.map(({ original, result }, at) => (
            <Comparison key={at} result={result} line={original.line} view={view} />
          ))}
        </>
      ) : (
        <Comparison result={quote.result} line={quote.quote.line} view={view} />
      )}
      <h3>In the report</h3>
      <blockquote className={styles['report']} dir="auto">
        {quote.quote.text}
      </blockquote>
      {quote.originals.map(({ original }, at) => (
        <blockquote key={at} className={styles['report']} dir="auto">
          {original.text}
        </blockquote>
      ))}
      <p className={styles['quiet']}>
        {citation === '' ? 'It has no citation.' : <bdi>{citation}</bdi>}
      </p>
    </>
  );
}
