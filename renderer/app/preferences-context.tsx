import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react';
import { defaultPreferences, parsePreferences, runsAs, type Preferences } from './preferences.ts';

interface PreferencesAccess {
  readonly preferences: Preferences;
  readonly change: (difference: Partial<Preferences>) => void;
}

const storageKey = 'preferences';

const PreferencesContext = createContext<PreferencesAccess>({
  preferences: defaultPreferences,
  change: () => undefined,
});

export function PreferencesProvider({ children }: { readonly children: ReactNode }) {
  const [preferences, setPreferences] = useState(() =>
    parsePreferences(localStorage.getItem(storageKey)),
  );
  const change = useCallback((difference: Partial<Preferences>) => {
    setPreferences((before) => ({ ...before, ...difference }));
  }, []);
  useEffect(() => {
    localStorage.setItem(storageKey, JSON.stringify(preferences));
    const root = document.documentElement;
    if (preferences.theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = preferences.theme;
    root.dir = runsAs(preferences.direction, navigator.language);
  }, [preferences]);
  const access = useMemo(() => ({ preferences, change }), [preferences, change]);
  return <PreferencesContext value={access}>{children}</PreferencesContext>;
}

export function usePreferences(): PreferencesAccess {
  return use(PreferencesContext);
}
