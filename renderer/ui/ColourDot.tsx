import type { MarkColour } from '../../shared/evidence/mark.ts';
import styles from './ColourDot.module.css';
import { markColourLabels, markKey, markPaint } from './mark-colours.ts';

/** A mark's colour with its number in it, so that it is told apart without seeing colours. */
export function ColourDot({ colour }: { readonly colour: MarkColour }) {
  return (
    <span
      role="img"
      aria-label={markColourLabels[colour]}
      title={markColourLabels[colour]}
      className={styles['dot']}
      style={{ background: markPaint(colour) }}
    >
      {markKey(colour)}
    </span>
  );
}
