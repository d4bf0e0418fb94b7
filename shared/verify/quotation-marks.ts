// Quotation marks that are no part of what is quoted: around the whole, before each paragraph, and halves left over where
// a gap cut their other half away.

const closerOf: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '‹': '›',
  '「': '」',
  '『': '』',
  '‘': '’',
  '"': '"',
  "'": "'",
  '»': '«',
  '＂': '＂',
};
const openers = Object.keys(closerOf).join('');
const opening = new RegExp(`^[${openers}]`);
const closing = /["”»›」』’'“«＂]$/;

/** Without the marks around the whole and those repeated before each paragraph. */
export function stripOuterQuotes(quote: string): string {
  const text = quote.trim();
  const closed = text.replace(/([”"’»」』])[.,;:]$/, '$1');
  const inner = isEnclosed(closed) ? closed.slice(1, -1).trim() : text;
  return withoutRepeatedMarks(withoutRemnants(inner));
}

/** A segment without blanks, half pairs at its ends, and, after a gap, the punctuation that belonged to the gap. */
export function trimSegment(piece: string, afterGap: boolean): string {
  const trimmed = piece.trim();
  const text = afterGap ? trimmed.replace(/^[.,;:!?。，；：、]{1,3}(?:\s+|$)/, '') : trimmed;
  return withoutRemnants(text);
}

/** Whether the first character opens what the last one closes. */
function isEnclosed(text: string): boolean {
  const first = text.charAt(0);
  const closers = closerOf[first];
  if (closers === undefined || text.length < 2 || !closers.includes(text.at(-1) ?? ''))
    return false;
  if (closers === first) return countOf(text, first) % 2 === 0;
  if (opensEachParagraph(text, first)) return true;
  if (first === '‘') return !isClosedEarly(text);
  return matchingCloser(text, first, closers) === text.length - 1;
}

/** A long quote has its mark before each paragraph and closes with the last. */
function opensEachParagraph(text: string, opener: string): boolean {
  const paragraphs = text.split(/\n\s*/);
  return paragraphs.length > 1 && paragraphs.every((paragraph) => paragraph.startsWith(opener));
}

/** Offset of the mark that closes the first one, or -1. */
function matchingCloser(text: string, opener: string, closers: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === opener && isOpeningPlace(text, at)) depth++;
    else if (closers.includes(character)) depth--;
    if (depth === 0) return at;
  }
  return -1;
}

/** A mark repeated before a paragraph opens nothing. */
function isOpeningPlace(text: string, at: number): boolean {
  return at === 0 || !/\n\s*$/.test(text.slice(Math.max(0, at - 8), at));
}

/** ‘…’ whose pair ends before the end; an apostrophe inside a word closes nothing. */
function isClosedEarly(text: string): boolean {
  const inner = /’(?![\p{L}\p{N}])/u.exec(text.slice(0, -1));
  const opens = countOf(text, '‘');
  return inner !== null && opens > 1;
}

/** Half pairs at the ends: a closer that nothing opens, an opener that nothing closes. */
function withoutRemnants(text: string): string {
  let out = text;
  for (let turn = 0; turn < 4; turn++) {
    const before = out;
    const first = out.charAt(0);
    if (opening.test(out) && !hasCloser(out, first)) out = out.slice(1).trimStart();
    const last = out.at(-1) ?? '';
    if (closing.test(out) && !hasOpener(out, last)) out = out.slice(0, -1).trimEnd();
    if (out === before) break;
  }
  return out;
}

function hasCloser(text: string, opener: string): boolean {
  const closers = closerOf[opener] ?? '';
  if (closers === opener) return countOf(text, opener) % 2 === 0;
  return Array.from(closers).some((closer) =>
    closer === '’' ? /’(?![\p{L}\p{N}])/u.test(text) : text.includes(closer),
  );
}

function hasOpener(text: string, closer: string): boolean {
  // An apostrophe ends a word, too: "the workers’".
  if (closer === '’' || closer === "'") return text.includes('‘') || /s.$/i.test(text);
  if (closer === '"' || closer === '＂') return countOf(text, closer) % 2 === 0;
  const head = text.slice(0, -1);
  return Object.entries(closerOf).some(
    ([opener, closers]) => closers.includes(closer) && opener !== closer && head.includes(opener),
  );
}

/** Marks that open each paragraph of a long quote but are closed in none of them. */
function withoutRepeatedMarks(text: string): string {
  if (!text.includes('\n')) return text;
  return text
    .split(/(\n\s*)/)
    .map((part) => {
      const first = part.charAt(0);
      return opening.test(part) && !/^\s/.test(part) && isRepeated(part, first)
        ? part.slice(1)
        : part;
    })
    .join('');
}

function isRepeated(paragraph: string, opener: string): boolean {
  const closers = closerOf[opener] ?? '';
  if (closers === opener) return countOf(paragraph, opener) % 2 === 1;
  const opens = countOf(paragraph, opener);
  const closes = Array.from(closers).reduce((sum, closer) => sum + countOf(paragraph, closer), 0);
  return opens > closes;
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++;
  return count;
}
