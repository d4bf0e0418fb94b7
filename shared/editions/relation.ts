// Whether two sources are one work or two editions: proposed with its reasons, decided by a person.
import type { PreciseDate } from '../evidence/source.ts';
import { compareDates } from '../parity/dates.ts';
import { foldTokens } from './folded-tokens.ts';
import { compareEditions, seriesOf } from './series.ts';
import { overlap, type Sketch } from './sketch.ts';

/** What is known of a source. Empty text means not known. */
export interface EditionFacts {
  readonly title: string;
  readonly publisher: string;
  readonly published: PreciseDate;
  readonly sketch: Sketch;
}

export type RelationReason =
  | 'same-text'
  | 'nearly-same-text'
  | 'much-same-text'
  | 'one-holds-the-other'
  | 'same-title'
  | 'same-series'
  | 'same-publisher'
  | 'other-publisher'
  | 'other-edition'
  | 'other-date';

export interface Relation {
  readonly kind: 'same-work' | 'edition' | 'none';
  readonly confidence: 'sure' | 'likely' | 'possible';
  readonly reasons: readonly RelationReason[];
  /** Only of editions, and only where titles or dates tell. */
  readonly newer?: 'a' | 'b';
}

/** Fewer shared shingles prove nothing: a stock sentence has them. */
const enoughShared = 12;

export function proposeRelation(a: EditionFacts, b: EditionFacts): Relation {
  const facts = compare(a, b);
  const { kind, confidence } = decide(facts);
  const newer = kind === 'edition' ? newerOf(a, b) : undefined;
  return {
    kind,
    confidence,
    reasons: kind === 'none' ? [] : reasonsOf(facts),
    ...(newer && { newer }),
  };
}

interface Compared {
  /** Shared shingles in proportion to the text that has fewer, and to both. */
  readonly held: number;
  readonly alike: number;
  /** Every shingle of either text is known and stands in the other. */
  readonly equal: boolean;
  readonly title: 'same' | 'same-series' | 'other' | 'unknown';
  readonly publisher: Likeness;
  /** Of both titles: none where neither names one. */
  readonly edition: 'same' | 'other' | 'none';
  readonly otherDate: boolean;
  /** “Statement” and “Annual report” are titles of many works. */
  readonly titleTelling: boolean;
}

function compare(a: EditionFacts, b: EditionFacts): Compared {
  const [one, other] = [seriesOf(a.title), seriesOf(b.title)];
  const shared = overlap(a.sketch, b.sketch);
  const proved = shared.both >= Math.min(enoughShared, Math.max(1, Math.min(shared.a, shared.b)));
  const both = proved ? shared.both : 0;
  const held = both / Math.max(1, Math.min(shared.a, shared.b));
  const alike = both / Math.max(1, shared.a + shared.b - both);
  const editionless = one.edition === '' || other.edition === '';
  const sameEdition = compareEditions(one.edition, other.edition) === 'same';
  const order = compareDates(yearOf(a.published), yearOf(b.published));
  return {
    held,
    alike,
    equal: alike === 1 && a.sketch.whole && b.sketch.whole,
    title: titlesOf(a.title, b.title, likeness(one.series, other.series), held),
    publisher: likeness(a.publisher, b.publisher),
    edition: editionless ? 'none' : sameEdition ? 'same' : 'other',
    otherDate: order === 'earlier' || order === 'later',
    titleTelling: words(one.series).size >= 3,
  };
}

function titlesOf(a: string, b: string, series: Likeness, held: number): Compared['title'] {
  if (series === 'unknown') return 'unknown';
  if (key(a) === key(b)) return 'same';
  // An archive adds its name to a title; another report's title may begin with this one's, too.
  return series === 'same' || (series === 'part' && held >= 0.3) ? 'same-series' : 'other';
}

function decide(facts: Compared): Pick<Relation, 'kind' | 'confidence'> {
  const { held, alike, title, edition, otherDate, titleTelling } = facts;
  const named = title === 'same' || title === 'same-series';
  const samePublisher = facts.publisher === 'same' || facts.publisher === 'part';
  const none = { kind: 'none', confidence: 'possible' } as const;
  // Before the text: two editions may differ in one word, and a sketch does not see it.
  if (named && edition === 'other') {
    if (samePublisher)
      return {
        kind: 'edition',
        confidence: held >= 0.1 ? 'sure' : titleTelling ? 'likely' : 'possible',
      };
    return held >= 0.1 ? { kind: 'edition', confidence: 'likely' } : none;
  }
  // One title, one publisher, another year: the title does not name its edition.
  if (named && otherDate && samePublisher && edition === 'none') {
    if (held >= 0.1) return { kind: 'edition', confidence: held < 0.9 ? 'likely' : 'possible' };
    return titleTelling ? { kind: 'edition', confidence: 'possible' } : none;
  }
  if (held >= 0.8) {
    const sure = (named && alike >= 0.5) || (title === 'unknown' && alike >= 0.9);
    // A short text that stands in a long one is as often a quotation or a chapter.
    const likely = named || alike >= 0.5;
    return { kind: 'same-work', confidence: sure ? 'sure' : likely ? 'likely' : 'possible' };
  }
  return held >= 0.5 && named ? { kind: 'same-work', confidence: 'possible' } : none;
}

function reasonsOf(facts: Compared): RelationReason[] {
  const { title, publisher, edition, otherDate } = facts;
  const all: (RelationReason | undefined)[] = [
    textReason(facts),
    title === 'same' ? 'same-title' : title === 'same-series' ? 'same-series' : undefined,
    publisher === 'other'
      ? 'other-publisher'
      : publisher === 'unknown'
        ? undefined
        : 'same-publisher',
    edition === 'other' ? 'other-edition' : undefined,
    otherDate ? 'other-date' : undefined,
  ];
  return all.filter((reason) => reason !== undefined);
}

function textReason({ held, alike, equal }: Compared): RelationReason | undefined {
  if (equal) return 'same-text';
  if (held >= 0.8) return alike >= 0.8 ? 'nearly-same-text' : 'one-holds-the-other';
  return held >= 0.1 ? 'much-same-text' : undefined;
}

function newerOf(a: EditionFacts, b: EditionFacts): 'a' | 'b' | undefined {
  const byTitle = compareEditions(seriesOf(a.title).edition, seriesOf(b.title).edition);
  const order = byTitle === 'unknown' ? compareDates(a.published, b.published) : byTitle;
  return order === 'later' ? 'a' : order === 'earlier' ? 'b' : undefined;
}

function yearOf({ value, precision }: PreciseDate): PreciseDate {
  return precision === 'none'
    ? { value: '', precision }
    : { value: value.slice(0, 4), precision: 'year' };
}

/** `part`: all words of one (three at least) stand in the other, as in “Office of the Rivers” and “Office of the Rivers (OR)”. */
type Likeness = 'same' | 'part' | 'other' | 'unknown';

function likeness(a: string, b: string): Likeness {
  const [one, other] = [words(a), words(b)];
  if (one.size === 0 || other.size === 0) return 'unknown';
  const both = [...one].filter((word) => other.has(word)).length;
  if (both < Math.min(one.size, other.size)) return 'other';
  return one.size === other.size ? 'same' : both >= 3 ? 'part' : 'other';
}

function words(name: string): Set<number> {
  return new Set(foldTokens(name).hashes);
}

function key(name: string): string {
  return foldTokens(name).hashes.join(' ');
}
