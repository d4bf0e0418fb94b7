// What this machine remembers of how the program looks and behaves. It lies readable in the browser's storage, so nothing
// of a locker's content ever goes in here.
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export interface Preferences {
  readonly theme: Theme;
  /** Minutes without the person after which the locker locks; 0 is never. */
  readonly autoLockMinutes: number;
  /** Letters alone as shortcuts (WCAG 2.1.4 wants a way to switch them off). */
  readonly singleKeys: boolean;
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  autoLockMinutes: 10,
  singleKeys: true,
};

export const autoLockChoices = [1, 2, 5, 10, 15, 30, 60, 0] as const;

/** Takes what is well-formed of a stored text, the default for the rest. */
export function parsePreferences(stored: string | null): Preferences {
  const value = parseRecord(stored);
  const theme = themes.find((name) => name === value['theme']);
  const minutes = autoLockChoices.find((choice) => choice === value['autoLockMinutes']);
  const singleKeys = value['singleKeys'];
  return {
    theme: theme ?? defaultPreferences.theme,
    autoLockMinutes: minutes ?? defaultPreferences.autoLockMinutes,
    singleKeys: typeof singleKeys === 'boolean' ? singleKeys : defaultPreferences.singleKeys,
  };
}

function parseRecord(stored: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
