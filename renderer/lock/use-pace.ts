import { useCallback, useEffect, useState } from 'react';
import { useVault } from '../app/vault-context.tsx';

export interface PaceState {
  /** Whole seconds until the next try is taken; 0 where it is taken now. */
  readonly seconds: number;
  /** To be called after every try. */
  readonly look: () => void;
}

const tickMs = 250;

/** How long the vault lets nobody try, counted down. */
export function usePace(): PaceState {
  const vault = useVault();
  const [waitMs, setWaitMs] = useState(0);
  const look = useCallback(() => {
    void vault.ask('attempts:read', null).then((answer) => {
      if (answer.ok) setWaitMs(answer.value.waitMs);
    });
  }, [vault]);
  useEffect(look, [look]);
  const waits = waitMs > 0;
  useEffect(() => {
    if (!waits) return undefined;
    const timer = setInterval(look, tickMs); // the vault's clock, not the page's
    return () => {
      clearInterval(timer);
    };
  }, [waits, look]);
  return { seconds: Math.ceil(waitMs / 1000), look };
}
