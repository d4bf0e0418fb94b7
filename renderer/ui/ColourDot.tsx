import type { MarkColour } from '../../shared/evidence/mark.ts';
import styles from './ColourDot.module.css';
import { markKey, markPaint, useColourWords } from './mark-colours.ts';

/** A mark's colour with its number in it, so that it is told apart without seeing colours. */
export function ColourDot({ colour }: { readonly colour: MarkColour }) {
  const words = useColourWords();
  return (
    <span
      role="img"
      aria-label={words[colour]}
      title={words[colour]}
      className={styles['dot']}
      data-key={markKey(colour)}
      style={{ background: markPaint(colour) }}
    />
  );
}
