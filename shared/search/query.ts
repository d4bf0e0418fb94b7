// What a person typed: words, "exact words", filters (tag: source: colour: by: before:). Half-typed input is the normal case, never an error.
import { fold, foldWithMap, originalRange } from './fold.ts';
import { forEachQueryToken, forEachRun } from './tokens.ts';

export interface QueryWord {
  /** Folded, as the dictionary has it. */
  readonly folded: string;
  readonly typed: string;
  /** The cursor is probably still in it: nothing was typed after it. */
  readonly unfinished: boolean;
}

/** Words in quotation marks, which must follow each other exactly so. */
export interface Phrase {
  readonly words: readonly QueryWord[];
  /** Finds it in folded text; global. */
  readonly pattern: RegExp;
}

export interface Query {
  /** Loose words; each different one once. */
  readonly words: readonly QueryWord[];
  readonly phrases: readonly Phrase[];
  /** Folded, without the filters: what is compared with a passage as a whole. */
  readonly text: string;
  /** Folded; a mark must have a tag that contains it, for each. */
  readonly tags: readonly string[];
  /** Folded; the source's title must contain it, for each. */
  readonly sources: readonly string[];
  /** Folded; one of the names of a mark's colour must begin with it, for each. */
  readonly colours: readonly string[];
  /** Folded; the name of who marked must contain it, for each. */
  readonly people: readonly string[];
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the source was published before each. */
  readonly before: readonly string[];
}

const filterKinds = ['tag', 'source', 'colour', 'by', 'before'] as const;
export type FilterKind = (typeof filterKinds)[number];

// filter with a quoted or plain value · "quoted words", perhaps not closed yet · anything else up to a blank
const piece =
  /(tag|source|colour|by|before):(?:["“”]([^"“”]*)(["“”]?)|(\S*))|["“”]([^"“”]*)(["“”]?)|[^\s"“”]+/giu;
/** A filter as it stands in the input: `tag:"key passage"`. */
export interface TypedFilter {
  readonly kind: FilterKind;
  readonly value: string;
}

/** The filters of an input that say something already, with their values as typed. */
export function typedFilters(input: string): readonly TypedFilter[] {
  return [...input.matchAll(piece)].flatMap(([, filter, quoted, , plain]) => {
    const value = (quoted ?? plain ?? '').trim();
    const kind = kindOf(filter);
    return kind === undefined || value === '' ? [] : [{ kind, value }];
  });
}

function kindOf(filter: string | undefined): FilterKind | undefined {
  return filterKinds.find((kind) => kind === filter?.toLowerCase());
}

/** The input with this filter in place of all of its kind, or without any of them where `value` is empty. */
export function withFilter(input: string, kind: TypedFilter['kind'], value: string): string {
  const rest = [...input.matchAll(piece)]
    .filter(([, filter]) => filter?.toLowerCase() !== kind)
    .map(([whole]) => whole);
  const plainValue = value.replace(/["“”]/g, ' ').trim();
  const quotedValue = /\s/.test(plainValue) ? `"${plainValue}"` : plainValue;
  return [...(plainValue === '' ? [] : [`${kind}:${quotedValue}`]), ...rest].join(' ');
}

export function withoutFilters(input: string): string {
  return filterKinds.reduce((rest, kind) => withFilter(rest, kind, ''), input);
}

/** A half-typed one filters nothing. */
const day = /^\d{4}(?:-\d{2}){0,2}$/;

const letter = '[\\p{L}\\p{N}]';
const notLetter = '[^\\p{L}\\p{N}]';
const mostWords = 12;

export function parseQuery(input: string): Query {
  const words = new Map<string, QueryWord>();
  const phrases: Phrase[] = [];
  const texts: string[] = [];
  const filters: Record<FilterKind, string[]> = {
    ...{ tag: [], source: [], colour: [], by: [], before: [] },
  };
  for (const match of input.matchAll(piece)) {
    const [whole, filter, quotedValue, , plainValue, phrase, closed] = match;
    const atEnd = match.index + whole.length === input.length;
    const kind = kindOf(filter);
    if (kind !== undefined) {
      const value = fold(quotedValue ?? plainValue ?? '').trim();
      if (value !== '') filters[kind].push(value);
    } else if (phrase !== undefined) {
      const inside = readWords(phrase, closed === '');
      if (inside.length > 0) {
        texts.push(fold(phrase).trim());
        phrases.push({ words: inside, pattern: phrasePattern(fold(phrase), closed === '') });
      }
    } else {
      texts.push(fold(whole));
      for (const word of readWords(whole, atEnd)) {
        if (words.size < mostWords && !words.has(word.folded)) words.set(word.folded, word);
      }
    }
  }
  return {
    words: dropLoneLetters([...words.values()]),
    phrases,
    text: texts.join(' '),
    tags: filters.tag,
    sources: filters.source,
    colours: filters.colour,
    people: filters.by,
    before: filters.before.filter((value) => day.test(value)),
  };
}

function readWords(text: string, mayContinue: boolean): QueryWord[] {
  const folded = foldWithMap(text);
  const words: QueryWord[] = [];
  forEachQueryToken(folded.text, (start, end) => {
    const typed = originalRange(folded, start, end);
    words.push({
      folded: folded.text.slice(start, end),
      typed: text.slice(typed.start, typed.end),
      unfinished: mayContinue && end === folded.text.length,
    });
  });
  return words;
}

/** Its words with anything but letters between them; whole words, except the last of a phrase not closed yet. */
function phrasePattern(folded: string, unfinished: boolean): RegExp {
  const runs: { readonly text: string; readonly ideographs: boolean }[] = [];
  forEachRun(folded, (start, end, ideographs) => {
    runs.push({ text: folded.slice(start, end), ideographs });
  });
  const pattern = runs.map(({ text, ideographs }, at) => {
    const before = runs[at - 1];
    if (before === undefined) return ideographs ? text : `(?<!${letter})${text}`;
    return `${notLetter}${before.ideographs || ideographs ? '*' : '+'}${text}`;
  });
  const open = unfinished || runs.at(-1)?.ideographs !== false;
  return new RegExp(pattern.join('') + (open ? '' : `(?!${letter})`), 'gu');
}

/** The s of “women’s” says nothing beside another word, and as a beginning it would stand for a tenth of the dictionary. */
function dropLoneLetters(words: readonly QueryWord[]): readonly QueryWord[] {
  const telling = words.filter(({ folded }) => !/^\p{Ll}$/u.test(folded));
  return telling.length > 0 ? telling : words;
}
