// What this computer remembers of how the program looks. It lies readable and alterable in the browser's storage, so only
// what must be known before a locker is open and harms nobody goes in here: light or dark. Everything else is a setting of
// the locker (`shared/evidence/settings.ts`).
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Preferences {
  readonly theme: Theme;
}

export const defaultPreferences: Preferences = { theme: 'system' };

/** Takes what is well-formed of a stored text, the default for the rest. */
export function parsePreferences(stored: string | null): Preferences {
  const { theme } = parseRecord(stored);
  return { theme: themes.find((name) => name === theme) ?? defaultPreferences.theme };
}

function parseRecord(stored: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
