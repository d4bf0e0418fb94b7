import { displayTitle, missingDetails, type SourceDetails } from '../../shared/evidence/source.ts';
import { citationParts } from '../../shared/quote/citation.ts';
import { pinpoint } from '../../shared/quote/pinpoint.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import { useNavigation } from '../app/navigation.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ColourDot } from '../ui/ColourDot.tsx';
import { markPaint } from '../ui/mark-colours.ts';
import { Pill } from '../ui/Pill.tsx';
import styles from './QuoteCard.module.css';

interface QuoteCardProps {
  readonly quoted: QuotedMark;
  readonly number: number;
  readonly chosen: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onCopy: () => void;
}

export function QuoteCard({ quoted, number, chosen, onChoose, onCopy }: QuoteCardProps) {
  const { mark, source, tags } = quoted;
  const { go } = useNavigation();
  const missing = missingDetails(source.details);
  return (
    <Card className={styles['quote']}>
      <label className={styles['choose']}>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={`Export quote ${number}`}
          onChange={(event) => {
            onChoose(event.target.checked);
          }}
        />
        <span aria-hidden="true">{number}</span>
      </label>
      <div className={styles['body']}>
        <blockquote
          dir="auto"
          className={styles['passage']}
          style={{ borderColor: markPaint(mark.colour) }}
        >
          “{mark.anchor.exact}”
        </blockquote>
        {mark.note !== '' && (
          <p className={styles['note']} dir="auto">
            {mark.note}
          </p>
        )}
        <p className={styles['citation']}>
          {citationParts(source, pinpoint(quoted)).map(({ kind, text }, at) => (
            <bdi key={at} className={styles[kind]}>
              {text}
            </bdi>
          ))}
        </p>
        <div className={styles['foot']}>
          <ColourDot colour={mark.colour} />
          {tags.map((tag) => (
            <Pill key={tag.id}>{tag.name}</Pill>
          ))}
          {quoted.unverified && (
            <Pill
              tone="bad"
              title="Its source is damaged or missing in the locker, so it cannot be compared with it now. The export says so."
            >
              not verified
            </Pill>
          )}
          {missing.length > 0 && (
            <button
              type="button"
              className={styles['complete']}
              aria-label={`Complete the details of ${displayTitle(source)}: ${missingWords(missing)} missing`}
              onClick={() => {
                go({ screen: 'library', source: source.id });
              }}
            >
              <Pill tone="warn">{missingWords(missing)} missing, complete it</Pill>
            </button>
          )}
          <span className={styles['acts']}>
            <Button variant="quiet" icon="copy" onClick={onCopy}>
              Copy with citation
            </Button>
            <Button
              variant="quiet"
              icon="read"
              onClick={() => {
                go({ screen: 'reader', source: source.id, mark: mark.id });
              }}
            >
              Open
            </Button>
          </span>
        </div>
      </div>
    </Card>
  );
}

function missingWords(missing: readonly (keyof SourceDetails)[]): string {
  const words: Partial<Record<keyof SourceDetails, string>> = {
    published: 'date',
    accessed: 'day of access',
  };
  return missing.map((detail) => words[detail] ?? detail).join(', ');
}
