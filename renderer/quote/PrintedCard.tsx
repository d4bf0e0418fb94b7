import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import { citationParts } from '../../shared/quote/citation.ts';
import { quotePinpoint } from '../../shared/quote/pinpoint.ts';
import type { QuotePiece } from '../../shared/quote/render-quote.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import { Button } from '../ui/Button.tsx';
import { PrintedPieces } from './PrintedPieces.tsx';
import styles from './PrintedCard.module.css';

interface PrintedCardProps {
  readonly pieces: readonly QuotePiece[];
  readonly composed: ComposedQuote;
  readonly onReveal: (range: TextRange) => void;
  readonly onCopy: () => void;
}

/** The quote as it is printed, with its citation. */
export function PrintedCard({ pieces, composed, onReveal, onCopy }: PrintedCardProps) {
  const { source } = composed;
  return (
    <article className={styles['card']} aria-label="As printed">
      <blockquote dir="auto" className={styles['print']}>
        “<PrintedPieces pieces={pieces} onReveal={onReveal} />”
      </blockquote>
      <p className={styles['citation']}>
        {citationParts(source, quotePinpoint(composed)).map(({ kind, text }, at) => (
          <bdi key={at} className={styles[kind]}>
            {text}
          </bdi>
        ))}
      </p>
      <div className={styles['acts']}>
        <Button icon="copy" onClick={onCopy}>
          Copy with citation
        </Button>
      </div>
    </article>
  );
}
