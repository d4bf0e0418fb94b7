// What kind of words differ. The worst that applies is said.
import { editDistance } from '../search/edit-distance.ts';
import type { EditRun, EditRuns } from './edit-runs.ts';
import { lengthOfQuery, lengthOfSource, onOneLine, quoteWords } from './edit-runs.ts';
import type { FuzzyQuery } from './fuzzy-query.ts';
import { idIn, readLiteral } from './pattern.ts';
import type { PreparedSource } from './prepare-source.ts';
import { textRange } from './skeleton.ts';
import { differenceClasses, type Difference, type DifferenceClass } from './verdict.ts';
import {
  hasHedge,
  isDateName,
  isNegation,
  isNumber,
  plainWord,
  wordsIn,
  type Word,
} from './word-classes.ts';

const longOmission = 4;

/** The differences of an alignment, in the order of the text. */
export function classify(
  { runs }: Pick<EditRuns, 'runs'>,
  query: FuzzyQuery,
  prepared: PreparedSource,
): Difference[] {
  return runs.flatMap((run) => differencesOf(run, query, prepared));
}

/** Equal ones in the order of the text. */
export function worstFirst(differences: readonly Difference[]): Difference[] {
  const rank = ({ class: own }: Difference) => differenceClasses.indexOf(own);
  return differences.toSorted((a, b) => rank(a) - rank(b) || a.start - b.start);
}

function differencesOf(run: EditRun, query: FuzzyQuery, prepared: PreparedSource): Difference[] {
  const { text } = prepared.source;
  const quote = quoteWords(run, query);
  const { start, end } = placeOf(run, prepared);
  const source = onOneLine(text.slice(start, end));
  const quoted = wordsIn(quote);
  const held = wordsIn(text, start, end);
  const place = { quote, source, start, end };
  if (quote === '' && lengthOfSource(run) >= longOmission) {
    const omission: Difference = { class: 'omission', ...place };
    return [omission, ...hidden(held)];
  }
  const kind = classOf(run, quoted, held, { query, prepared });
  return [{ class: kind, ...place }];
}

interface Sides {
  readonly query: FuzzyQuery;
  readonly prepared: PreparedSource;
}

function classOf(run: EditRun, quoted: Word[], held: Word[], sides: Sides): DifferenceClass {
  if (!agree(quoted, held, isNumber)) return 'number';
  if (!agree(quoted, held, isNegation)) return 'negation';
  const { text } = sides.prepared.source;
  const names = held.filter(({ word, start }) => isName(word, text, start));
  const quotedNames = quoted.filter(({ word }) => isQuotedName(word, run, sides.query));
  if (!agree(quotedNames, names, () => true)) return 'name';
  if (hasHedge(wordsOf(quoted)) || hasHedge(wordsOf(held))) return 'hedge';
  if (lengthOfSource(run) - lengthOfQuery(run) >= longOmission) return 'omission';
  if (held.length === 0) return 'added';
  const [a, b] = [quoted[0]?.word, held[0]?.word];
  if (quoted.length === 1 && held.length === 1 && a !== undefined && b !== undefined)
    return isSpelling(a, b, sides.prepared) ? 'spelling' : 'word';
  return 'word';
}

function wordsOf(words: readonly Word[]): string[] {
  return words.map(({ word }) => word);
}

/** Whether both sides have the same words of a kind. */
function agree(a: readonly Word[], b: readonly Word[], isKind: (word: string) => boolean): boolean {
  const bag = (words: readonly Word[]) =>
    wordsOf(words).filter(isKind).map(plainWord).sort().join(' ');
  return bag(a) === bag(b);
}

/** A number or a negation inside a long omission is said for itself, too. */
function hidden(held: readonly Word[]): Difference[] {
  const one = (kind: 'number' | 'negation', is: (word: string) => boolean): Difference[] => {
    const found = held.find(({ word }) => is(word));
    if (found === undefined) return [];
    const { word, start, end } = found;
    return [{ class: kind, quote: '', source: word, start, end }];
  };
  return [...one('number', isNumber), ...one('negation', isNegation)];
}

/** Where the run's words stand in the source; for added words the place between two words. */
function placeOf({ sourceFrom, sourceTo }: EditRun, prepared: PreparedSource) {
  const { starts } = prepared.index();
  const skeleton = prepared.skeleton();
  const from = starts[sourceFrom] ?? skeleton.marks.length;
  if (sourceTo > sourceFrom) return textRange(skeleton, from, starts[sourceTo] ?? from + 1);
  const at = from > 0 ? textRange(skeleton, from - 1, from).end : 0;
  return { start: at, end: at };
}

/** A proper name: capitalised inside a sentence, all capitals, or a month or weekday. */
function isName(word: string, text: string, at: number): boolean {
  if (!/^\p{Lu}/u.test(word) || word === 'I') return false;
  if (isDateName(word) || isInitialism(word)) return true;
  const before = text.slice(Math.max(0, at - 12), at).replace(/[ \t"'“‘([*_#>-]+$/, '');
  return before !== '' && !/(?:[.!?:;。！？]["'”’)\]]*|\n\s*\n)$/.test(before);
}

function isInitialism(word: string): boolean {
  return /^(?:\p{Lu}\.?){2,}(?:['’]?s)?$/u.test(word);
}

/** The same in the quote: its first word tells nothing, since every first word may be capitalised. */
function isQuotedName(word: string, run: EditRun, { entries }: FuzzyQuery): boolean {
  const first = entries[run.queryFrom];
  if (first?.kind !== 'word') return false;
  const { text, skeleton, tokens } = first.literal;
  const { start } = textRange(
    skeleton,
    tokens.starts[first.token] ?? 0,
    tokens.starts[first.token + 1] ?? 0,
  );
  return isName(word, text, Math.max(0, text.indexOf(word, start)));
}

/** British and American endings, and what is doubled or dropped between them. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/is(e|ed|es|ing|ation|ations|er|ers)$/, 'iz$1'],
  [/ys(e|ed|es|ing)$/, 'yz$1'],
  [/our(s|ed|ing|er|ers|able|al|ally)?$/, 'or$1'],
  [/re(s|d)?$/, 'er$1'],
  [/ence(s)?$/, 'ense$1'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/ogue(s)?$/, 'og$1'],
  [/ement(s)?$/, 'ment$1'],
  [/amme(s|d)?$/, 'am$1'],
];

/**
 * The same word spelt otherwise. A word the source has elsewhere is a word of its own ("persecuted" is no misspelt
 * "prosecuted"), and an ending makes another word, too.
 */
function isSpelling(a: string, b: string, prepared: PreparedSource): boolean {
  const [own, other] = [plainWord(a), plainWord(b)];
  if (!/^[\p{L}'-]+$/u.test(own) || !/^[\p{L}'-]+$/u.test(other)) return false;
  if (
    spellings.some(
      ([pattern, to]) => own.replace(pattern, to) === other || other.replace(pattern, to) === own,
    )
  )
    return true;
  const shorter = Math.min(own.length, other.length);
  const most = Math.min(2, Math.floor(Math.max(own.length, other.length) / 4));
  if (shorter < 4 || editDistance(own, other, most) > most) return false;
  if (isInflection(own, other)) return false;
  const literal = readLiteral(a);
  return idIn(prepared.index().words, literal, 0) < 0;
}

/** One is the other with another ending. */
function isInflection(a: string, b: string): boolean {
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  return (
    same >= Math.min(a.length, b.length) - 1 &&
    /^[a-z]{0,3}$/.test(a.slice(same)) &&
    /^[a-z]{0,3}$/.test(b.slice(same))
  );
}
