import { passagesText } from '../../shared/evidence/quote.ts';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import { proofWords } from '../../shared/quote/verdict-words.ts';
import { Card } from '../ui/Card.tsx';
import styles from './QuoteEditor.module.css';

/** A quote of which a passage is no longer in its source's text: shown as it was, never put somewhere likely. */
export function LostQuote({ composed }: { readonly composed: ComposedQuote }) {
  return (
    <div className={styles['lost']}>
      <h1>This quote is not where it was</h1>
      <p>{proofWords({ kind: 'orphan' }).means} It is kept here as it was made.</p>
      <Card>
        <blockquote dir="auto">“{passagesText(composed.quote)}”</blockquote>
      </Card>
    </div>
  );
}
