import { wordSet, yearsIn } from '../content-words.ts';
import type { Lint, LintInput, LintResult } from '../lint.ts';
import type { Citation } from '../report.ts';

const fewestWords = 2;
/** What a title line has beside the series' name: the publisher, "Refworld", the country's long name. */
const mostExtraWords = 8;

/** The source cited is an older edition of a series of which a newer one is held. */
export const newerEditionHeld: Lint = (input) =>
  input.report.findings.flatMap(({ citations }) =>
    citations.flatMap((citation): LintResult[] => {
      const newer = newerEdition(citation, input);
      if (newer === undefined) return [];
      const message = `A newer edition is held: ${newer.name} (${newer.year}).`;
      return [{ id: 'newer-edition-held', line: citation.line, message }];
    }),
  );

function newerEdition(
  citation: Citation,
  { sources, cited }: LintInput,
): { name: string; year: string } | undefined {
  const title = citation.title?.text ?? '';
  const own = cited(citation);
  const titled = yearsIn(title);
  const held = own === undefined ? [] : (sources[own]?.facts.years ?? []);
  const year = titled[0] ?? held[0] ?? citation.published?.value.slice(0, 4) ?? '';
  if (year === '') return undefined;
  const makers = wordSet(citation.publisher);
  const series = [...wordSet(title)].filter((word) => !/^(?:19|20)\d{2}$/.test(word));
  const name = series.filter((word) => !makers.has(word));
  const key = name.length >= fewestWords ? name : series;
  if (key.length < fewestWords) return undefined;
  const found = sources.flatMap(({ facts }, i) => {
    const later = i === own ? undefined : laterYear(facts, key, makers, year, titled.length > 0);
    return later === undefined ? [] : [{ name: facts.name, year: later }];
  });
  return found.sort((a, b) => (a.year < b.year ? 1 : -1))[0];
}

/** The edition's year of a source whose title line has all words of the series, when it is later. */
function laterYear(
  { head, details }: LintInput['sources'][number]['facts'],
  key: readonly string[],
  makers: ReadonlySet<string>,
  year: string,
  titled: boolean,
): string | undefined {
  for (const line of head) {
    const words = wordSet(line);
    if (!key.every((word) => words.has(word))) continue;
    const extra = [...words].filter((word) => !key.includes(word) && !makers.has(word));
    if (extra.length > mostExtraWords) continue;
    const inTitle = yearsIn(line)[0];
    const issued = details.published?.value.slice(0, 4);
    // A year of publication alone makes no edition: the other side must have one in its name.
    const own = inTitle ?? (titled ? issued : undefined);
    return own !== undefined && own > year ? own : undefined;
  }
  return undefined;
}
