// Where a document says what it is: its first lines, and its last.
import type { WorkingText } from '../text/working-text.ts';

/** What of a working text is read. */
export type DescribedText = Pick<WorkingText, 'text' | 'sections' | 'ranges'>;

export interface DocumentLines {
  /** First lines that are neither boilerplate nor page furniture, Markdown's emphasis taken off. */
  readonly opening: readonly string[];
  /** Last lines, the first of them first; a saved page's foot (names, rights) among them. */
  readonly closing: readonly string[];
}

const linesLooked = 60;
const lastLinesLooked = 25;
const mostCharacters = 60_000;

export function documentLines({ text, ranges }: DescribedText): DocumentLines {
  const opening: string[] = [];
  let next = 0;
  for (const { 0: line, index } of text.slice(0, mostCharacters).matchAll(/[^\n]+/g)) {
    if (opening.length >= linesLooked) break;
    const end = index + line.length;
    while ((ranges[next]?.end ?? Infinity) <= index) next++;
    const range = ranges[next];
    const marked = range !== undefined && range.start <= index && range.end >= end;
    const bare = withoutMarkup(line);
    if (!marked && bare !== '') opening.push(bare);
  }
  const closing = text
    .slice(-mostCharacters / 4)
    .split('\n')
    .map(withoutMarkup)
    .filter((line) => line !== '')
    .slice(-lastLinesLooked);
  return { opening, closing };
}

/** Signs of headings, quotations, items and emphasis; links read as their text unless the text is an address. */
function withoutMarkup(line: string): string {
  return line
    .slice(0, 2000)
    .replace(/^\s*(?:#{1,6}\s+|>\s+|[-*•]\s+)/, '')
    .replace(/\[([^[\]]{0,300})\]\((https?:\/\/[^)\s]{1,1000})\)/g, '$1 $2')
    .replace(/\[([^[\]]{0,300})\]\([^)\s]{0,1000}\)/g, '$1')
    .replace(/\*{1,3}|(?<![\p{L}\p{N}/_])_{1,2}(?=\S)|(?<=\S)_{1,2}(?![\p{L}\p{N}/_])/gu, '')
    .trim();
}
