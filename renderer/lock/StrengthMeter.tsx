import { classNames } from '../ui/class-names.ts';
import type { SecretState } from '../vault/calls/opening.ts';
import styles from './StrengthMeter.module.css';

interface StrengthMeterProps {
  /** Undefined while nothing is typed. */
  readonly strength: SecretState['strength'] | undefined;
}

const scoreWords = [
  'could be guessed at once',
  'could be guessed quickly',
  'could be guessed',
  'not strong enough yet',
  'strong',
] as const;
const steps = [1, 2, 3, 4] as const;

export function StrengthMeter({ strength }: StrengthMeterProps) {
  const score = strength?.score ?? 0;
  const accepted = strength?.accepted === true;
  return (
    <div className={styles['meter']}>
      <div className={styles['steps']} aria-hidden="true">
        {steps.map((step) => (
          <span
            key={step}
            className={classNames(
              styles['step'],
              step <= score && (accepted ? styles['good'] : styles['weak']),
            )}
          />
        ))}
      </div>
      <p className={accepted ? styles['goodText'] : styles['text']} role="status">
        {strength === undefined
          ? 'Six words or more that do not belong together.'
          : [scoreWords[score], strength.advice].filter(Boolean).join('. ')}
      </p>
    </div>
  );
}
