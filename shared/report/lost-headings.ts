// Where sections begin in reports whose headings are lost or say little: told by what follows.
import { isCitation } from './citation-signs.ts';
import {
  isSourceGroup,
  readHeading,
  sectionKind,
  type Heading,
  type SectionKind,
} from './headings.ts';
import { quoteBegins } from './inline-quotes.ts';
import type { WorkingLines } from './working-lines.ts';

const longestCoverLine = 300;
const mostCoverLines = 40;
const shortLine = 150;

/** The first paragraph that belongs to a section: the title, dates and names before it are the cover. */
export function endOfCover(work: WorkingLines): number {
  const { paragraphs } = work;
  const limit = Math.min(mostCoverLines, paragraphs.length);
  for (let i = 0; i < limit; i++) {
    const paragraph = paragraphs[i];
    if (paragraph === undefined) return i;
    const { text } = paragraph;
    if (readHeading(paragraph) !== undefined) {
      if (sectionBegins(work, i)) return i;
    } else if (text.length > longestCoverLine || isCitation(text, false) || introducesAt(work, i)) {
      return i;
    }
  }
  return limit;
}

function sectionBegins(work: WorkingLines, index: number): boolean {
  const { paragraphs } = work;
  const title = titleAt(work, index);
  if (title === undefined) return false;
  if (sectionKind(title) !== 'findings' || /^\d/.test(title)) return true;
  for (let i = index + 1; i < paragraphs.length; i++) {
    const paragraph = paragraphs[i];
    if (paragraph === undefined) return false;
    if (titleAt(work, i) !== undefined) continue;
    // The report's own title may have an abstract under it, but not a finding.
    return introducesAt(work, i) || (index > 0 && paragraph.text.length > shortLine);
  }
  return false;
}

function titleAt({ paragraphs }: WorkingLines, index: number): string | undefined {
  const paragraph = paragraphs[index];
  return paragraph && readHeading(paragraph)?.title;
}

/** A quote stands here, or an introduction with its quote behind it. */
function introducesAt(work: WorkingLines, index: number): boolean {
  if (quoteBegins(work, index)) return true;
  const text = work.paragraphs[index]?.text ?? '';
  return (
    /[:：][*_]*\s*$/.test(text) && (quoteBegins(work, index + 1) || /\s\S+\s\S+\s\S+/.test(text))
  );
}

const cited = /https?:|www\.|accessed/i;

/** The index after a finding that begins here and ends with a full citation; 0 when there is none. */
export function findingWithin(work: WorkingLines, index: number): number {
  if (!introducesAt(work, index)) return 0;
  const first = quoteBegins(work, index) ? index : index + 1;
  const stop = work.nextStop(first + 1);
  for (let i = first; i <= Math.min(stop + 3, first + 20); i++) {
    const text = work.paragraphs[i]?.text ?? '';
    if (i >= stop && isCitation(text, true) && cited.test(text)) return i + 1;
    if (i === first && cited.test(text.slice(-600)) && !cited.test(text.slice(0, 40))) return i + 1;
  }
  return 0;
}

/**
 * The heading a paragraph is in a section of this kind. In a list of sources, names in bold or below the list's own
 * heading are entries.
 */
export function headingAt(
  work: WorkingLines,
  index: number,
  kind: SectionKind,
): Heading | undefined {
  const paragraph = work.paragraphs[index];
  const heading = paragraph && readHeading(paragraph);
  if (heading === undefined) return kind === 'findings' ? undefined : titleWithin(work, index);
  if (kind !== 'source-list' || heading.sure || startsSection(heading.title)) return heading;
  const next = work.paragraphs[index + 1];
  const nextTitle = next && readHeading(next)?.title;
  const leads = nextTitle !== undefined && startsSection(nextTitle) && !isSourceGroup(nextTitle);
  return leads || findingWithin(work, index + 1) > 0 ? heading : undefined;
}

function startsSection(title: string): boolean {
  return (
    sectionKind(title) !== 'findings' || isSourceGroup(title) || /^\(?(?:\d|[a-z][.)])/i.test(title)
  );
}

/** A short line without any mark, with a finding right behind it: a heading whose mark was lost. */
function titleWithin(work: WorkingLines, index: number): Heading | undefined {
  const paragraph = work.paragraphs[index];
  if (paragraph === undefined || !paragraph.gap || paragraph.item) return undefined;
  const { text } = paragraph;
  if (text.length > 100 || /[.:;,]$/.test(text) || !/^\p{Lu}/u.test(text)) return undefined;
  const next = work.paragraphs[index + 1]?.text ?? '';
  const follows = /[:：]\s*$/.test(next) && findingWithin(work, index + 1) > 0;
  return follows ? { title: text, rank: 75, sure: false } : undefined;
}
