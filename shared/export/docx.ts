// Office Open XML by the docx package, put right where it names people, moments or chance.
import { BorderStyle, FootnoteReferenceRun, ImageRun, Paragraph, type FileChild } from 'docx';
import type { CitationPart } from '../quote/citation.ts';
import { heading, named, packDocx, paragraph, runs, table, tableStyles } from './docx-parts.ts';
import { translatorsNote } from '../quote/translation.ts';
import { limits } from './limits.ts';
import { leadOf } from './report-elements.ts';
import type { CitedSource } from './cited-sources.ts';
import type { ReportArea, ReportQuote } from './report-quote.ts';
import type { QuoteGroup, QuoteReport } from './report.ts';
import { runsRightToLeft } from './script-runs.ts';
import { plainly, printable } from './visible-text.ts';
import { captureSentence, provenanceHeading, provenanceOf, sourceRemarks } from './provenance.ts';
import { remarksAbout } from './remarks.ts';
import {
  searchedSentences,
  statementSentence,
  statementsHeading,
  statementsLead,
} from './statements.ts';

/**
 * The same report gives the same bytes. Named styles, so that a lawyer's template takes it over. Addresses are printed
 * and not linked: the package has no relationship that leads outside it.
 */
export async function exportDocx(report: QuoteReport): Promise<Uint8Array<ArrayBuffer>> {
  const notes = new Footnotes();
  const children: FileChild[] = [
    paragraph('Title', report.title),
    paragraph('QuoteLead', leadOf(report)),
    ...report.groups.flatMap((group) => groupParagraphs(group, notes)),
    heading('Sources'),
    table(['No', 'Source', 'Original'], [7, 53, 40], report.sources.map(sourceRow)),
    ...statementParts(report),
    ...provenanceParts(report),
    heading('What these pages show and what they do not'),
    ...limits.map((sentence) => paragraph('QuoteLimits', sentence)),
    paragraph('QuoteLimits', `Made by Evidence Locker ${report.appVersion}.`),
  ];
  return packDocx({
    title: report.title,
    generatedAt: report.generatedAt,
    paragraphStyles,
    characterStyles,
    children,
    footnotes: notes.all,
  });
}

/** What has to be said of a passage and is no part of it: numbered through, in the order of the text. */
class Footnotes {
  readonly all: Record<number, readonly Paragraph[]> = {};
  #last = 0;

