// Office Open XML by the docx package, put right where it names people, moments or chance.
import { BorderStyle, ImageRun, Paragraph } from 'docx';
import type { CitationPart } from '../quote/citation.ts';
import { heading, named, packDocx, paragraph, runs } from './docx-parts.ts';
import { translatorsNote } from '../quote/translation.ts';
import { limits } from './limits.ts';
import { leadOf } from './report-elements.ts';
import type { CitedSource, QuoteGroup, QuoteReport, ReportArea, ReportQuote } from './report.ts';
import { runsRightToLeft } from './script-runs.ts';
import { plainly, printable } from './visible-text.ts';
import { captureSentence, provenanceHeading, provenanceOf } from './provenance.ts';
import { remarksAbout } from './remarks.ts';

/**
 * The same report gives the same bytes. Named styles, so that a lawyer's template takes it over. Addresses are printed
 * and not linked: the package has no relationship that leads outside it.
 */
export async function exportDocx(report: QuoteReport): Promise<Uint8Array<ArrayBuffer>> {
  return packDocx({
    title: report.title,
    generatedAt: report.generatedAt,
    paragraphStyles,
    characterStyles,
    children: [
      paragraph('Title', report.title),
      paragraph('QuoteLead', leadOf(report)),
      ...report.groups.flatMap(groupParagraphs),
      heading('Sources'),
      ...report.sources.flatMap(sourceParagraphs),
      ...provenanceParagraphs(report),
      heading('What these pages show and what they do not'),
      ...limits.map((sentence) => paragraph('QuoteLimits', sentence)),
      paragraph('QuoteLimits', `Made by Evidence Locker ${report.appVersion}.`),
    ],
  });
}

function groupParagraphs({ heading: text, quotes }: QuoteGroup): Paragraph[] {
  return [heading(plainly(text)), ...quotes.flatMap(quoteParagraphs)];
}

function quoteParagraphs(quote: ReportQuote): Paragraph[] {
  const paragraphs = [
    paragraph('QuoteNumber', `No ${quote.number}`),
    ...(quote.area === undefined
      ? [passageParagraph(quote)]
      : areaParagraphs(quote.area, quote.note)),
    citationParagraph(quote.citation),
  ];
  if (quote.translation !== undefined) {
    const { text } = quote.translation;
    paragraphs.push(
      ...text.split('\n').map((each) => paragraph('QuoteNote', plainly(each))),
      paragraph('QuoteNote', plainly(translatorsNote(quote.translation))),
    );
  }
  if (quote.note !== '') paragraphs.push(paragraph('QuoteNote', `Note: ${plainly(quote.note)}`));
  if (quote.tags.length > 0) {
    paragraphs.push(paragraph('QuoteTags', `Tags: ${quote.tags.map(plainly).join(' · ')}`));
  }
  for (const remark of remarksAbout(quote)) {
    paragraphs.push(paragraph('QuoteRemark', `This passage ${remark}.`));
  }
  return paragraphs;
}

/** Pixels at 96 to the inch: what stands between the margins of a page. */
const widestPicture = 600;
const highestPicture = 640;

function areaParagraphs({ words, picture }: ReportArea, note: string): Paragraph[] {
  const caption = note.trim() === '' ? [paragraph('QuoteNote', plainly(words))] : [];
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
  return [new Paragraph({ style: 'QuotePassage', keepNext: true, children: [image] }), ...caption];
}

function passageParagraph({ exact, pieces }: ReportQuote): Paragraph {
  if (pieces === undefined) return paragraph('QuotePassage', `“${printable(exact)}”`);
  return new Paragraph({
    style: 'QuotePassage',
    bidirectional: runsRightToLeft(exact),
    children: [
      ...runs('“'),
      ...pieces.flatMap(({ text, isEmphasised }) =>
        runs(printable(text), isEmphasised ? { italics: true } : {}),
      ),
      ...runs('”'),
    ],
  });
}

function provenanceParagraphs(report: QuoteReport): Paragraph[] {
  const entries = provenanceOf(report);
  if (entries.length === 0) return [];
  return [
    heading(provenanceHeading),
    ...entries.flatMap(({ number, verdict, isGood, means, findings, places }) => [
      new Paragraph({
        style: 'QuoteLimits',
        children: [
          ...runs(`No ${number}: `, { bold: true }),
          ...runs(verdict, { bold: true, color: isGood ? '2C6E3F' : '8A5A00' }),
          ...runs(`. ${means}${places === '' ? '' : ` Characters ${places}.`}`),
        ],
      }),
      ...findings.map((finding) => paragraph('QuoteLimits', `– ${plainly(finding)}.`)),
    ]),
  ];
}

function sourceParagraphs(source: CitedSource): Paragraph[] {
  const { number, citation, fileName, sizeBytes, sha256 } = source;
  return [
    citationParagraph([{ kind: 'plain', text: `${number}. ` }, ...citation]),
    paragraph('QuoteTags', `Original: ${plainly(fileName)}, ${sizeBytes} bytes, SHA-256 ${sha256}`),
    paragraph('QuoteTags', plainly(captureSentence(source))),
  ];
}

function citationParagraph(citation: readonly CitationPart[]): Paragraph {
  return new Paragraph({
    style: 'QuoteCitation',
    children: citation.flatMap(({ kind, text }) =>
      runs(plainly(text), kind === 'missing' ? { style: 'QuoteMissing' } : {}),
    ),
  });
}

const paragraphStyles = [
  named('QuoteLead', 'Quote lead', { size: 18, color: '565861' }, { spacing: { after: 240 } }),
  named(
    'QuoteNumber',
    'Quote number',
    { size: 18, bold: true, color: '565861' },
    { spacing: { before: 280 }, keepNext: true },
  ),
  named(
    'QuotePassage',
    'Quote passage',
    {},
    {
      indent: { left: 240 },
      border: { left: { style: BorderStyle.SINGLE, size: 24, space: 10, color: 'D9A400' } },
      spacing: { before: 60, after: 100 },
    },
  ),
  named('QuoteCitation', 'Quote citation', { size: 20 }, { spacing: { after: 60 } }),
  named('QuoteNote', 'Quote note', { size: 20, italics: true }, { spacing: { after: 60 } }),
  named('QuoteTags', 'Quote tags', { size: 18, color: '565861' }, { spacing: { after: 60 } }),
  named('QuoteRemark', 'Quote remark', { size: 18, bold: true, color: '8A5A00' }, {}),
  named('QuoteLimits', 'Quote limits', { size: 18 }, { spacing: { after: 80 } }),
];

const characterStyles = [
  { id: 'QuoteMissing', name: 'Quote missing', run: { bold: true, color: '8A5A00' } },
];
