import { placeOn } from '../../shared/anchor/place.ts';
import type { Source } from '../../shared/evidence/source.ts';
import { pinpoint } from '../../shared/quote/pinpoint.ts';
import { TextMap, type TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { useWorkingText } from '../quote/use-working-text.ts';
import { Button } from '../ui/Button.tsx';
import { Pill } from '../ui/Pill.tsx';
import { tierWords } from '../../shared/quote/verdict-words.ts';
import type { SegmentVerdict } from '../../shared/verify/verdict.ts';
import type { BestVerdict } from '../../shared/verify/verify-against-all.ts';
import type { ReportView } from './check-messages.ts';
import { isTranslation, type Entry } from './entries.ts';
import styles from './EntryPanel.module.css';
import { lintWords } from './lint-words.ts';
import { ReportLines } from './ReportLines.tsx';
import { SegmentFindings } from './SegmentFindings.tsx';
import { SourceExcerpt } from './SourceExcerpt.tsx';

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

interface ComparisonProps {
  readonly result: BestVerdict;
  readonly line: number;
  readonly view: ReportView;
}

function Comparison({ result: { best, verdict, others }, line, view }: ComparisonProps) {
  const source = best === undefined ? undefined : view.sources[best];
  const found = verdict.verdict === 'not-found' ? undefined : source;
  const read = useWorkingText(found?.id, undefined);
  const library = useVaultQuery('library:read', null);
  const held = library.state === 'answered' ? library.value.sources : [];
  const labels = held.find(({ id }) => id === found?.id)?.labels;
  const { name, means, tone } = tierWords[verdict.verdict];
  return (
    <>
      <h2>
        <Pill tone={tone}>{name}</Pill>
        <small>
          {view.unit} {line}
        </small>
      </h2>
      <p className={styles['quiet']}>{means}</p>
      {found !== undefined && (
        <p>
          Compared with <bdi>{found.title}</bdi>
        </p>
      )}
      {verdict.segments.map((segment, at) => (
        <Segment
          key={at}
          segment={segment}
          ordinal={verdict.segments.length > 1 ? at + 1 : undefined}
          source={found}
          work={read.state === 'ready' ? read.work : undefined}
          labels={labels}
        />
      ))}
      {others.length > 0 && (
        <>
          <h3>Also in</h3>
          <ul className={styles['others']}>
            {others.map(({ index, verdict: other }) => (
              <li key={index}>
                <bdi>{view.sources[index]?.title}</bdi>{' '}
                <Pill tone={tierWords[other.verdict].tone}>{tierWords[other.verdict].name}</Pill>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface SegmentProps {
  readonly segment: SegmentVerdict;
  readonly ordinal: number | undefined;
  readonly source: ReportView['sources'][number] | undefined;
  readonly work: WorkingText | undefined;
  /** What a person calls the source's pages. */
  readonly labels: Source['labels'];
}

function Segment({ segment, ordinal, source, work, labels }: SegmentProps) {
  const { go } = useNavigation();
  const { tier, start, end } = segment;
  const { name, tone } = tierWords[tier];
  return (
    <section className={styles['segment']}>
      {ordinal !== undefined && (
        <h3>
          Part {ordinal} <Pill tone={tone}>{name}</Pill>
        </h3>
      )}
      {start === undefined && ordinal !== undefined && (
        <blockquote className={styles['report']} dir="auto">
          {segment.text}
        </blockquote>
      )}
      <SegmentFindings segment={segment} />
      {source !== undefined && start !== undefined && end !== undefined && (
        <>
          {work !== undefined && (
            <>
              <SourceExcerpt text={work.text} segment={segment} />
              <p className={styles['quiet']}>{pinpointIn(work, { start, end }, labels)}</p>
            </>
          )}
          <Button
            icon="read"
            onClick={() => {
              go({ screen: 'reader', source: source.id, at: { start, end } });
            }}
          >
            Open in the source
          </Button>
        </>
      )}
    </section>
  );
}

/** Where in the source it stands, as it would be cited: “p. iv (PDF p. 6)”; empty for a text without pages. */
function pinpointIn(work: WorkingText, range: TextRange, labels: Source['labels']): string {
  const source = labels === undefined ? {} : { labels };
  const mark = placeOn(work, new TextMap(work), range);
  return pinpoint({ mark, source, section: '', paragraph: '' });
}
