import type { SearchHit } from '../../shared/search/answer.ts';
import styles from './FoundText.module.css';

/** An excerpt with what was found in it underlined, in a colour that is no mark's. */
export function FoundText({ excerpt, ranges }: Pick<SearchHit, 'excerpt' | 'ranges'>) {
  const pieces = ranges.flatMap(({ start, end }, at) => [
    excerpt.slice(ranges[at - 1]?.end ?? 0, start),
    <mark key={start} className={styles['found']}>
      {excerpt.slice(start, end)}
    </mark>,
  ]);
  return (
    <>
      {pieces}
      {excerpt.slice(ranges.at(-1)?.end ?? 0)}
    </>
  );
}
