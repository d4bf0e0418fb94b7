// What a document says of itself: proposals for its details, for a person to confirm. Nothing is inferred beyond what is
// written: a host's "last updated" is not a publication date, a file's creation date is neither.
import type { SourceDetails } from '../evidence/source.ts';
import { readDate } from './dates.ts';
import type { WorkingText } from './working-text.ts';

/** A PDF's document information, as far as it is proposed. */
export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
}

const linesLooked = 60;
const longestTitle = 220;
const fileNameLike =
  /^(?:untitled|untitled document|document\d*|microsoft (?:word|powerpoint|excel)\b.*|.*\.(?:docx?|pdf|indd|qxd|pages|rtf|txt|odt|tex|dvi))$/i;
const notATitle =
  /^(?:last updated|publisher|author|publication date|published|date|url|source)\b/i;

export function proposeDetails(
  work: Pick<WorkingText, 'text' | 'sections' | 'ranges'>,
  info?: DocumentInfo,
): Partial<SourceDetails> {
  const lines = openingLines(work);
  const field = (...names: string[]) => fieldOf(lines, names);
  const published = readDate(
    field('Publication Date', 'Date of publication', 'Published on', 'Published', 'Date'),
  );
  const cited = lines.map((line) => /\[accessed (\d[^\]]+)\]/i.exec(line)?.[1]).find(Boolean);
  const accessed = cited === undefined ? undefined : readDate(cited);
  const proposals: Partial<SourceDetails> = {
    title: titleOf(work, lines, info),
    publisher: field('Publisher'),
    author: field('Author', 'Authors') || personName(info?.author ?? ''),
    url: urlOf(lines),
    accessed: accessed?.precision === 'day' ? accessed.value : '',
  };
  const said = Object.fromEntries(Object.entries(proposals).filter(([, value]) => value !== ''));
  return published ? { ...said, published } : said;
}

/** The first lines that are not boilerplate or page furniture. */
function openingLines({ text, ranges }: Pick<WorkingText, 'text' | 'ranges'>): string[] {
  const lines: string[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    if (lines.length >= linesLooked) break;
    const end = index + line.length;
    const marked = ranges.some((range) => range.start <= index && range.end >= end);
    if (!marked && line.trim() !== '') lines.push(line.trim());
  }
  return lines;
}

/** The value of a line such as "Publisher X" or "Publisher: X"; a sentence that begins so is none. */
function fieldOf(lines: readonly string[], names: readonly string[]): string {
  for (const name of names) {
    const pattern = new RegExp(`^${name}(?:\\s*:\\s*|\\s+(?=[\\p{Lu}\\d]))(.{2,160})$`, 'u');
    for (const line of lines) {
      const value = pattern.exec(line)?.[1]?.trim();
      if (value !== undefined && !/[.!?]$/.test(value.replace(/\b(?:Inc|Ltd|Co)\.$/, '')))
        return value;
    }
  }
  return '';
}

function titleOf(
  { sections, text }: Pick<WorkingText, 'sections' | 'text'>,
  lines: readonly string[],
  info: DocumentInfo | undefined,
): string {
  const stated = info?.title.replace(/\s+/g, ' ').trim() ?? '';
  if (stated.length > 3 && stated.length <= longestTitle && !fileNameLike.test(stated))
    return stated;
  const heading = sections.find(({ start }) => start < 2000 + text.length * 0.02);
  if (heading) return heading.title;
  const first = lines.find((line) => !notATitle.test(line)) ?? '';
  return first.length <= longestTitle && !/[.!?]$/.test(first) ? first : '';
}

/** A document's stated author is often a login or a program: only what looks like a name is proposed. */
function personName(author: string): string {
  const name = author.trim();
  return /^\p{Lu}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){1,6}$/u.test(name) ? name : '';
}

function urlOf(lines: readonly string[]): string {
  for (const line of lines) {
    const found = /^(?:URL|Source|Link|Available at)\s*:?\s*(https?:\/\/\S+)$/i.exec(line)?.[1];
    if (found !== undefined && URL.canParse(found)) return found;
    const cited = /\bavailable at:\s*(https?:\/\/\S+)/i.exec(line)?.[1]?.replace(/[\].,;]+$/, '');
    if (cited !== undefined && URL.canParse(cited)) return cited;
  }
  return '';
}
