import { displayTitle } from '../../shared/evidence/source.ts';
import { wordsOf } from '../../shared/evidence/mark.ts';
import { areaWords } from '../../shared/quote/area-words.ts';
import { pinpoint } from '../../shared/quote/pinpoint.ts';
import type { QuotedMark } from '../../shared/quote/quoted-mark.ts';
import type { SearchHit } from '../../shared/search/answer.ts';
import { ColourDot } from '../ui/ColourDot.tsx';
import { markPaint } from '../ui/mark-colours.ts';
import { Pill } from '../ui/Pill.tsx';
import { FoundText } from './FoundText.tsx';
import styles from './HitCard.module.css';
import { fieldWords, reasonWords } from './match-words.ts';

interface HitCardProps {
  readonly hit: SearchHit;
  /** Arrives a moment after the hit. */
  readonly quoted: QuotedMark | undefined;
  readonly onOpen: () => void;
}

function wordsOrPlace({ mark, source }: QuotedMark): string {
  if (mark.area !== undefined)
    return areaWords({ ...mark, note: '' }, displayTitle(source), source.labels);
  return wordsOf(mark);
}

/** One button: the whole card opens the place. */
export function HitCard({ hit, quoted, onOpen }: HitCardProps) {
  const paint = quoted === undefined ? 'var(--line)' : markPaint(quoted.mark.colour);
  const place = quoted === undefined ? '' : pinpoint(quoted);
  return (
    <button type="button" className={styles['hit']} onClick={onOpen} data-hit="">
      <span className={styles['passage']} dir="auto" style={{ borderColor: paint }}>
        {hit.field === 'text' ? (
          <FoundText {...hit} />
        ) : quoted === undefined ? (
          ''
        ) : (
          wordsOrPlace(quoted)
        )}
      </span>
      {hit.field !== 'text' && (
        <span className={styles['where']} dir="auto">
          <FoundText {...hit} />
        </span>
      )}
      <span className={styles['foot']}>
        {quoted !== undefined && (
          <>
            <ColourDot colour={quoted.mark.colour} />
            <span>
              <bdi>{displayTitle(quoted.source)}</bdi>
              {place !== '' && `, ${place}`}
            </span>
            {quoted.tags.map((tag) => (
              <Pill key={tag.id}>{tag.name}</Pill>
            ))}
          </>
        )}
        {hit.ranges.length > 0 && <span>{fieldWords[hit.field]}</span>}
        {hit.reason !== 'as-typed' && <Pill tone="accent">{reasonWords[hit.reason]}</Pill>}
      </span>
    </button>
  );
}
