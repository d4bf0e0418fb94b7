import { contentWords, wordSet } from '../content-words.ts';
import type { HeldText, Lint, LintInput, LintResult } from '../lint.ts';
import { sourcesNamed } from '../match-source.ts';
import type { GapStatement } from '../report.ts';
import type { SourceFacts } from '../source-facts.ts';

/** "The report does not mention X", and X stands in its text. */
export const negativeClaimContradicted: Lint = (input) => {
  const indexes = new Map<HeldText, TermIndex>();
  const facts = withCitedNames(input);
  return input.report.gaps.flatMap((gap): LintResult[] => {
    if (gap.topic === '') return [];
    const named = sourcesNamed(gap.where, facts, citedBefore(gap, input));
    // Where all sources are meant, only the very words contradict.
    const loose =
      named.length < input.sources.length || input.sources.length === 1 ? looseReach : 0;
    for (const index of named) {
      const source = input.sources[index];
      if (source === undefined) continue;
      const terms = indexes.get(source) ?? indexTerms(source.text);
      indexes.set(source, terms);
      const found = alternatives(gap.topic).find((words) => stands(terms, words, loose));
      if (found === undefined) continue;
      const message = `“${gap.topic}” is said not to be there, but stands in ${source.facts.name}.`;
      return [{ id: 'negative-claim-contradicted', line: gap.line, message }];
    }
    return [];
  });
};

/** A source may not say who published it, but those who cite it do. */
function withCitedNames({ report, sources, cited }: LintInput): SourceFacts[] {
  const names = sources.map(({ facts }) => new Set(facts.headWords));
  for (const citation of report.findings.flatMap(({ citations }) => citations)) {
    const index = cited(citation);
    const own = index === undefined ? undefined : names[index];
    if (own === undefined) continue;
    for (const word of wordSet(`${citation.publisher} ${citation.title?.text ?? ''}`))
      own.add(word);
  }
  return sources.map(({ facts }, i) => ({ ...facts, headWords: names[i] ?? facts.headWords }));
}

/** Words that may stand between those of the topic. */
const looseReach = 3;

function citedBefore({ line }: GapStatement, { report, cited }: LintInput): number | undefined {
  const before = report.findings
    .flatMap(({ citations }) => citations)
    .findLast((citation) => citation.line < line && !citation.repeats);
  return before && cited(before);
}

/** "A or B": each of them, where both are names of the same length; else the whole. */
function alternatives(topic: string): string[][] {
  const quoted = Array.from(topic.matchAll(/[“"‘]([^”"’]{2,80})[”"’]/g), ([, inner = '']) => inner);
  const parts = (
    quoted.length > 0 ? quoted : topic.split(/,\s*(?:or|nor|and)?\s*|\s+(?:or|nor)\s+/)
  ).map((part) => contentWords(part).map(({ fold }) => fold));
  const even = parts.length > 1 && parts.every(({ length }) => length === parts[0]?.length);
  const chosen = quoted.length > 0 || even ? parts : [contentWords(topic).map(({ fold }) => fold)];
  return chosen.filter((words) => words.length > 1 || (words[0]?.length ?? 0) >= 3);
}

interface TermIndex {
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function indexTerms(text: string): TermIndex {
  const places = new Map<string, number[]>();
  contentWords(text).forEach(({ fold }, i) => {
    const list = places.get(fold);
    if (list) list.push(i);
    else places.set(fold, [i]);
  });
  return { places };
}

/** All the words close together, in any order; with no reach, one right after the other. */
function stands({ places }: TermIndex, words: readonly string[], reach: number): boolean {
  const lists = words.map((word) => places.get(word) ?? []);
  const [first, ...others] = lists;
  if (first === undefined || lists.some(({ length }) => length === 0)) return false;
  if (reach === 0)
    return first.some((at) => others.every((list, i) => contains(list, at + i + 1, at + i + 1)));
  const span = words.length - 1 + reach;
  return first.some((at) => others.every((list) => contains(list, at - span, at + span)));
}

/** Whether an ascending list has a value from `low` to `high`. */
function contains(list: readonly number[], low: number, high: number): boolean {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((list[middle] ?? Infinity) < low) from = middle + 1;
    else to = middle;
  }
  return (list[from] ?? Infinity) <= high;
}
