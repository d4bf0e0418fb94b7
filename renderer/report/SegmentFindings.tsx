import type { SegmentVerdict } from '../../shared/verify/verdict.ts';
import styles from './EntryPanel.module.css';
import { differenceWords, flagWords } from './verdict-words.ts';

/** What differs, side by side, and what the cuts may hide. */
export function SegmentFindings({ segment }: { readonly segment: SegmentVerdict }) {
  const { differences, flags } = segment;
  return (
    <>
      {differences.length > 0 && (
        <table className={styles['differences']}>
          <thead>
            <tr>
              <th scope="col">Differs</th>
              <th scope="col">Report</th>
              <th scope="col">Source</th>
            </tr>
          </thead>
          <tbody>
            {differences.map((difference, at) => (
              <tr key={at}>
                <th scope="row">{differenceWords[difference.class]}</th>
                <td>
                  <Words text={difference.quote} />
                </td>
                <td>
                  <Words text={difference.source} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {flags.length > 0 && (
        <ul className={styles['flags']}>
          {flags.map(({ flag, words }, at) => (
            <li key={at}>
              {flagWords[flag]}
              {words !== '' && (
                <>
                  {': '}
                  <q dir="auto">{words}</q>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Words({ text }: { readonly text: string }) {
  return text === '' ? <span className={styles['quiet']}>nothing</span> : <bdi>{text}</bdi>;
}
