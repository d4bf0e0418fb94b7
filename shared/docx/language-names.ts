// Word names three languages for any text, and the script of the letters says which of them is meant.

/** BCP 47, as written. */
export interface LanguageNames {
  readonly latin?: string;
  readonly eastAsian?: string;
  /** Of scripts that run from right to left. */
  readonly complex?: string;
}

export function languageNames(attributes: ReadonlyMap<string, string>): LanguageNames {
  const latin = attributes.get('val');
  const eastAsian = attributes.get('eastAsia');
  const complex = attributes.get('bidi');
  return {
    ...(latin !== undefined && { latin }),
    ...(eastAsian !== undefined && { eastAsian }),
    ...(complex !== undefined && { complex }),
  };
}

/** Counts letters by the language their run is in. */
export class LanguageTally {
  readonly #letters = new Map<string, number>();

  add(text: string, { latin, eastAsian, complex }: LanguageNames): void {
    const script = /[\p{L}]/u.exec(text)?.[0] ?? '';
    const name = isEastAsian.test(script) ? eastAsian : isComplex.test(script) ? complex : latin;
    if (script === '' || name === undefined) return;
    this.#letters.set(name, (this.#letters.get(name) ?? 0) + text.length);
  }

  /** Of most letters, or empty. */
  get most(): string {
    const [first] = [...this.#letters].sort((a, b) => b[1] - a[1]);
    return first !== undefined && /^[a-z]{2,3}(?:-[a-z\d]{2,8})*$/i.test(first[0]) ? first[0] : '';
  }
}

const isEastAsian = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const isComplex = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
