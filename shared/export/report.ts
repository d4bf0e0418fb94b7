// What every export format is made from: the quotes in order, their groups, the sources they stand in.
import { firstColourWords, type ColourWords } from '../evidence/colour-words.ts';
import type { MarkId } from '../evidence/ids.ts';
import type { Organisation } from '../evidence/organisation.ts';
import { isComposed, quotableId, type Quotable } from '../quote/quotable.ts';
import { citeSources, type CitedSource } from './cited-sources.ts';
import { groupQuoted, type GroupBy } from './group-quoted.ts';
import { areaOf, reportQuote, type ReportPicture, type ReportQuote } from './report-quote.ts';
import type { ReportStatement } from './statements.ts';

export interface ReportOptions {
  readonly groupBy: GroupBy;
  readonly title: string;
  /** Milliseconds since 1970; the only moment that appears in the files. */
  readonly generatedAt: number;
  readonly appVersion: string;
  /** Ten words that stand for the locker's journal when the report was made; absent where nothing can be written to it. */
  readonly sealPhrase?: string;
}

export interface QuoteGroup {
  readonly heading: string;
  readonly quotes: readonly ReportQuote[];
}

export interface QuoteReport extends ReportOptions {
  /** By tag, a quote with several tags stands in each of their groups, under its one number. */
  readonly groups: readonly QuoteGroup[];
  /** Each quote once, by number. */
  readonly quotes: readonly ReportQuote[];
  readonly sources: readonly CitedSource[];
  readonly statements: readonly ReportStatement[];
}

/** What the locker knows beside the quotes. */
export interface ReportSurroundings {
  readonly colourWords: ColourWords;
  readonly organisations: readonly Organisation[];
}

const bare: ReportSurroundings = { colourWords: firstColourWords, organisations: [] };

/** `quoted` in document order, sources by title (`inSourceOrder`). */
export function buildReport(
  quoted: readonly Quotable[],
  options: ReportOptions,
  pictures: ReadonlyMap<MarkId, ReportPicture> = new Map(),
  statements: readonly ReportStatement[] = [],
  { colourWords, organisations }: ReportSurroundings = bare,
): QuoteReport {
  const sources = citeSources(quoted, organisations);
  const groups = groupQuoted(quoted, options.groupBy);
  const numbered = new Map<string, ReportQuote>();
  for (const one of groups.flatMap((group) => group.quoted)) {
    const source = sources.get(one.source.id);
    if (source === undefined || numbered.has(quotableId(one))) continue;
    numbered.set(quotableId(one), {
      ...reportQuote(one, numbered.size + 1, source),
      ...(isComposed(one) ? {} : { colourName: colourWords[one.mark.colour] }),
      ...areaOf(one, pictures),
    });
  }
  return {
    ...options,
    groups: groups.map(({ heading, quoted: members }) => ({
      heading,
      quotes: members.flatMap((one) => numbered.get(quotableId(one)) ?? []),
    })),
    quotes: [...numbered.values()],
    sources: [...sources.values()],
    statements,
  };
}
