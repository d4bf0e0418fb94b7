import { explain, type ErrorCode } from '../../shared/errors.ts';
import styles from './LockForm.module.css';

/** What went wrong, what it means for the data and what to do. */
export function Problem({ error }: { readonly error: ErrorCode }) {
  const { sentence, nextStep } = explain(error);
  return (
    <p className={styles['problem']} role="alert">
      <b>{sentence}</b> {nextStep}
    </p>
  );
}
