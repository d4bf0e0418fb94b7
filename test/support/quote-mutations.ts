// What happens to quotes between a source and a report: changes that are allowed, and at which tier they may be found;
// changes that must never look good.
import type { Tier } from '../../shared/verify/verdict.ts';

/** A number in [0, below). */
export type Pick = (below: number) => number;

export interface Mutation {
  readonly name: string;
  /** Tiers at which the changed quote may be found; none for harmful changes. */
  readonly tiers: readonly Tier[];
  /** Undefined where the sentence has nothing to change. */
  readonly apply: (sentence: string, pick: Pick) => string | undefined;
}

function changed(before: string, after: string): string | undefined {
  return before === after ? undefined : after;
}

function oneOf<Item>(items: readonly Item[], pick: Pick): Item | undefined {
  return items[pick(Math.max(1, items.length))];
}

function replaceAt(words: readonly string[], at: number, word: string): string {
  return words.with(at, word).join(' ');
}

/** Words of letters only, longer than `longerThan`, that are not at the edges where `inner`. */
function plainWords(words: readonly string[], longerThan: number, inner = false): number[] {
  return Array.from(words.keys()).filter((i) => {
    const isInner = !inner || (i > 0 && i < words.length - 1);
    return isInner && (words[i]?.length ?? 0) > longerThan && /^[A-Za-z]+$/.test(words[i] ?? '');
  });
}

const turning =
  /\d|%|^(?:not|no|never|without|neither|nor|none|nobody|nothing|cannot|fail\w*|lack\w*|den(?:y|ies|ied)|refus\w*|unlikely|hardly|rarely|seldom|un\w+|non\w*|reportedly|allegedly|likely|may|might|could|possibly|potentially|suspected|alleged|claim\w*|some|many|most|several|few|approximately|about|around|estimated|nearly|almost|only|often|sometimes|generally|usually|reported|suggested|said|according|more|less|than|at|least|up|to|as|fewer|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|hundreds?|thousands?|millions?|dozens?|half|first|second|third|fourth|fifth|eighth|double|mostly|mainly|largely|partly|perhaps|probably|apparently|frequently|occasionally|believed|seem\w*|appear\w*|suggests?|roughly|percent|quarter|twice|thirty|forty|fifty|sixty|seventy|eighty|ninety|zero)$/i;

