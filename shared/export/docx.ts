// Office Open XML by the docx package, put right where it names people, moments or chance.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type IRunOptions,
  type IStylesOptions,
} from 'docx';
import type { CitationPart } from '../quote/citation.ts';
import { translatorsNote } from '../quote/translation.ts';
import { escapeHtml } from './element.ts';
import { limits } from './limits.ts';
import { leadOf } from './report-elements.ts';
import type { CitedSource, QuoteGroup, QuoteReport, ReportQuote } from './report.ts';
import { runsRightToLeft, scriptRuns } from './script-runs.ts';
import { plainly, printable } from './visible-text.ts';
import { captureSentence, provenanceHeading, provenanceOf } from './provenance.ts';
import { remarksAbout } from './remarks.ts';
import { withoutDates } from './zip-dates.ts';

/**
 * The same report gives the same bytes. Named styles, so that a lawyer's template takes it over. Addresses are printed
 * and not linked: the package has no relationship that leads outside it.
 */
export async function exportDocx(report: QuoteReport): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    styles,
    numbering: { config: [] },
    sections: [
      {
        footers: { default: pageNumbers() },
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
      },
    ],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(report) };
  return withoutDates(new Uint8Array(await Packer.toArrayBuffer(document, undefined, [core])));
}

function groupParagraphs({ heading: text, quotes }: QuoteGroup): Paragraph[] {
  return [heading(plainly(text)), ...quotes.flatMap(quoteParagraphs)];
}

function quoteParagraphs(quote: ReportQuote): Paragraph[] {
  const paragraphs = [
    paragraph('QuoteNumber', `No ${quote.number}`),
    passageParagraph(quote),
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

function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    bidirectional: runsRightToLeft(text),
    children: runs(text),
  });
}

function paragraph(style: string, text: string): Paragraph {
  return new Paragraph({ style, bidirectional: runsRightToLeft(text), children: runs(text) });
}

const languages = { value: 'en-GB', eastAsia: 'zh-CN', bidirectional: 'ar-SA' };

function runs(text: string, options: IRunOptions = {}): TextRun[] {
  return text.split('\n').flatMap((line, at, lines) =>
    // The blank stays before the break: whoever strings the texts together must not get two words as one.
    scriptRuns(at < lines.length - 1 ? `${line} ` : line).map(
      (run, first) =>
        new TextRun({
          ...options,
          text: run.text,
          ...(at > 0 && first === 0 ? { break: 1 } : {}),
          ...(run.script === 'right-to-left' ? { rightToLeft: true } : {}),
          ...(run.script === 'chinese' ? { font: { hint: 'eastAsia' } } : {}),
          language: languages,
        }),
    ),
  );
}

function pageNumbers(): Footer {
  const number = new TextRun({
    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    size: 18,
  });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
  });
}

const font = {
  ascii: 'Georgia',
  hAnsi: 'Georgia',
  eastAsia: 'Noto Sans SC',
  cs: 'Amiri',
};

const styles: IStylesOptions = {
  default: {
    document: {
      run: { font, size: 22, language: languages },
      paragraph: { spacing: { line: 300 } },
    },
    title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
    heading1: {
      run: { font, size: 26, bold: true, color: '17616B' },
      paragraph: { spacing: { before: 480, after: 160 }, keepNext: true },
    },
  },
  paragraphStyles: [
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
  ],
  characterStyles: [
    { id: 'QuoteMissing', name: 'Quote missing', run: { bold: true, color: '8A5A00' } },
  ],
};

type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

function named(
  id: string,
  name: string,
  run: NonNullable<ParagraphStyle['run']>,
  paragraphOptions: NonNullable<ParagraphStyle['paragraph']>,
): ParagraphStyle {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph: paragraphOptions };
}

/** In place of the package's own, which names “Un-named” as the author and the moment of packing. */
function coreProperties({ title, generatedAt }: QuoteReport): string {
  const moment = `${new Date(generatedAt).toISOString().slice(0, 19)}Z`;
  const date = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeHtml(plainly(title))}</dc:title>${date('created')}${date('modified')}` +
    '</cp:coreProperties>'
  );
}
