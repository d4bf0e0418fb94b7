// Words that carry the meaning of a title, a name or a topic, in a form in which two spellings of one meet.

const empty: ReadonlySet<string> = new Set(
  (
    'a an the of to in on at by for from with and or but nor as than that which who whose were was is are be been has have ' +
    'had not its their his her this these those it they we our any all some such into about over under between among ' +
    'there where when other its also'
  ).split(' '),
);
const words = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[’'.](?=\p{L})[\p{L}\p{M}]+)*/gu;

export interface ContentWord {
  /** Folded: case, possessive, plural, US and UK spelling. */
  readonly fold: string;
  readonly start: number;
  readonly end: number;
}

/** Words in order; Han and kana come character by character. */
export function contentWords(text: string): ContentWord[] {
  const found: ContentWord[] = [];
  for (const { 0: word, index } of shortForms(text).matchAll(words)) {
    if (/^[\u3040-\u9fff]/.test(word)) {
      for (let i = 0; i < word.length; i++)
        found.push({ fold: word.charAt(i), start: index + i, end: index + i + 1 });
      continue;
    }
    const fold = foldWord(word);
    if (fold !== '' && !empty.has(fold))
      found.push({ fold, start: index, end: index + word.length });
  }
  return found;
}

export function wordSet(text: string): Set<string> {
  return new Set(contentWords(text).map(({ fold }) => fold));
}

/** Offsets stay: what is shorter is filled up with spaces. */
function shortForms(text: string): string {
  return text
    .replace(/\bUnited (States|Kingdom|Nations)\b/g, (name, second: string) =>
      `U${second.charAt(0)}`.padEnd(name.length),
    )
    .replace(/\b(?:\p{Lu}\.\s?){2,6}/gu, (letters) =>
      letters.replace(/[.\s]/g, '').padEnd(letters.length),
    );
}

function foldWord(word: string): string {
  const lower = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(/[’'.]/g, '');
  if (/\d/.test(lower) || word === word.toUpperCase()) return lower;
  return singular(lower)
    .replace(/is(e|ed|es|ing|ation)$/, 'iz$1')
    .replace(/(?<=\p{L}{3})our(?=\p{L}{0,4}$)/u, 'or')
    .replace(/(?<=\p{L}{2})tre$/u, 'ter');
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.replace(/(?<=ch|sh|x|z)es$|s$/, '');
}

export function yearsIn(text: string): string[] {
  return text.match(/(?<![\d.,/])(?:19|20)\d{2}(?!\d|[.,]\d)/g) ?? [];
}
