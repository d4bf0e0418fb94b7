import { compareEditions, seriesOf } from '../../editions/series.ts';
import { wordSet } from '../content-words.ts';
import type { Lint, LintInput, LintResult } from '../lint.ts';
import type { Citation } from '../report.ts';
import type { SourceFacts } from '../source-facts.ts';

const fewestWords = 2;
/** What a title line has beside the series' name: the publisher, an archive, the country's long name. */
const mostExtraWords = 8;

/** The source cited is an older edition of a series of which a newer one is held. */
export const newerEditionHeld: Lint = (input) =>
  input.report.findings.flatMap(({ citations }) =>
    citations.flatMap((citation): LintResult[] => {
      const newer = newestEdition(citation, input);
      if (newer === undefined) return [];
      const message = `A newer edition is held: ${newer.name} (${newer.edition}).`;
      return [{ id: 'newer-edition-held', line: citation.line, message }];
    }),
  );

interface Edition {
  readonly name: string;
  readonly edition: string;
}

function newestEdition(citation: Citation, input: LintInput): Edition | undefined {
  const series = readSeries(citation, input);
  if (series === undefined) return undefined;
  const newer = input.sources.flatMap(({ facts }): Edition[] => {
    const edition = editionHeld(facts, series);
    const isNewer = edition !== undefined && compareEditions(series.edition, edition) === 'earlier';
    return isNewer ? [{ name: facts.name, edition }] : [];
  });
  return newer.sort((a, b) => (compareEditions(a.edition, b.edition) === 'later' ? -1 : 1))[0];
}

interface Series {
  /** Words of its name, without the publisher's where enough are left. */
  readonly words: readonly string[];
  readonly makers: ReadonlySet<string>;
  readonly edition: string;
  /** The title itself says which edition it is. */
  readonly isTitled: boolean;
}

function readSeries(citation: Citation, { sources, cited }: LintInput): Series | undefined {
  const { series, edition } = seriesOf(citation.title?.text ?? '');
  const makers = wordSet(citation.publisher);
  const all = [...wordSet(series)];
  const own = all.filter((word) => !makers.has(word));
  const words = own.length >= fewestWords ? own : all;
  if (words.length < fewestWords) return undefined;
  const index = cited(citation);
  const held = index === undefined ? undefined : sources[index]?.facts.years[0];
  const known = edition === '' ? (held ?? citation.published?.value.slice(0, 4) ?? '') : edition;
  return { words, makers, edition: known, isTitled: edition !== '' };
}

/** Which edition of the series a source is, by the first line at its head that has all words of the series' name. */
function editionHeld(
  { head, details }: SourceFacts,
  { words, makers, isTitled }: Series,
): string | undefined {
  for (const line of head) {
    const { series, edition } = seriesOf(line);
    const own = wordSet(series);
    if (!words.every((word) => own.has(word))) continue;
    const extra = [...own].filter((word) => !words.includes(word) && !makers.has(word));
    if (extra.length > mostExtraWords) continue;
    // A day of publication alone makes no edition: the other side must have one in its name.
    return edition === '' && isTitled ? details.published?.value.slice(0, 4) : edition;
  }
  return undefined;
}
