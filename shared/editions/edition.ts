// A source as it is compared with others for being an edition of one work. Titles are taken apart once: every source of a
// library is compared with every other.
import type { PreciseDate } from '../evidence/source.ts';
import { foldTokens } from './folded-tokens.ts';
import { seriesOf } from './series.ts';
import type { Sketch } from './sketch.ts';

/** What is known of a source. Empty text means not known. */
export interface EditionFacts {
  readonly title: string;
  readonly publisher: string;
  readonly published: PreciseDate;
  readonly sketch: Sketch;
}

/** Words as the hashes of their folded forms. */
type Words = ReadonlySet<number>;

export interface Edition {
  /** The title's words in their order: equal for titles that differ in case, accents and punctuation only. */
  readonly title: string;
  /** Of the title without the marks of its edition. */
  readonly series: Words;
  /** Of the title; empty where it names none. */
  readonly edition: string;
  readonly publisher: Words;
  readonly published: PreciseDate;
  /** To the year. */
  readonly publishedIn: PreciseDate;
  readonly sketch: Sketch;
}

export function editionOf({ title, publisher, published, sketch }: EditionFacts): Edition {
  const { series, edition } = seriesOf(title);
  return {
    title: foldTokens(title).hashes.join(' '),
    series: words(series),
    edition,
    publisher: words(publisher),
    published,
    publishedIn: yearOf(published),
    sketch,
  };
}

/** `part`: all words of one (three at least) stand in the other, as in “Office of the Rivers” and “Office of the Rivers (OR)”. */
export type Likeness = 'same' | 'part' | 'other' | 'unknown';

export function likeness(a: Words, b: Words): Likeness {
  if (a.size === 0 || b.size === 0) return 'unknown';
  const [fewer, more] = a.size <= b.size ? [a, b] : [b, a];
  for (const word of fewer) if (!more.has(word)) return 'other';
  return a.size === b.size ? 'same' : fewer.size >= 3 ? 'part' : 'other';
}

function words(name: string): Words {
  return new Set(foldTokens(name).hashes);
}

function yearOf({ value, precision }: PreciseDate): PreciseDate {
  return precision === 'none'
    ? { value: '', precision }
    : { value: value.slice(0, 4), precision: 'year' };
}