export const harmless: readonly Mutation[] = [
  { name: 'nothing', tiers: ['verbatim'], apply: (sentence) => sentence },
  {
    name: 'curly marks made straight',
    tiers: ['typography'],
    apply: (s) => changed(s, s.replace(/[’‘]/g, "'").replace(/[“”]/g, '"')),
  },
  {
    name: 'straight marks made curly',
    tiers: ['typography'],
    apply: (s) => changed(s, s.replace(/'/g, '’')),
  },
  {
    name: 'nested double marks made single',
    tiers: ['typography'],
    apply: (s) => changed(s, s.replace(/“/g, '‘').replace(/”/g, '’')),
  },
  {
    name: 'dashes made long',
    tiers: ['typography'],
    apply: (s) => changed(s, s.replace(/–/g, '—')),
  },
  {
    name: 'a page break',
    tiers: ['whitespace'],
    apply: (s, pick) => breakAt(s, pick, '\n\n'),
  },
  { name: 'a wrapped line', tiers: ['whitespace'], apply: (s, pick) => breakAt(s, pick, '\n') },
  {
    name: 'a form feed',
    tiers: ['whitespace'],
    apply: (s, pick) => breakAt(s, pick, '\n\f'),
  },
  {
    name: 'no-break spaces',
    tiers: ['whitespace'],
    apply: (s) => changed(s, s.replaceAll(' ', '\u00a0')),
  },
  {
    name: 'a hyphen at a line end',
    tiers: ['skeleton'],
    apply: (s, pick) => {
      const words = s.split(' ');
      const at = oneOf(plainWords(words, 9), pick);
      const word = words[at ?? -1];
      if (at === undefined || word === undefined) return undefined;
      const cut = 3 + pick(word.length - 5);
      return replaceAt(words, at, `${word.slice(0, cut)}-\n${word.slice(cut)}`);
    },
  },
  {
    name: 'soft hyphens',
    tiers: ['typography'],
    apply: (s) => changed(s, s.replace(/([a-z]{4})(?=[a-z]{4})/g, '$1\u00ad')),
  },
  {
    name: 'ligatures',
    tiers: ['typography'],
    apply: (s) =>
      changed(
        s,
        s.replace(/ffi/g, 'ﬃ').replace(/fi/g, 'ﬁ').replace(/fl/g, 'ﬂ').replace(/ff/g, 'ﬀ'),
      ),
  },
  {
    name: 'full-width punctuation',
    tiers: ['typography'],
    apply: (s) =>
      changed(
        s,
        s
          .replace(/,(?!\d)/g, '，')
          .replace(/;/g, '；')
          .replace(/\(/g, '（'),
      ),
  },
  {
    name: 'a full-width comma before each space gone',
    tiers: ['skeleton'],
    apply: (s) => changed(s, s.replace(/, /g, '，')),
  },
  {
    name: 'a capital in brackets',
    tiers: ['marked'],
    apply: (s) =>
      changed(
        s,
        s.replace(/(?<=^| )([a-z])(?=[a-z])/, (letter) => `[${letter.toUpperCase()}]`),
      ),
  },
  {
    name: 'a small letter in brackets',
    tiers: ['marked'],
    apply: (s) =>
      changed(
        s,
        s.replace(/^([A-Z])(?=[a-z])/, (letter) => `[${letter.toLowerCase()}]`),
      ),
  },
  {
    name: 'an insertion',
    tiers: ['marked'],
    apply: (s, pick) => breakAt(s, pick, ' [added by the editor] '),
  },
  {
    name: 'a replaced word',
    tiers: ['marked'],
    apply: (s, pick) => {
      const words = s.split(' ');
      const may = plainWords(words, 2, true).filter((i) => isHarmless(words, i));
      const at = oneOf(may, pick);
      return at === undefined ? undefined : replaceAt(words, at, '[the Ministry]');
    },
  },
  { name: 'sic', tiers: ['marked'], apply: (s, pick) => breakAt(s, pick, ' [sic] ') },
  {
    name: 'emphasis added',
    tiers: ['marked'],
    apply: (s) => `${s} [emphasis added]`,
  },
  {
    name: 'emphasis added, in round brackets',
    tiers: ['marked'],
    apply: (s) => `${s} (emphasis added)`,
  },
  {
    name: 'emphasis',
    tiers: ['typography'],
    apply: (s, pick) => {
      const words = s.split(' ');
      const at = oneOf(plainWords(words, 1, true), pick);
      return at === undefined ? undefined : replaceAt(words, at, `*${words[at] ?? ''}*`);
    },
  },
  {
    name: 'strong emphasis',
    tiers: ['typography'],
    apply: (s, pick) => {
      const words = s.split(' ');
      const at = oneOf(plainWords(words, 1, true), pick);
      return at === undefined ? undefined : replaceAt(words, at, `__${words[at] ?? ''}__`);
    },
  },
  {
    name: 'outer marks',
    tiers: ['verbatim'],
    apply: (s) => (/[“”"]/.test(s) ? undefined : `“${s}”`),
  },
  {
    name: 'initials closed up',
    tiers: ['skeleton'],
    apply: (s) =>
      changed(s, s.replace(/\b([A-Z])\. (?=[A-Z]\.)/g, '$1.').replace(/\. (?=['-])/g, '.')),
  },
];

/** Whether a bracket may stand for the word: neither it nor a phrase with its neighbours turns the sentence. */
function isHarmless(words: readonly string[], at: number): boolean {
  return !turning.test((words[at] ?? '').replace(/^\W+|\W+$/g, ''));
}

function breakAt(sentence: string, pick: Pick, mark: string): string | undefined {
  const spaces = Array.from(sentence.matchAll(/(?<=[A-Za-z,]) (?=[a-z])/g), ({ index }) => index);
  const at = oneOf(spaces, pick);
  return at === undefined ? undefined : sentence.slice(0, at) + mark + sentence.slice(at + 1);
}

const negation = /\b(?:not|no|without|never|neither|nor|none) /;
const hedge =
  /\b(?:reportedly|likely|some|may|might|potentially|approximately|almost|nearly|often|at least|up to|more than|fewer than) /i;

export const harmful: readonly Mutation[] = [
  {
    name: 'a changed number',
    tiers: [],
    apply: (s, pick) => {
      const found = oneOf([...s.matchAll(/(?<![\n\d])\d+(?![\n\d])/g)], pick);
      if (found === undefined) return undefined;
      const other = String(Number(found[0]) + 1 + pick(8));
      return s.slice(0, found.index) + other + s.slice(found.index + found[0].length);
    },
  },
  {
    name: 'a dropped number',
    tiers: [],
    apply: (s) => changed(s, s.replace(/ \d[\d,.]*(?= [a-z])/, '')),
  },
  {
    name: 'a dropped separator of thousands',
    tiers: [],
    apply: (s) => changed(s, s.replace(/(?<=\d),(?=\d)/, '.')),
  },
  {
    name: 'a changed word',
    tiers: [],
    apply: (s, pick) => {
      const words = s.split(' ');
      const at = oneOf(plainWords(words, 5), pick);
      if (at === undefined) return undefined;
      return replaceAt(words, at, words[at] === 'zebras' ? 'lions' : 'zebras');
    },
  },
  { name: 'a dropped negation', tiers: [], apply: (s) => changed(s, s.replace(negation, '')) },
  {
    name: 'an added negation',
    tiers: [],
    apply: (s) => changed(s, s.replace(/\b(was|were|is|are|did|had|does) (?!not)/, '$1 not ')),
  },
  { name: 'a dropped hedge', tiers: [], apply: (s) => changed(s, s.replace(hedge, '')) },
  {
    name: 'a silent cut',
    tiers: [],
    apply: (s, pick) => {
      const words = s.split(' ');
      if (words.length < 16) return undefined;
      const at = 4 + pick(words.length - 14);
      return [...words.slice(0, at), ...words.slice(at + 6)].join(' ');
    },
  },
  {
    name: 'two words swapped',
    tiers: [],
    apply: (s, pick) => {
      const words = s.split(' ');
      const may = plainWords(words, 3, true).filter(
        (i) => words[i] !== words[i + 1] && /^[A-Za-z]+$/.test(words[i + 1] ?? ''),
      );
      const at = oneOf(may, pick);
      if (at === undefined) return undefined;
      return words
        .with(at, words[at + 1] ?? '')
        .with(at + 1, words[at] ?? '')
        .join(' ');
    },
  },
  {
    name: 'a bracket that swallows a negation',
    tiers: [],
    apply: (s) => changed(s, s.replace(/ (?:not|no|never|without) (?=\w)/, ' [the staff] ')),
  },
  {
    name: 'a bracket that swallows a number',
    tiers: [],
    apply: (s) => changed(s, s.replace(/(?<=[a-z] )\d[\d,]* (?=[a-z])/, '[the] ')),
  },
  {
    name: 'words parted',
    tiers: [],
    apply: (s, pick) => {
      const words = s.split(' ');
      const at = oneOf(plainWords(words, 7, true), pick);
      const word = words[at ?? -1];
      if (at === undefined || word === undefined) return undefined;
      return replaceAt(words, at, `${word.slice(0, 4)} ${word.slice(4)}`);
    },
  },
  {
    name: 'words joined',
    tiers: [],
    apply: (s, pick) => {
      const spaces = Array.from(s.matchAll(/(?<=[a-z]) (?=[a-z])/g), ({ index }) => index);
      const at = oneOf(spaces, pick);
      return at === undefined ? undefined : s.slice(0, at) + s.slice(at + 1);
    },
  },
];

export const harmfulChinese: readonly Mutation[] = [
  { name: 'a dropped 沒有', tiers: [], apply: (s) => changed(s, s.replace('沒有', '')) },
  { name: 'a dropped 不', tiers: [], apply: (s) => changed(s, s.replace('不', '')) },
  { name: 'a changed number', tiers: [], apply: (s) => changed(s, s.replace(/[三四二]/, '五')) },
  { name: 'a changed unit', tiers: [], apply: (s) => changed(s, s.replace('萬', '千')) },
  {
    name: 'a changed character',
    tiers: [],
    apply: (s, pick) => {
      const at = pick(s.length);
      return /\p{sc=Han}/u.test(s[at] ?? '') ? `${s.slice(0, at)}龍${s.slice(at + 1)}` : undefined;
    },
  },
];
