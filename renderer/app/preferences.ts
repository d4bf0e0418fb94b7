// What this computer remembers of how the program looks. It lies readable and alterable in the browser's storage, so only
// what harms nobody goes in here: light or dark, which panels are open. Everything else is a setting of
// the locker (`shared/evidence/settings.ts`).
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Which way the screens run; documents keep the way of their own script. */
export const directions = ['system', 'ltr', 'rtl'] as const;
export type Direction = (typeof directions)[number];

/** Numbers in the margin of a text: those printed in it, its paragraphs counted, or none. */
const numberings = ['printed', 'counted', 'none'] as const;

/** The panel beside a document: open or not, and at what. `auto`: where the window has room for it. */
const readerPanels = ['auto', 'contents', 'pages', 'none'] as const;

export interface Preferences {
  readonly theme: Theme;
  readonly direction: Direction;
  readonly paragraphNumbers: (typeof numberings)[number];
  /** Heads, notes and what else is not the text step back. */
  readonly textOnly: boolean;
  readonly readerPanel: (typeof readerPanels)[number];
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  direction: 'system',
  paragraphNumbers: 'printed',
  textOnly: false,
  readerPanel: 'auto',
};

/** Takes what is well-formed of a stored text, the default for the rest. */
export function parsePreferences(stored: string | null): Preferences {
  const { theme, direction, paragraphNumbers, textOnly, readerPanel } = parseRecord(stored);
  return {
    theme: oneOf(themes, theme) ?? defaultPreferences.theme,
    direction: oneOf(directions, direction) ?? defaultPreferences.direction,
    paragraphNumbers: oneOf(numberings, paragraphNumbers) ?? defaultPreferences.paragraphNumbers,
    textOnly: textOnly === true,
    readerPanel: oneOf(readerPanels, readerPanel) ?? defaultPreferences.readerPanel,
  };
}

/** The scripts in use today that run from right to left, by ISO 15924. */
const rightToLeft: ReadonlySet<string> = new Set([
  ...['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'],
]);

/** `language`: that of the system, as the browser tells it. */
export function runsAs(direction: Direction, language: string): 'ltr' | 'rtl' {
  if (direction !== 'system') return direction;
  return rightToLeft.has(scriptOf(language)) ? 'rtl' : 'ltr';
}

function scriptOf(language: string): string {
  try {
    return new Intl.Locale(language).maximize().script ?? '';
  } catch {
    return '';
  }
}

function oneOf<Name>(names: readonly Name[], value: unknown): Name | undefined {
  return names.find((name) => name === value);
}

function parseRecord(stored: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(stored ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
