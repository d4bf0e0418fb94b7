import { differenceWords } from '../../shared/quote/verdict-words.ts';
import type { Difference } from '../../shared/verify/verdict.ts';
import styles from './WordsApart.module.css';

/** What differs between the words as they were taken and as they stand now, worst first. */
export function WordsApart({ differences }: { readonly differences: readonly Difference[] }) {
  if (differences.length === 0) return null;
  return (
    <ul className={styles['list']}>
      {differences.slice(0, mostTold).map(({ class: kind, quote, source }, at) => (
        <li key={at}>
          {differenceWords[kind]}
          {quote !== '' && (
            <>
              {': was '}
              <q>{quote}</q>
            </>
          )}
          {source !== '' && (
            <>
              {quote === '' ? ': now ' : ', now '}
              <q>{source}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

const mostTold = 12;
