import { useCallback, useEffect, useState } from 'react';
import type { LockersView } from '../../shared/ipc.ts';
import { useBridge } from '../app/bridge-context.ts';

interface Lockers {
  /** Undefined until main has answered. */
  readonly lockers: LockersView | undefined;
  /** Asks main again. */
  readonly look: () => Promise<void>;
}

/** What main remembers of lockers; it has the last word on all of it. */
export function useLockers(): Lockers {
  const bridge = useBridge();
  const [lockers, setLockers] = useState<LockersView>();
  const look = useCallback(
    () =>
      bridge.ask('lockers:read', null).then((answer) => {
        if (answer.ok) setLockers(answer.value);
      }),
    [bridge],
  );
  useEffect(() => void look(), [look]);
  return { lockers, look };
}
