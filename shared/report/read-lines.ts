// A text or Markdown file → the lines of a report.
import type { ReportLine } from './report.ts';

/** Lines end as in the file: `\n`, `\r\n` or `\r`. Their characters stay as they are, so that a quote is the quote. */
export function readTextLines(text: string): ReportLine[] {
  const lines = text.split(/\r\n|\n|\r/);
  return lines.map((line, i): ReportLine => {
    const underlined = /^={3,}\s*$/.test(lines[i + 1] ?? '') && line.trim() !== '';
    return { number: i + 1, text: line, ...(underlined ? { heading: 1 } : {}) };
  });
}
