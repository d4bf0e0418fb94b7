import { useImport } from '../import/import-context.tsx';
import { clockTime } from './clock-time.ts';
import styles from './StatusLine.module.css';
import { useSettings } from './use-settings.ts';
import { useSaveState, useVaultQuery, type SaveState } from './vault-context.tsx';

export function StatusLine() {
  const saving = useSaveState();
  const library = useVaultQuery('library:read', null);
  const { progress } = useImport();
  const { autoLockMinutes } = useSettings();
  return (
    <footer className={styles['status']}>
      <span role="status" className={saving.pending > 0 ? styles['saving'] : styles['saved']}>
        {savingWords(saving)}
      </span>
      {library.state === 'answered' && (
        <span>
          {counted(library.value.markCount, 'mark')} ·{' '}
          {counted(library.value.sources.length, 'source')}
        </span>
      )}
      {progress !== undefined && (
        <span>
          adding {progress.done + 1} of {progress.total}
        </span>
      )}
      <span className={styles['spacer']} />
      <span>no network</span>
      <span>locks after {autoLockMinutes} min idle</span>
    </footer>
  );
}

function savingWords({ pending, savedAt }: SaveState): string {
  if (pending > 0) return 'saving…';
  return savedAt === undefined ? 'unlocked' : `saved ${clockTime(savedAt)}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}
