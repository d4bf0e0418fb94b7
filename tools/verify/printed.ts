// The check of a report for a terminal: quotes worst first, then complaints by line, then what could not be placed.
import type { CheckedQuote, CheckedReport } from '../../shared/report/check-report.ts';
import type { Report } from '../../shared/report/report.ts';
import { rankOf } from '../../shared/verify/verdict.ts';

interface Surroundings {
  readonly names: readonly string[];
  readonly withoutText: readonly { readonly name: string; readonly why: string }[];
  readonly timingsMs: Readonly<Record<string, number>>;
  readonly unit: 'line' | 'paragraph';
}

const mostUnparsed = 40;

export function printed(
  report: Report,
  { quotes, lints }: CheckedReport,
  { names, withoutText, timingsMs, unit }: Surroundings,
): string {
  const worst = quotes.toSorted(
    (a, b) => rankOf(b.result.verdict.verdict) - rankOf(a.result.verdict.verdict),
  );
  const unparsed = report.lines.filter((_, i) => report.roles[i] === 'unparsed');
  const width = String(report.lines.length).length;
  const at = (line: number) => String(line).padStart(width);
  const lines = [
    `${plural(quotes.length, 'quote')} against ${plural(names.length, 'source')}, by ${unit}:`,
    ...worst.map((checked) => `${at(checked.quote.line)}  ${quoteLine(checked, names)}`),
    ...withoutText.map(({ name, why }) => `${shown(name)}: cannot be verified: ${why}`),
    '',
    `${plural(lints.length, 'complaint')}:`,
    ...lints.map(({ id, line, message }) => `${at(line)}  ${id.padEnd(27)}  ${shown(message)}`),
    '',
    `${plural(unparsed.length, unit)} not placed${unparsed.length === 0 ? '.' : ':'}`,
    ...unparsed
      .slice(0, mostUnparsed)
      .map(({ number, text }) => `${at(number)}  ${short(text, 90)}`),
    ...(unparsed.length > mostUnparsed ? [`… and ${unparsed.length - mostUnparsed} more`] : []),
    '',
    `${timingsMs['total'] ?? 0} ms`,
  ];
  return lines.join('\n');
}

function quoteLine({ quote, result }: CheckedQuote, names: readonly string[]): string {
  const { best, verdict, others } = result;
  const notes = new Set(
    verdict.segments.flatMap(({ differences, flags }) => [
      ...differences.map((difference) => difference.class),
      ...flags.map(({ flag }) => flag),
    ]),
  );
  const parts = [
    verdict.verdict.padEnd(12),
    `“${short(quote.text.replace(/^[“"«„]/, ''), 44)}”`,
    best === undefined ? '' : shown(names[best] ?? ''),
    [...notes].join(', '),
    others.length === 0 ? '' : `also in ${others.length}`,
  ];
  return parts.filter((part) => part !== '').join('  ');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function short(text: string, length: number): string {
  const line = shown(text.replace(/\s+/g, ' ').trim());
  return line.length <= length ? line : `${line.slice(0, length - 1)}…`;
}

/** A file may hold anything: what would steer a terminal is left out. */
function shown(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{P}\p{S}\p{M} ]/gu, '');
}
