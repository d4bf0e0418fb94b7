import { useCallback } from 'react';
import type { LockerSettings } from '../../shared/evidence/settings.ts';
import { useAct } from '../app/vault-context.tsx';

/** Records what is different. The screens see it once it is on the disk. */
export function useChangeSettings(): (settings: Partial<LockerSettings>) => void {
  const act = useAct();
  return useCallback(
    (settings) =>
      void act([{ subject: 'library', kind: 'settings-changed', payload: { settings } }]),
    [act],
  );
}
