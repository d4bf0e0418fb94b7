import { useImport } from '../import/import-context.tsx';
import { Icon } from '../ui/Icon.tsx';
import type { SafekeepingView } from '../vault/calls/safekeeping.ts';
import { clockTime, longDate } from './clock-time.ts';
import { useNavigation } from './navigation.ts';
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
      <SafekeepingNotice />
      <span>no network</span>
      <span>locks after {autoLockMinutes} min idle</span>
    </footer>
  );
}

/** What cannot wait for a look at the screen Safekeeping; nothing in the normal case. */
function SafekeepingNotice() {
  const query = useVaultQuery('safekeeping:read', null);
  const { go } = useNavigation();
  const words = query.state === 'answered' ? noticeWords(query.value) : undefined;
  if (words === undefined) return null;
  return (
    <button
      type="button"
      className={styles['notice']}
      onClick={() => {
        go({ screen: 'safekeeping' });
      }}
    >
      <Icon name="warning" />
      {words}
    </button>
  );
}

function noticeWords({ harmed, backupDue, backedUp }: SafekeepingView): string | undefined {
  if (harmed > 0) return `${counted(harmed, 'source')} not whole`;
  if (!backupDue) return undefined;
  return backedUp === null ? 'no backup yet' : `last backup ${longDate(backedUp.at)}`;
}

function savingWords({ pending, savedAt }: SaveState): string {
  if (pending > 0) return 'saving…';
  return savedAt === undefined ? 'unlocked' : `saved ${clockTime(savedAt)}`;
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}
