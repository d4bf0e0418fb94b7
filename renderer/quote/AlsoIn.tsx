import { useState } from 'react';
import type { QuoteId } from '../../shared/evidence/ids.ts';
import { inRelatedWords, relationWords } from '../../shared/quote/elsewhere.ts';
import type { InRelated } from '../../shared/quote/in-related.ts';
import { useNavigation } from '../app/navigation.ts';
import { useVaultQuery } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { Pill } from '../ui/Pill.tsx';
import styles from './AlsoIn.module.css';

/** The quote in other copies and editions of its source, and which sources are one origin with it. */
export function AlsoIn({ quote }: { readonly quote: QuoteId }) {
  const [everywhere, setEverywhere] = useState(false);
  const asked = useVaultQuery('quotes:elsewhere', { quotes: [quote], everywhere });
  const [found] = asked.state === 'answered' ? asked.value : [];
  const { related = [], sameOrigin = [] } = found ?? {};
  return (
    <section className={styles['also']} aria-label="In other sources">
      <h2>In other sources</h2>
      {related.length > 0 && (
        <ul>
          {related.map((each) => (
            <Related key={each.source} each={each} />
          ))}
        </ul>
      )}
      {sameOrigin.length > 0 && (
        <p>
          Word for word in{' '}
          {sameOrigin.map(({ source, title }, at) => (
            <span key={source}>
              {at > 0 && ', '}
              <bdi>{title}</bdi>
            </span>
          ))}{' '}
          as well: together they count as one origin, not as {sameOrigin.length + 1}.
        </p>
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

function Related({ each }: { readonly each: InRelated }) {
  const { go } = useNavigation();
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
        <Button
          variant="quiet"
          icon="read"
          onClick={() => {
            go({ screen: 'reader', source, at: { start, end } });
          }}
        >
          Show it there
        </Button>
      )}
    </li>
  );
}

const mostTold = 5;

function Words({ words }: { readonly words: string }) {
  return words === '' ? 'nothing' : <q>{words}</q>;
}
