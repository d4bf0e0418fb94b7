import { useMemo } from 'react';
import type { SegmentVerdict } from '../../shared/verify/verdict.ts';
import styles from './EntryPanel.module.css';
import { excerptOf } from './excerpt.ts';

interface SourceExcerptProps {
  readonly text: string;
  readonly segment: SegmentVerdict;
}

/** The place in the source: the passage, what stands around it in grey, what differs marked. */
export function SourceExcerpt({ text, segment }: SourceExcerptProps) {
  const pieces = useMemo(() => excerptOf(text, segment), [text, segment]);
  return (
    <blockquote className={styles['excerpt']} dir="auto" aria-label="In the source">
      {pieces.map((piece, at) =>
        piece.kind === 'around' ? (
          <span key={at} className={styles['around']}>
            {piece.text}
          </span>
        ) : (
          <mark key={at} className={styles[piece.kind]}>
            {piece.text}
          </mark>
        ),
      )}
    </blockquote>
  );
}
