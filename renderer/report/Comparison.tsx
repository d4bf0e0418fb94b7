import { placeOn } from '../../shared/anchor/place.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { Source } from '../../shared/evidence/source.ts';
import { pinpoint } from '../../shared/quote/pinpoint.ts';
import { tierWords } from '../../shared/quote/verdict-words.ts';
import { TextMap, type TextRange } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { QuoteVerdict, SegmentVerdict } from '../../shared/verify/verdict.ts';
import type { BestVerdict } from '../../shared/verify/verify-against-all.ts';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { useWorkingText } from '../quote/use-working-text.ts';
import { Button } from '../ui/Button.tsx';
import { Pill } from '../ui/Pill.tsx';
import type { ReportView } from './check-messages.ts';
import styles from './EntryPanel.module.css';
import { SegmentFindings } from './SegmentFindings.tsx';
import { SourceExcerpt } from './SourceExcerpt.tsx';

interface ComparisonProps {
  readonly result: BestVerdict;
  readonly line: number;
  readonly view: ReportView;
}

/** One quotation of the report against the source it agrees with best, part by part, and where else it stands. */
export function Comparison({ result: { best, verdict, others }, line, view }: ComparisonProps) {
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
                <OpenBeside
                  source={found?.id}
                  at={placeOf(verdict)}
                  beside={view.sources[index]?.id}
                  besideAt={placeOf(other)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface OpenBesideProps {
  readonly source: SourceId | undefined;
  readonly at: TextRange | undefined;
  readonly beside: SourceId | undefined;
  readonly besideAt: TextRange | undefined;
}

/** The two sources side by side, each at the passage. */
function OpenBeside({ source, at, beside, besideAt }: OpenBesideProps) {
  const { go } = useNavigation();
  if (source === undefined || beside === undefined) return null;
  if (at === undefined || besideAt === undefined) return null;
  return (
    <Button
      variant="quiet"
      icon="beside"
      onClick={() => {
        go({ screen: 'reader', source, at, beside, besideAt });
      }}
    >
      Open beside
    </Button>
  );
}

/** Where the first part that was found stands. */
function placeOf({ segments }: Pick<QuoteVerdict, 'segments'>): TextRange | undefined {
  for (const { start, end } of segments) {
    if (start !== undefined && end !== undefined) return { start, end };
  }
  return undefined;
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
