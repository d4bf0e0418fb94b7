// Reads a finished report, whatever its form: cover, timeframe, sources, findings, claims that something is not there, and
// what could not be placed. It never fails: a text that is no report has findings of none and much that is unparsed.
import { sentences } from '../text/sentences.ts';
import { readCover } from './cover.ts';
import { findDates } from './dates.ts';
import { readGap } from './gap-statement.ts';
import type { SectionKind } from './headings.ts';
import { endOfCover, findingWithin, headingAt } from './lost-headings.ts';
import { emphasisOf, lineAt, type Paragraph } from './paragraphs.ts';
import { createFindingReader } from './read-findings.ts';
import type { GapStatement, LineRole, ListedSource, Placed, Report, ReportLine } from './report.ts';
import { openSections } from './open-sections.ts';
import { readListed } from './source-list.ts';
import { openLines } from './working-lines.ts';

/** `wrapped`: the lines are those of a text file; otherwise each is a paragraph. */
export function parseReport(lines: readonly ReportLine[], wrapped: boolean): Report {
  const work = openLines(lines, wrapped);
  const timeframe: Placed[] = [];
  const listed: ListedSource[] = [];
  const listText: string[] = [];
  const gaps: GapStatement[] = [];
  const ownWords = (paragraph: Paragraph, introduces: boolean) => {
    const found = gapsOf(paragraph);
    gaps.push(...found);
    work.mark(
      paragraph,
      introduces ? 'introduction' : found[0] ? 'gap-statement' : roleOf(paragraph),
    );
  };
  const reader = createFindingReader(work, ownWords);
  const sections = openSections();
  const coverEnd = endOfCover(work);
  const cover: Placed[] = [];

  let index = 0;
  /** Up to here stands a finding, whatever the section is called. */
  let findingEnd = 0;
  while (index < work.paragraphs.length) {
    const paragraph = work.paragraphs[index];
    if (paragraph === undefined) break;
    if (index < coverEnd) {
      cover.push({ line: lineAt(paragraph, 0), text: paragraph.text });
      work.mark(paragraph, 'cover');
      index++;
      continue;
    }
    const heading = headingAt(work, index, sections.kind());
    if (heading !== undefined && index >= findingEnd) {
      reader.flush();
      sections.enter(heading);
      if (sections.kind() === 'source-list') listText.push(heading.title);
      work.mark(paragraph, 'heading');
      index++;
      continue;
    }
    const kind = sections.kind();
    if (kind !== 'findings' && kind !== 'source-list')
      findingEnd = Math.max(findingEnd, findingWithin(work, index));
    if (kind === 'findings' || index < findingEnd) {
      index = reader.take(index, sections.path());
      continue;
    }
    reader.flush();
    if (kind === 'source-list') {
      const entry = readListed(paragraph.text, lineAt(paragraph, 0), isEmphasised(paragraph));
      if (entry !== undefined) listed.push(entry);
      listText.push(paragraph.text);
    } else if (kind === 'timeframe' || statesTimeframe.test(paragraph.text)) {
      timeframe.push(...sentencesOf(paragraph).filter(({ text }) => findDates(text).length > 0));
    } else if (kind === 'front-matter') gaps.push(...gapsOf(paragraph));
    work.mark(paragraph, roleIn(kind));
    index++;
  }
  reader.flush();
  for (const note of work.notes.values()) work.mark(note, 'citation');
  return {
    cover: readCover(cover),
    timeframe,
    listed,
    listText: listText.join('\n'),
    findings: reader.findings,
    gaps,
    roles: work.roles(),
    lines,
  };
}

const statesTimeframe =
  /\b(?:earliest|oldest|latest|most recent|newest)\b.{0,80}\b(?:publi|access|source|document)|\b(?:published|accessed|dated|consulted)\b.{0,60}\b(?:between|from)\b.{0,40}\d{4}/is;

function roleIn(kind: SectionKind): LineRole {
  switch (kind) {
    case 'endnotes':
      return 'front-matter';
    case 'findings':
      return 'unparsed';
    case 'cover':
    case 'contents':
    case 'front-matter':
    case 'timeframe':
    case 'source-list':
      return kind;
  }
}

const crossReference =
  /^\W*(?:please |also )?(?:see|cf\.|refer to|for (?:more|further|information|details).{0,80}\bsee)\b/i;
const readerNote =
  /^\W*(?:note|notes|n\.?b\.?|researcher[’']?s?|author[’']?s? note|editor|editorial|comment|remark|disclaimer|caveat|explanation)\b.{0,40}[:.\])]|^\[.*\]$/is;

function roleOf({ text }: Paragraph): LineRole {
  if (crossReference.test(text) || /^\((?:please )?see\b.*\)\.?$/is.test(text))
    return 'cross-reference';
  return readerNote.test(text) ? 'reader-note' : 'unparsed';
}

function sentencesOf(paragraph: Paragraph): Placed[] {
  const { text } = paragraph;
  const flat = text.replace(/\n/g, ' ');
  return sentences(flat, []).map(({ start, end }) => ({
    line: lineAt(paragraph, start),
    text: flat.slice(start, end),
  }));
}

const mostOwnWords = 20_000;

function gapsOf(paragraph: Paragraph): GapStatement[] {
  if (paragraph.text.length > mostOwnWords) return [];
  return sentencesOf(paragraph).flatMap(({ line, text }) => readGap(text, line) ?? []);
}

function isEmphasised(paragraph: Paragraph): boolean {
  const length = emphasisOf(paragraph).reduce((sum, { start, end }) => sum + end - start, 0);
  return length > 0.8 * paragraph.text.length;
}
