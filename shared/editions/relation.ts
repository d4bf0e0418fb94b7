// Whether two sources are one work or two editions: proposed with its reasons, decided by a person.
import { compareDates } from '../parity/dates.ts';
import { likeness, type Edition, type Likeness } from './edition.ts';
import { compareEditions } from './series.ts';
import { overlap } from './sketch.ts';

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
/** So much of the shorter text stands in the other that one is a copy of the other, whatever their titles say. */
const copied = 0.8;

const none = { kind: 'none', confidence: 'possible' } as const;

export function proposeRelation(a: Edition, b: Edition): Relation {
  const facts = compare(a, b);
  if (facts === undefined) return { ...none, reasons: [] };
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

/** Undefined where neither text nor title makes anything likely: so it is with nearly every pair of a library. */
function compare(a: Edition, b: Edition): Compared | undefined {
  const series = likeness(a.series, b.series);
  const least = series === 'same' || series === 'part' ? 0 : copied;
  const shared = overlap(a.sketch, b.sketch, least);
  if (shared === undefined) return undefined;
  const proved = shared.both >= Math.min(enoughShared, Math.max(1, Math.min(shared.a, shared.b)));
  const both = proved ? shared.both : 0;
  const held = both / Math.max(1, Math.min(shared.a, shared.b));
  const title = titlesOf(a, b, series, held);
  if (!isNamed(title) && held < copied) return undefined;
  const alike = both / Math.max(1, shared.a + shared.b - both);
  const editionless = a.edition === '' || b.edition === '';
  const sameEdition = !editionless && compareEditions(a.edition, b.edition) === 'same';
  const order = compareDates(a.publishedIn, b.publishedIn);
  return {
    held,
    alike,
    equal: alike === 1 && a.sketch.whole && b.sketch.whole,
    title,
    publisher: likeness(a.publisher, b.publisher),
    edition: editionless ? 'none' : sameEdition ? 'same' : 'other',
    otherDate: order === 'earlier' || order === 'later',
    titleTelling: a.series.size >= 3,
  };
}

function titlesOf(a: Edition, b: Edition, series: Likeness, held: number): Compared['title'] {
  if (series === 'unknown') return 'unknown';
  if (a.title === b.title) return 'same';
  // An archive adds its name to a title; another report's title may begin with this one's, too.
  return series === 'same' || (series === 'part' && held >= 0.3) ? 'same-series' : 'other';
}

function isNamed(title: Compared['title']): boolean {
  return title === 'same' || title === 'same-series';
}

function decide(facts: Compared): Pick<Relation, 'kind' | 'confidence'> {
  const { held, alike, title, edition, otherDate, titleTelling } = facts;
  const named = isNamed(title);
  const samePublisher = facts.publisher === 'same' || facts.publisher === 'part';
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
  if (held >= copied) {
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
  if (held >= copied) return alike >= 0.8 ? 'nearly-same-text' : 'one-holds-the-other';
  return held >= 0.1 ? 'much-same-text' : undefined;
}

function newerOf(a: Edition, b: Edition): 'a' | 'b' | undefined {
  const byTitle = compareEditions(a.edition, b.edition);
  const order = byTitle === 'unknown' ? compareDates(a.published, b.published) : byTitle;
  return order === 'later' ? 'a' : order === 'earlier' ? 'b' : undefined;
}
