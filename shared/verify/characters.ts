// What a character is to the skeleton: kept, a kind of separator, or nothing at all. Remembered by UTF-16 code unit.

export const kinds = {
  unknown: 0,
  blank: 1,
  /** A letter that folds to one code unit. */
  letter: 2,
  digit: 3,
  /** Han, kana, Hangul: a word each. */
  ideograph: 4,
  /** Combining mark: belongs to the character before it. */
  mark: 5,
  /** Kept, but its fold is longer, needs the whole cluster, or is a number of its own such as ² or ½. */
  complex: 6,
  /** % and currency signs: kept. */
  sign: 7,
  /** Soft hyphens, zero-width characters, marks of emphasis and escape: not there. */
  hidden: 8,
  hyphen: 9,
  dash: 10,
  apostrophe: 11,
  dot: 12,
  comma: 13,
  /** `:` and `/`: hold digits together. */
  joint: 14,
  other: 15,
  surrogate: 16,
} as const;
type Kind = (typeof kinds)[keyof typeof kinds];

const known = new Uint8Array(0x10000);
const folds = new Uint16Array(0x10000);
const longFolds = new Map<string, string>();

export function kindOf(unit: number): number {
  const kind = known[unit] ?? 0;
  if (kind !== kinds.unknown) return kind;
  const found = classify(unit);
  known[unit] = found;
  return found;
}

/** The one code unit a letter, digit, ideograph or sign folds to. */
export function foldOf(unit: number): number {
  return folds[unit] ?? unit;
}

const hiddenCharacters =
  /[\u00ad\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff✓*\\]|\u200d|[\ufe00-\ufe0f]/;

function classify(unit: number): Kind {
  if (unit >= 0xd800 && unit <= 0xdfff) return kinds.surrogate;
  const character = String.fromCharCode(unit);
  if (hiddenCharacters.test(character)) return kinds.hidden;
  if (/\s/.test(character)) return kinds.blank;
  // Before the compatibility form, which makes ´ a space with a mark.
  if (/[’‘‛ʼ′`´ʹ]/.test(character)) return kinds.apostrophe;
  if (/\p{M}/u.test(character)) return kinds.mark;
  if (isConjoiningJamo(unit)) return kinds.complex;
  const compatible = character.normalize('NFKC');
  if (/[\p{L}\p{N}\p{Sc}%‰]/u.test(compatible)) {
    const folded = foldCluster(character);
    if (folded.length !== 1 || /\p{No}/u.test(character)) return kinds.complex;
    folds[unit] = folded.charCodeAt(0);
    if (/[\p{Sc}%‰]/u.test(folded)) return kinds.sign;
    if (isIdeograph(folded)) return kinds.ideograph;
    return /\p{Nd}/u.test(folded) ? kinds.digit : kinds.letter;
  }
  return punctuation(compatible);
}

function punctuation(character: string): Kind {
  if (/^[-\u2010\u2011]$/.test(character)) return kinds.hyphen;
  if (/^[\u2012-\u2015\u2212]$/.test(character)) return kinds.dash;
  if (character === "'") return kinds.apostrophe;
  if (character === '.') return kinds.dot;
  if (character === ',') return kinds.comma;
  return character === ':' || character === '/' ? kinds.joint : kinds.other;
}

/** Letters that become a syllable together. */
function isConjoiningJamo(unit: number): boolean {
  return unit >= 0x1100 && unit <= 0x11ff;
}

/** Han, kana, Hangul syllables. */
export function isIdeograph(character: string): boolean {
  return /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u.test(character);
}

/**
 * Compatibility form, case folded; upper and lower again because ß and ẞ are ss, ς is σ. The slash of a fraction such as
 * ½ stays, so that it is not taken for 12.
 */
export function foldCluster(cluster: string): string {
  const remembered = longFolds.get(cluster);
  if (remembered !== undefined) return remembered;
  const folded = cluster.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKC');
  const kept = folded.replace(/[^\p{L}\p{N}\p{M}\p{Sc}%‰⁄]/gu, '');
  if (longFolds.size < mostRemembered) longFolds.set(cluster, kept);
  return kept;
}

/** Hostile texts can have any number of clusters. */
const mostRemembered = 20_000;
