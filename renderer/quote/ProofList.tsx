import type { ReactNode } from 'react';
import type { QuoteProof } from '../../shared/quote/composed-quote.ts';
import { differenceWords, flagSentence } from '../../shared/quote/verdict-words.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import type { Difference, Flag } from '../../shared/verify/verdict.ts';
import { Button } from '../ui/Button.tsx';
import { Pill } from '../ui/Pill.tsx';
import styles from './ProofList.module.css';
import type { QuoteEdits } from './use-quote-edits.ts';

interface ProofListProps {
  readonly proof: QuoteProof;
  readonly edits: Pick<QuoteEdits, 'toggle'>;
  readonly onReveal: (range: TextRange) => void;
}

/** Everything that was found, each leading to its place in the source. */
export function ProofList({ proof, edits, onReveal }: ProofListProps) {
  const segments = proof.kind === 'verified' ? proof.verdict.segments : [];
  const differences = segments.flatMap((segment) => segment.differences);
  const flags = segments.flatMap((segment) => segment.flags);
  if (differences.length + flags.length === 0) return null;
  return (
    <section aria-label="Verification" aria-live="polite">
      <ul className={styles['list']}>
        {differences.map((difference, i) => (
          <Found key={`d${i}`} tone="bad" name="differs" place={difference} onReveal={onReveal}>
            <DifferenceWords difference={difference} />
          </Found>
        ))}
        {flags.map((flag, i) => (
          <Found key={`f${i}`} tone="warn" name={placeWords(flag)} place={flag} onReveal={onReveal}>
            {flagSentence(flag)}
            <Mend flag={flag} edits={edits} />
          </Found>
        ))}
      </ul>
    </section>
  );
}

interface FoundProps {
  readonly tone: 'warn' | 'bad';
  readonly name: string;
  readonly place: TextRange;
  readonly onReveal: (range: TextRange) => void;
  readonly children: ReactNode;
}

function Found({ tone, name, place, onReveal, children }: FoundProps) {
  return (
    <li className={styles['found']}>
      <Pill tone={tone}>{name}</Pill>
      <div className={styles['says']}>{children}</div>
      <button
        type="button"
        className={styles['show']}
        onClick={() => {
          onReveal(place);
        }}
      >
        Show
      </button>
    </li>
  );
}

function DifferenceWords({ difference }: { readonly difference: Difference }) {
  const { quote, source } = difference;
  return (
    <>
      {differenceWords[difference.class]}
      {quote !== '' && (
        <>
          : the quote has <q>{quote}</q>
        </>
      )}
      {source !== '' && (
        <>
          {quote === '' ? ': ' : ', '}the source has <q>{source}</q>
        </>
      )}
    </>
  );
}

/** What says in print that a sentence is cut there. */
function Mend({ flag, edits }: { readonly flag: Flag; readonly edits: ProofListProps['edits'] }) {
  const what = mends[flag.flag];
  if (what === undefined) return null;
  return (
    <Button
      variant="quiet"
      className={styles['mend']}
      onClick={() => {
        edits.toggle(what);
      }}
    >
      Say so with [...]
    </Button>
  );
}

const mends: Partial<Record<Flag['flag'], 'opensCut' | 'endsCut'>> = {
  'starts-mid-sentence': 'opensCut',
  'ends-mid-sentence': 'endsCut',
};

/** Where it lies, in a word. */
function placeWords({ flag }: Flag): string {
  if (flag.startsWith('gap-')) return 'gap';
  if (flag === 'bracket-swallows') return 'bracket';
  return flag === 'ends-mid-sentence' || flag === 'contrast-after' ? 'end' : 'start';
}
