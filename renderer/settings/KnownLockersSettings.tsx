import { useCallback, useEffect, useState } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { LockersView } from '../../shared/ipc.ts';
import { useBridge } from '../app/bridge-context.ts';
import { Problem } from '../lock/Problem.tsx';
import styles from './SettingsScreen.module.css';

/** Whether the program may keep a list of lockers: only where the person wants it. */
export function KnownLockersSettings() {
  const bridge = useBridge();
  const [lockers, setLockers] = useState<LockersView>();
  const [error, setError] = useState<ErrorCode>();
  const look = useCallback(() => {
    void bridge.ask('lockers:read', null).then((answer) => {
      if (answer.ok) setLockers(answer.value);
    });
  }, [bridge]);
  useEffect(look, [look]);
  const keepRecent = async (on: boolean) => {
    setLockers((before) => before && { ...before, keepsRecent: on }); // main has the last word
    const answer = await bridge.ask('lockers:keep-recent', { on });
    setError(answer.ok ? undefined : answer.error);
    look();
  };
  if (lockers === undefined) return null;
  return (
    <>
      <label className={styles['check']}>
        <input
          type="checkbox"
          checked={lockers.keepsRecent}
          onChange={(event) => void keepRecent(event.target.checked)}
        />
        Show the lockers opened before on the lock screen
      </label>
      <p className={styles['quiet']}>
        {lockers.keepsRecent
          ? 'The names of their folders are readable on this computer. Switching this off forgets them.'
          : lockers.isStandard
            ? 'If you switch it on, the names of their folders are readable on this computer. Now nothing of that kind is remembered.'
            : 'If you switch it on, the names of their folders are readable on this computer. Now only the folder of this locker is remembered, so that the program finds it again.'}
      </p>
      {error !== undefined && <Problem error={error} />}
    </>
  );
}
