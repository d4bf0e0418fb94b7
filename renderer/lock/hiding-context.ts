import { createContext, use, useEffect } from 'react';
import type { LockerSettings } from '../../shared/evidence/settings.ts';

export interface Hiding {
  readonly hide: () => void;
  readonly setMode: (mode: LockerSettings['hiding']) => void;
}

export const HidingContext = createContext<Hiding>({
  hide: () => undefined,
  setMode: () => undefined,
});

/** While this is shown, hiding does as the open locker's settings say. */
export function useHidingMode(mode: LockerSettings['hiding']): void {
  const { setMode } = use(HidingContext);
  useEffect(() => {
    setMode(mode);
    return () => {
      setMode('wait');
    };
  }, [mode, setMode]);
}
