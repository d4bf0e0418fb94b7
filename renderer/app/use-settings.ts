import { defaultSettings, type LockerSettings } from '../../shared/evidence/settings.ts';
import { useVaultQuery } from './vault-context.tsx';

/** The locker's own settings; the defaults for the moment until the vault has answered. */
export function useSettings(): LockerSettings {
  const settings = useVaultQuery('settings:read', null);
  return settings.state === 'answered' ? settings.value : defaultSettings;
}
