// What this computer remembers of how the program looks. It lies readable and alterable in the browser's storage, so only
// what harms nobody goes in here: light or dark, which panels are open. Everything else is a setting of
// the locker (`shared/evidence/settings.ts`).
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

/** Numbers in the margin of a text: those printed in it, its paragraphs counted, or none. */
const numberings = ['printed', 'counted', 'none'] as const;

/** The panel beside a document: open or not, and at what. `auto`: where the window has room for it. */
const readerPanels = ['auto', 'contents', 'pages', 'none'] as const;

export interface Preferences {
  readonly theme: Theme;
  readonly paragraphNumbers: (typeof numberings)[number];
  /** Heads, notes and what else is not the text step back. */
  readonly textOnly: boolean;
  readonly readerPanel: (typeof readerPanels)[number];
  /** The sample case was declined. */
  readonly startEmpty: boolean;
}

export const defaultPreferences: Preferences = {
  theme: 'system',
  paragraphNumbers: 'printed',
  textOnly: false,
  readerPanel: 'auto',
  startEmpty: false,
};

/** Takes what is well-formed of a stored text, the default for the rest. */
export function parsePreferences(stored: string | null): Preferences {
  const { theme, paragraphNumbers, textOnly, readerPanel, startEmpty } = parseRecord(stored);
  return {
    theme: oneOf(themes, theme) ?? defaultPreferences.theme,
    paragraphNumbers: oneOf(numberings, paragraphNumbers) ?? defaultPreferences.paragraphNumbers,
    textOnly: textOnly === true,
    readerPanel: oneOf(readerPanels, readerPanel) ?? defaultPreferences.readerPanel,
    startEmpty: startEmpty === true,
  };
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
