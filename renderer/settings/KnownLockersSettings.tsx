import { useState } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import { useBridge } from '../app/bridge-context.ts';
import { Problem } from '../lock/Problem.tsx';
import { useLockers } from '../lock/use-lockers.ts';
import styles from './SettingsScreen.module.css';

/** Whether the program may keep a list of lockers: only where the person wants it. */
export function KnownLockersSettings() {
  const bridge = useBridge();
  const { lockers, look } = useLockers();
  const [error, setError] = useState<ErrorCode>();
  const [wished, setWished] = useState<boolean>();
  const keepRecent = async (on: boolean) => {
    setWished(on); // until main, which has the last word, has answered
    const answer = await bridge.ask('lockers:keep-recent', { on });
    setError(answer.ok ? undefined : answer.error);
    await look();
    setWished(undefined);
  };
  if (lockers === undefined) return null;
  const keepsRecent = wished ?? lockers.keepsRecent;
  return (
    <>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={keepsRecent}
          onChange={(event) => void keepRecent(event.target.checked)}
        />
        Show the lockers opened before on the lock screen
      </label>
      <p className={styles['quiet']}>
        {keepsRecent
          ? 'The names of their folders are readable on this computer. Switching this off forgets them.'
          : lockers.isStandard
            ? 'If you switch it on, the names of their folders are readable on this computer. Now nothing of that kind is remembered.'
            : 'If you switch it on, the names of their folders are readable on this computer. Now only the folder of this locker is remembered, so that the program finds it again.'}
      </p>
      {error !== undefined && <Problem error={error} />}
    </>
  );
}
