import type { ReactNode } from 'react';
import { displayTitle, missingDetails, type SourceDetails } from '../../shared/evidence/source.ts';
import { areaWords } from '../../shared/quote/area-words.ts';
import { printedOf, type QuotedMark } from '../../shared/quote/quoted-mark.ts';
import { citationParts } from '../../shared/quote/citation.ts';
import { isComposed, pinpointOf, type Quotable } from '../../shared/quote/quotable.ts';
import { flagSentence } from '../../shared/quote/verdict-words.ts';
import { useNavigation } from '../app/navigation.ts';
import { PrintedPieces } from '../quote/PrintedPieces.tsx';
import { ProofPill } from '../quote/ProofPill.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { ColourDot } from '../ui/ColourDot.tsx';
import { markPaint } from '../ui/mark-colours.ts';
import { Pill } from '../ui/Pill.tsx';
import styles from './QuoteCard.module.css';

interface QuoteCardProps {
  readonly quoted: Quotable;
  readonly number: number;
  readonly chosen: boolean;
  /** A quote was made of it. */
  readonly isInQuote: boolean;
  readonly onChoose: (chosen: boolean) => void;
  readonly onCopy: () => void;
  /** Makes a quote of a mark, or opens the quote it is. */
  readonly onCompose: () => void;
}

export function QuoteCard(props: QuoteCardProps) {
  const { quoted, number, chosen, isInQuote, onChoose, onCopy, onCompose } = props;
  const { source, tags } = quoted;
  const composed = isComposed(quoted);
  const note = composed ? quoted.quote.note : quoted.mark.note;
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
          style={{ borderColor: composed ? 'var(--accent)' : markPaint(quoted.mark.colour) }}
        >
          {composed ? (
            <>
              “<PrintedPieces pieces={quoted.pieces} />”
            </>
          ) : (
            passageWords(quoted)
          )}
        </blockquote>
        {note !== '' && (
          <p className={styles['note']} dir="auto">
            {note}
          </p>
        )}
        <p className={styles['citation']}>
          {citationParts(source, pinpointOf(quoted)).map(({ kind, text }, at) => (
            <bdi key={at} className={styles[kind]}>
              {text}
            </bdi>
          ))}
        </p>
        <div className={styles['foot']}>
          {composed ? <Proof quoted={quoted} /> : <ColourDot colour={quoted.mark.colour} />}
          {tags.map((tag) => (
            <Pill key={tag.id}>{tag.name}</Pill>
          ))}
          {isInQuote && (
            <Pill title="A quote was made of this mark, so the mark is not exported beside it unless you choose it.">
              in a quote
            </Pill>
          )}
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
              aria-label={`${missingWords(missing)} missing, complete it: ${displayTitle(source)}`}
              onClick={() => {
                go({ screen: 'library', source: source.id });
              }}
            >
              <Pill tone="warn">{missingWords(missing)} missing, complete it</Pill>
            </button>
          )}
          <span className={styles['acts']}>
            {(composed || quoted.mark.area === undefined) && (
              <Button variant="quiet" icon={composed ? 'pen' : 'quotes'} onClick={onCompose}>
                {composed ? 'Edit' : 'Make a quote'}
              </Button>
            )}
            <Button variant="quiet" icon="copy" onClick={onCopy}>
              Copy with citation
            </Button>
            {!composed && (
              <Button
                variant="quiet"
                icon="read"
                onClick={() => {
                  go({ screen: 'reader', source: source.id, mark: quoted.mark.id });
                }}
              >
                Open
              </Button>
            )}
          </span>
        </div>
      </div>
    </Card>
  );
}

/** An area has no words: what stands for it. */
function passageWords(quoted: QuotedMark): string {
  const { mark, source } = quoted;
  if (mark.area !== undefined)
    return areaWords({ ...mark, note: '' }, displayTitle(source), source.labels);
  return `“${printedOf(quoted)}”`;
}

/** The verdict and what a cut hides, each by its name. */
function Proof({ quoted }: { readonly quoted: Extract<Quotable, { pieces: unknown }> }): ReactNode {
  const { proof } = quoted;
  const segments = proof.kind === 'verified' ? proof.verdict.segments : [];
  const flags = segments.flatMap((segment) => segment.flags);
  const [first] = flags;
  return (
    <>
      <ProofPill proof={proof} />
      {first !== undefined && (
        <Pill tone="warn" title={flags.map(flagSentence).join('\n')}>
          {flags.length === 1 ? flagSentence(first) : `${flags.length} warnings`}
        </Pill>
      )}
    </>
  );
}

function missingWords(missing: readonly (keyof SourceDetails)[]): string {
  const words: Partial<Record<keyof SourceDetails, string>> = {
    published: 'date',
    accessed: 'day of access',
  };
  return missing.map((detail) => words[detail] ?? detail).join(', ');
}
