import type { DetailsConfidence } from '../../shared/evidence/source.ts';
import { Icon } from '../ui/Icon.tsx';
import { detailFields, type DetailName } from './detail-fields.ts';
import styles from './ProposedSign.module.css';

interface ProposedSignProps {
  readonly name: DetailName;
  readonly confidence: NonNullable<DetailsConfidence[DetailName]>;
  readonly onConfirm: () => void;
}

const words = {
  stated: { short: 'as it says', long: 'The document says so.' },
  likely: { short: 'likely', long: 'It follows from what the document says.' },
  guess: { short: 'a guess', long: 'It only looks like it: check.' },
} as const;

/** A value that import proposed and nobody confirmed: how sure it is, and one press to say that it is right. */
export function ProposedSign({ name, confidence, onConfirm }: ProposedSignProps) {
  const { short, long } = words[confidence];
  return (
    <button
      type="button"
      className={styles['sign']}
      data-confidence={confidence}
      title={`${long} Confirm it (Ctrl Enter in the field).`}
      aria-label={`Confirm ${detailFields[name].label}: ${short}`}
      onClick={onConfirm}
    >
      {short} <Icon name="check" />
    </button>
  );
}
