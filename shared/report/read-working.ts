// The working text of a PDF → the paragraphs of a report.
import type { WorkingText } from '../text/working-text.ts';
import type { ReportLine } from './report.ts';

const noteLabel = /^(\d{1,4}|[*†‡])[.)]?(?=\s|\p{Lu})/u;

/** One for each paragraph, counted from 1. Page furniture is left empty, but counts; footnotes keep their label. */
export function readWorkingLines({
  text,
  sections,
  ranges,
}: Pick<WorkingText, 'text' | 'sections' | 'ranges'>): ReportLine[] {
  const levels = new Map(
    sections.map(({ start, level }) => [start, Math.min(Math.max(level, 1), 6)]),
  );
  const whole = ranges.filter(({ kind }) => kind !== 'noteref');
  let next = 0;
  return Array.from(text.matchAll(/[^\n]*\S[^\n]*/g), ({ 0: paragraph, index }, i): ReportLine => {
    const start = index + paragraph.length - paragraph.trimStart().length;
    while ((whole[next]?.end ?? Infinity) <= start) next++;
    const range = whole[next];
    const kind = range !== undefined && range.start <= start ? range.kind : undefined;
    const number = i + 1;
    if (kind === 'furniture') return { number, text: '' };
    const label = kind === 'footnote' ? noteLabel.exec(paragraph.trim()) : null;
    if (label !== null)
      return { number, text: paragraph.trim().slice(label[0].length), note: label[1] ?? '' };
    const level = levels.get(index) ?? levels.get(start);
    return { number, text: paragraph, ...(level !== undefined && { heading: level }) };
  });
}
