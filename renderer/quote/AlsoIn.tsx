import { useState } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { Quote } from '../../shared/evidence/quote.ts';
import { inRelatedWords, relationWords } from '../../shared/quote/elsewhere.ts';
import type { Elsewhere, InRelated } from '../../shared/quote/in-related.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Pill } from '../ui/Pill.tsx';
import styles from './AlsoIn.module.css';

interface AlsoInProps {
  readonly quote: Pick<Quote, 'id' | 'source'>;
  /** Where it stands in its own source. */
  readonly at: TextRange | undefined;
}

/** The quote in other copies and editions of its source, and which sources are one origin with it. */
export function AlsoIn({ quote, at }: AlsoInProps) {
  const { go } = useNavigation();
  const [everywhere, setEverywhere] = useState(false);
  const asked = useVaultQuery('quotes:elsewhere', { quotes: [quote.id], everywhere });
  const [found] = asked.state === 'answered' ? asked.value : [];
  const { related = [], sameOrigin = [] } = found ?? {};
  const onShow = (source: SourceId, place: TextRange): void => {
    go({ screen: 'reader', source, at: place });
  };
  const onBeside = (beside: SourceId, besideAt: TextRange): void => {
    const own = at === undefined ? {} : { at: { start: at.start, end: at.end } };
    go({ screen: 'reader', source: quote.source, ...own, beside, besideAt });
  };
  const others = sameOrigin.filter(({ source }) => related.every((each) => each.source !== source));
  return (
    <section className={styles['also']} aria-label="In other sources">
      <h2>In other sources</h2>
      {related.length > 0 && (
        <ul>
          {related.map((each) => (
            <Related key={each.source} each={each} onShow={onShow} onBeside={onBeside} />
          ))}
        </ul>
      )}
      {sameOrigin.length > 0 && <OneOrigin sources={sameOrigin} />}
      {others.length > 0 && (
        <ul>
          {others.map(({ source, title, start, end }) => (
            <li key={source}>
              <bdi>{title}</bdi>
              <Ways source={source} place={{ start, end }} onShow={onShow} onBeside={onBeside} />
            </li>
          ))}
        </ul>
      )}
      {everywhere ? (
        asked.state === 'asking' ? (
          <p role="status">Looking in every source…</p>
        ) : (
          sameOrigin.length === 0 && <p role="status">Word for word in no other source held.</p>
        )
      ) : (
        <Button
          icon="search"
          onClick={() => {
            setEverywhere(true);
          }}
        >
          Look in every source
        </Button>
      )}
    </section>
  );
}

function OneOrigin({ sources }: { readonly sources: Elsewhere['sameOrigin'] }) {
  return (
    <p>
      Word for word in{' '}
      {sources.map(({ source, title }, at) => (
        <span key={source}>
          {at > 0 && ', '}
          <bdi>{title}</bdi>
        </span>
      ))}{' '}
      as well: together they count as one origin, not as {sources.length + 1}.
    </p>
  );
}

interface WayThere {
  readonly onShow: (source: SourceId, place: TextRange) => void;
  /** Beside the quote's own source, each at its place. */
  readonly onBeside: (source: SourceId, place: TextRange) => void;
}

interface RelatedProps extends WayThere {
  readonly each: InRelated;
}

function Related({ each, ...ways }: RelatedProps) {
  const { source, title, relation, tier, differences, start, end } = each;
  const isSame = tier !== undefined && tier !== 'altered';
  return (
    <li>
      <p>
        <bdi>{title}</bdi>, {relationWords[relation]}{' '}
        <Pill tone={isSame ? 'good' : 'warn'}>{inRelatedWords(each)}</Pill>
      </p>
      {differences.slice(0, mostTold).map((difference, at) => (
        <p key={at} className={styles['apart']}>
          here <Words words={difference.quote} />, there <Words words={difference.source} />
        </p>
      ))}
      {start !== undefined && end !== undefined && (
        <Ways source={source} place={{ start, end }} {...ways} />
      )}
    </li>
  );
}

interface WaysProps extends WayThere {
  readonly source: SourceId;
  readonly place: TextRange;
}

function Ways({ source, place, onShow, onBeside }: WaysProps) {
  return (
    <p className={styles['ways']}>
      <Button
        variant="quiet"
        icon="read"
        onClick={() => {
          onShow(source, place);
        }}
      >
        Show it there
      </Button>
      <Button
        variant="quiet"
        icon="beside"
        onClick={() => {
          onBeside(source, place);
        }}
      >
        Open beside
      </Button>
    </p>
  );
}

const mostTold = 5;

function Words({ words }: { readonly words: string }) {
  return words === '' ? 'nothing' : <q>{words}</q>;
}
