// The paragraphs of a DOCX → the lines of a report, counted from 1, empty ones included; the notes come after the body.
import type { DocxParagraph } from '../docx/read-docx.ts';
import type { ReportLine } from './report.ts';

const mostLevels = 6;

export function readDocxLines(paragraphs: readonly DocxParagraph[]): ReportLine[] {
  return paragraphs.map(({ text, heading, isQuotation, isItem, emphasis, note }, i): ReportLine => {
    const style = isQuotation ? 'quotation' : isItem ? 'list' : undefined;
    return {
      number: i + 1,
      text: note === undefined ? text : text.trim(),
      ...(heading !== undefined && { heading: Math.min(heading, mostLevels) }),
      ...(emphasis.length > 0 && note === undefined && { emphasis }),
      ...(style !== undefined && { style }),
      ...(note !== undefined && { note }),
    };
  });
}
