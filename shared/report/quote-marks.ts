// Quotation marks of a paragraph: which open and which close. Curly marks say so themselves unless they were typed the
// wrong way round; straight ones are told by their neighbours.

export interface Mark {
  readonly at: number;
  readonly character: string;
  readonly opens: boolean;
}

const openers = '“„‟«「『〝‹《';
const closers = '”»」』〞›》';
const marks = /[“”„‟«»「」『』〝〞‹›"＂]/g;
const dressing = /[*_\\]/;

/** Double marks and their like, in order. Single ones are apostrophes too often: see `readSingle`. */
export function readMarks(text: string): Mark[] {
  return Array.from(text.matchAll(marks), ({ 0: character, index }) => ({
    at: index,
    character,
    opens: opensAt(text, index, character),
  }));
}

function opensAt(text: string, at: number, character: string): boolean {
  const before = neighbour(text, at, -1);
  const after = neighbour(text, at, 1);
  const atStart = before === '' || /[\s([{–—:/“„«‘「-]/.test(before);
  const atEnd = after === '' || /[\s.,;:!?)\]}…”’»」]/.test(after);
  if (openers.includes(character)) {
    // „…“ and “ typed for ”.
    return !(character === '“' && !atStart && (atEnd || /[.!?,;]/.test(before)));
  }
  if (closers.includes(character)) return character === '”' && atStart && !atEnd && before === '';
  return atStart && !(atEnd && after !== '' && !/[….[]/.test(after));
}

/** The next character that is not emphasis, as a space where a line ends. */
function neighbour(text: string, at: number, step: 1 | -1): string {
  let i = at + step;
  while (dressing.test(text[i] ?? '')) i += step;
  return text[i] ?? '';
}

/** Where the paragraph's own opening mark stands, before its first word; -1 when there is none. */
export function leadingMark(text: string): number {
  const lead = /^(?:[*_\s]|\[(?:…|\. ?\. ?\.)\]|(?:…|\.\.\.))*/.exec(text)?.[0].length ?? 0;
  const character = text[lead];
  if (character === undefined) return -1;
  if (character === '‘') return lead;
  if (character === '”') return /[\p{L}\p{N}[]/u.test(neighbour(text, lead, 1)) ? lead : -1;
  return /[“„‟«「『〝‹"＂]/.test(character) ? lead : -1;
}

type Family = 'curly' | 'straight' | 'guillemet' | 'corner' | 'single';

export function familyOf(character: string): Family {
  if (character === '"' || character === '＂') return 'straight';
  if ('«»‹›'.includes(character)) return 'guillemet';
  if ('「」『』'.includes(character)) return 'corner';
  return '‘’'.includes(character) ? 'single' : 'curly';
}

/** Right single marks that may close a quotation: no letter follows. */
export function readSingle(text: string): Mark[] {
  return Array.from(text.matchAll(/’(?![\p{L}\p{N}])/gu), ({ 0: character, index }) => ({
    at: index,
    character,
    opens: false,
  }));
}
