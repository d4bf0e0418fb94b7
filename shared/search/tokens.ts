// Words of folded text. Chinese and Japanese have no blanks: there every two neighbouring characters are a word.

/** 0 not yet known, 1 separator, 2 letter or digit, 3 a character of a script without blanks. */
const kinds = new Uint8Array(0x10000);
const separator = 1;
const ideograph = 3;

function kindOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit];
  if (known !== undefined && known !== 0) return known;
  const kind = classify(text.charAt(at), unit);
  kinds[unit] = kind;
  return kind;
}

function classify(character: string, unit: number): number {
  // Halves of a pair: nearly all letters outside the first plane are rare Chinese characters.
  if (unit >= 0xd800 && unit <= 0xdfff) return ideograph;
  if (/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u.test(character)) return ideograph;
  return /[\p{L}\p{N}]/u.test(character) ? 2 : separator;
}

export function isIdeographic(word: string): boolean {
  return kindOf(word, 0) === ideograph;
}

type Visit = (start: number, end: number) => void;

/** Every word, and in a run of ideographs every pair and every single one: what an index takes in. */
export function forEachToken(folded: string, visit: Visit): void {
  forEachRun(folded, (start, end, ideographs) => {
    if (!ideographs) visit(start, end);
    else {
      for (let at = start; at < end; at++) {
        visit(at, at + 1);
        if (at + 1 < end) visit(at, at + 2);
      }
    }
  });
}

/** Every word, and in a run of ideographs the pairs only: what a query asks for. */
export function forEachQueryToken(folded: string, visit: Visit): void {
  forEachRun(folded, (start, end, ideographs) => {
    if (!ideographs || end - start === 1) visit(start, end);
    else for (let at = start; at + 1 < end; at++) visit(at, at + 2);
  });
}

/** Stretches of one kind: a word, or a run of ideographs. */
export function forEachRun(
  folded: string,
  visit: (start: number, end: number, ideographs: boolean) => void,
): void {
  let at = 0;
  while (at < folded.length) {
    const kind = kindOf(folded, at);
    let end = at + 1;
    while (end < folded.length && kindOf(folded, end) === kind) end++;
    if (kind !== separator) visit(at, end, kind === ideograph);
    at = end;
  }
}