  add(text: string): FootnoteReferenceRun {
    this.#last++;
    this.all[this.#last] = [new Paragraph({ bidirectional: false, children: runs(` ${text}`) })];
    return new FootnoteReferenceRun(this.#last);
  }
}

function groupParagraphs({ heading: text, quotes }: QuoteGroup, notes: Footnotes): Paragraph[] {
  return [heading(plainly(text)), ...quotes.flatMap((quote) => quoteParagraphs(quote, notes))];
}

function quoteParagraphs(quote: ReportQuote, notes: Footnotes): Paragraph[] {
  const paragraphs = [
    heading(`No ${quote.number}`, 2),
    ...(quote.area === undefined
      ? [passageParagraph(quote, notes)]
      : areaParagraphs(quote, quote.area)),
    citationParagraph('Citation', quote.citation),
  ];
  if (quote.translation !== undefined) {
    const { text } = quote.translation;
    paragraphs.push(
      ...text.split('\n').map((each) => paragraph('Translation', plainly(each))),
      paragraph('Note', plainly(translatorsNote(quote.translation))),
    );
  }
  if (quote.note !== '') paragraphs.push(paragraph('Note', `Note: ${plainly(quote.note)}`));
  if (quote.tags.length > 0) {
    paragraphs.push(paragraph('QuoteTags', `Tags: ${quote.tags.map(plainly).join(' · ')}`));
  }
  return paragraphs;
}

/** Pixels at 96 to the inch: what stands between the margins of a page. */
const widestPicture = 600;
const highestPicture = 640;

function areaParagraphs(quote: ReportQuote, { words, picture }: ReportArea): Paragraph[] {
  const caption = [
    ...(quote.note.trim() === '' ? [paragraph('Note', plainly(words))] : []),
    ...remarksAbout(quote).map((remark) => paragraph('Note', `This passage ${remark}.`)),
  ];
  if (picture === undefined) return caption;
  const share = Math.min(1, widestPicture / picture.width, highestPicture / picture.height);
  const image = new ImageRun({
    type: 'png',
    data: picture.png,
    transformation: {
      width: Math.max(1, Math.round(picture.width * share)),
      height: Math.max(1, Math.round(picture.height * share)),
    },
    altText: { name: 'Picture', description: plainly(words) },
  });
  return [new Paragraph({ style: 'Quote', keepNext: true, children: [image] }), ...caption];
}

function passageParagraph(quote: ReportQuote, notes: Footnotes): Paragraph {
  const { exact, pieces = [{ text: exact, isEmphasised: false }], source } = quote;
  return new Paragraph({
    style: 'Quote',
    bidirectional: runsRightToLeft(exact),
    children: [
      ...runs('“'),
      ...pieces.flatMap(({ text, isEmphasised }) =>
        runs(printable(text), isEmphasised ? { italics: true } : {}, source.language),
      ),
      ...runs('”'),
      ...remarksAbout(quote).map((remark) => notes.add(`This passage ${remark}.`)),
    ],
  });
}

function statementParts({ statements }: QuoteReport): FileChild[] {
  if (statements.length === 0) return [];
  const rows = statements.map((statement) => [
    [paragraph('TableText', plainly(statementSentence(statement)))],
    [citationParagraph('TableText', statement.citation)],
    searchedSentences(statement).map((sentence) => paragraph('TableText', plainly(sentence))),
  ]);
  return [
    heading(statementsHeading),
    paragraph('QuoteLimits', statementsLead),
    table(['Statement', 'Source', 'Searched'], [30, 40, 30], rows),
  ];
}

function provenanceParts(report: QuoteReport): FileChild[] {
  const entries = provenanceOf(report);
  if (entries.length === 0) return [];
  const rows = entries.map(({ number, verdict, isGood, means, findings, places }) => [
    [paragraph('TableText', String(number))],
    [
      new Paragraph({
        style: 'TableText',
        children: [
          ...runs(verdict, { bold: true, color: isGood ? '2C6E3F' : '8A5A00' }),
          ...runs(`. ${means}`),
        ],
      }),
    ],
    findings.length === 0
      ? [paragraph('TableText', '–')]
      : findings.map((finding) => paragraph('TableText', `${plainly(finding)}.`)),
    [paragraph('TableText', places)],
  ]);
  return [
    heading(provenanceHeading),
    table(['No', 'Verdict', 'Findings', 'Characters'], [7, 35, 40, 18], rows),
  ];
}

function sourceRow(source: CitedSource): readonly (readonly Paragraph[])[] {
  const { number, citation, fileName, sizeBytes, sha256 } = source;
  return [
    [paragraph('TableText', String(number))],
    [
      citationParagraph('TableText', citation),
      ...sourceRemarks(source).map(({ text, isOwnWords }) =>
        isOwnWords
          ? new Paragraph({
              style: 'TableText',
              children: runs(plainly(text), { italics: true }),
            })
          : paragraph('TableText', plainly(text)),
      ),
    ],
    [
      paragraph('TableText', `${plainly(fileName)}, ${sizeBytes} bytes`),
      paragraph('TableText', `SHA-256 ${sha256}`),
      paragraph('TableText', plainly(captureSentence(source))),
    ],
  ];
}

function citationParagraph(style: string, citation: readonly CitationPart[]): Paragraph {
  return new Paragraph({
    style,
    children: citation.flatMap(({ kind, text }) =>
      runs(plainly(text), kind === 'missing' ? { style: 'QuoteMissing' } : {}),
    ),
  });
}

const paragraphStyles = [
  named('QuoteLead', 'Quote lead', { size: 18, color: '565861' }, { spacing: { after: 240 } }),
  named(
    'Quote',
    'Quote',
    {},
    {
      indent: { left: 240 },
      border: { left: { style: BorderStyle.SINGLE, size: 24, space: 10, color: 'D9A400' } },
      spacing: { before: 60, after: 100 },
    },
  ),
  named('Citation', 'Citation', { size: 20 }, { spacing: { after: 60 } }),
  named('Translation', 'Translation', {}, { indent: { left: 240 }, spacing: { after: 60 } }),
  named('Note', 'Note', { size: 20, italics: true }, { spacing: { after: 60 } }),
  named('QuoteTags', 'Quote tags', { size: 18, color: '565861' }, { spacing: { after: 60 } }),
  named('QuoteLimits', 'Quote limits', { size: 18 }, { spacing: { after: 80 } }),
  ...tableStyles(),
];

const characterStyles = [
  { id: 'QuoteMissing', name: 'Quote missing', run: { bold: true, color: '8A5A00' } },
];
