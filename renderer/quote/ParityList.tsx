import { Pill } from '../ui/Pill.tsx';
import styles from './TranslationSection.module.css';

/** What does not agree between a translation and its original. Silence is no praise, and says so. */
export function ParityList({ findings }: { readonly findings: readonly string[] }) {
  if (findings.length === 0) {
    return (
      <p className={styles['note']} role="status">
        Gaps, numbers and brackets agree. Whether it is right, only a reader of both can say.
      </p>
    );
  }
  return (
    <ul className={styles['findings']} role="status">
      {findings.map((finding) => (
        <li key={finding} dir="auto">
          <Pill tone="warn">differs</Pill> {finding}
        </li>
      ))}
    </ul>
  );
}
