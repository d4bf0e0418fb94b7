// Reports of a country that does not exist, for tests of the report check.
import type { LintInput, LintResult } from '../../shared/report/lint.ts';
import { runLints } from '../../shared/report/lints/run-lints.ts';
import { sourceCited } from '../../shared/report/match-source.ts';
import { parseReport } from '../../shared/report/parse-report.ts';
import { readTextLines } from '../../shared/report/read-lines.ts';
import type { Report } from '../../shared/report/report.ts';
import { sourceFacts } from '../../shared/report/source-facts.ts';

/** Paragraphs of a report, parted by blank lines: paragraph n (from 1) stands on line 2n - 1. */
export function parsed(...paragraphs: readonly string[]): Report {
  return parseReport(readTextLines(paragraphs.join('\n\n')), true);
}

/** The same below a heading, so that all is findings: paragraph n stands on line 2n + 1. */
export function findings(...paragraphs: readonly string[]): Report {
  return parsed('## 1. The mills', ...paragraphs);
}

export const sentence =
  'The river mills of the northern province employ workers without contracts.';

export const citation =
  'Delta Watch, “The Mills of Haiyun”(https://delta.example/mills), 12 June 2007, last accessed: 3 June 2025';

export interface HeldFile {
  readonly name: string;
  readonly text: string;
  readonly pages?: number;
  readonly title?: string;
}

interface Surroundings {
  readonly files?: readonly HeldFile[];
  readonly identifiers?: readonly string[];
}

/** The lints' whole input, sources given by their text. */
export function lintInput(
  report: Report,
  { files = [], identifiers = [] }: Surroundings = {},
): LintInput {
  const sources = files.map(({ name, text, pages, title }) => ({
    text,
    facts: sourceFacts(name, text, title === undefined ? {} : { title }, pages),
  }));
  const facts = sources.map((source) => source.facts);
  return { report, sources, cited: (one) => sourceCited(one, facts), identifiers };
}

/** `id line` of every complaint. */
export function complaints(report: Report, surroundings: Surroundings = {}): string[] {
  return runLints(lintInput(report, surroundings)).map(
    ({ id, line }: LintResult) => `${id} ${line}`,
  );
}
