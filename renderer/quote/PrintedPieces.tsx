import type { QuotePiece } from '../../shared/quote/render-quote.ts';
import type { TextRange } from '../../shared/text/text-map.ts';
import styles from './PrintedPieces.module.css';

interface PrintedPiecesProps {
  readonly pieces: readonly QuotePiece[];
  /** Shows the place in the source; without it the signs are plain text. */
  readonly onReveal?: (range: TextRange) => void;
}

/** The print of a quote. Signs stand out a little; each leads to what it stands for. */
export function PrintedPieces({ pieces, onReveal }: PrintedPiecesProps) {
  return pieces.map((piece, i) => {
    const said = piece.isEmphasised ? <em>{piece.text}</em> : piece.text;
    if (piece.kind === 'words' || piece.kind === 'blank') return <span key={i}>{said}</span>;
    if (onReveal === undefined || piece.kind === 'remark') {
      return (
        <span key={i} className={styles['sign']}>
          {said}
        </span>
      );
    }
    return (
      <button
        key={i}
        type="button"
        className={styles['live']}
        title="Show the place in the source"
        onClick={() => {
          onReveal(piece);
        }}
      >
        {said}
      </button>
    );
  });
}
