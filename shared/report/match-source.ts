// Which source of the folder a citation, or a name in the text, means. Rather none than a wrong one.
import { wordSet, yearsIn } from './content-words.ts';
import type { Citation } from './report.ts';
import type { SourceFacts } from './source-facts.ts';

/** Index of the source cited; undefined where none or more than one fits. */
export function sourceCited(
  citation: Citation,
  sources: readonly SourceFacts[],
): number | undefined {
  return onlyBest(sources.map((facts) => fit(citation, facts)));
}

const leastFit = 3;

/** The highest of the scores when it is high enough and the only one. */
function onlyBest(scores: readonly number[]): number | undefined {
  const best = Math.max(...scores, 0);
  const second = scores.filter((score) => score > best - 0.3).length;
  return best >= leastFit && second === 1 ? scores.indexOf(best) : undefined;
}

function fit({ title, publisher, url, published }: Citation, facts: SourceFacts): number {
  const address = bareUrl(url?.text ?? '');
  const held = bareUrl(facts.details.url ?? '');
  const sameUrl = address !== '' && address.includes('/') && address === held;
  const years = yearsIn(title?.text ?? '');
  if (
    !sameUrl &&
    years.length > 0 &&
    facts.years.length > 0 &&
    !years.some((year) => facts.years.includes(year))
  )
    return 0;
  const words = [...wordSet(title?.text ?? '')];
  const known = words.filter((word) => facts.headWords.has(word)).length;
  const share = words.length === 0 ? 0 : known / words.length;
  const titleFit =
    words.length >= 2 && share >= 0.75 ? 3 * share + Math.min(words.length, 6) / 12 : 0;
  const makers = [...wordSet(publisher)];
  const maker = makers.length > 0 && makers.every((word) => facts.headWords.has(word)) ? 0.6 : 0;
  const year = published?.value.slice(0, 4) ?? '';
  const dated = year !== '' && facts.years.includes(year) ? 0.6 : 0;
  return (sameUrl ? 4 : 0) + titleFit + maker + dated;
}

function bareUrl(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[#?].*$/, '')
    .replace(/\/+$/, '');
}

const anySource =
  /^(?:\W*(?:in|among|amongst|within|from|by|through)?\s*)(?:(?:the|any of the|all|any)\s+)?(?:of the )?(?:sources?|reports?|documents?|material|publicly|public|internet|online|time)\b/i;
const generic = wordSet(
  'report reports source sources document documents edition article page website text said same either neither both nor year annual latest newer older earlier previous recent',
);

/**
 * Indices of the sources that words such as "the 2007 report", "Delta Watch's article", "neither the 2024 nor the 2025
 * edition" name; `last` is the source cited last, for "it" and "the report". Empty where nobody can tell.
 */
export function sourcesNamed(
  where: string,
  sources: readonly SourceFacts[],
  last: number | undefined,
): readonly number[] {
  const years = yearsIn(where);
  if (years.length === 0 && (where.trim() === '' || anySource.test(where))) {
    return /\breport\b|\barticle\b|\bdocument\b/i.test(where) && last !== undefined
      ? [last]
      : sources.map((_, i) => i);
  }
  const all = [...wordSet(where)].filter((word) => !/^\d{4}$/.test(word));
  const names = all.filter((word) => !generic.has(word));
  const named = sources.flatMap(({ headWords }, i) =>
    names.length > 0 && names.every((word) => headWords.has(word)) ? [i] : [],
  );
  if (years.length === 0) return names.length > 0 ? named : last === undefined ? [] : [last];
  return years.flatMap((year) => {
    const ofYear = sources.flatMap((facts, i) => (facts.years.includes(year) ? [i] : []));
    const fits = (i: number) => 2 * countKnown(names, sources[i]) >= names.length;
    return bestNamed(all, ofYear.filter(fits), sources);
  });
}

function countKnown(words: readonly string[], source: SourceFacts | undefined): number {
  return words.filter((word) => source?.headWords.has(word)).length;
}

/** Of several sources of a year the one whose head has most of the words; none where two have as many. */
function bestNamed(
  words: readonly string[],
  indices: readonly number[],
  sources: readonly SourceFacts[],
): readonly number[] {
  const known = indices.map((i) => countKnown(words, sources[i]));
  const most = Math.max(...known, 0);
  const best = indices.filter((_, i) => known[i] === most);
  return best.length === 1 ? best : [];
}
