// What every Word document of the program is made of: named styles, languages, page numbers, and a package that names no
// person, no machine and no chance.
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
  type FileChild,
  type IRunOptions,
  type IStylesOptions,
} from 'docx';
import { escapeHtml } from './element.ts';
import { runsRightToLeft, scriptRuns } from './script-runs.ts';
import { wordLanguages } from './text-language.ts';
import { plainly } from './visible-text.ts';
import { withoutDates } from './zip-dates.ts';

interface DocxParts {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly generatedAt: number;
  readonly children: readonly FileChild[];
  readonly paragraphStyles: readonly ParagraphStyle[];
  readonly characterStyles?: NonNullable<IStylesOptions['characterStyles']>;
  /** By the number that a reference has. */
  readonly footnotes?: Readonly<Record<number, readonly Paragraph[]>>;
}

/** The same parts give the same bytes. */
export async function packDocx({
  title,
  generatedAt,
  children,
  paragraphStyles,
  characterStyles = [],
  footnotes = {},
}: DocxParts): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    styles: { default: defaults, paragraphStyles: [...paragraphStyles], characterStyles },
    numbering: { config: [] },
    footnotes: Object.fromEntries(
      Object.entries(footnotes).map(([number, paragraphs]) => [number, { children: paragraphs }]),
    ),
    sections: [{ footers: { default: pageNumbers() }, children }],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(title, generatedAt) };
  return withoutDates(new Uint8Array(await Packer.toArrayBuffer(document, undefined, [core])));
}

export function heading(text: string, level: 1 | 2 = 1): Paragraph {
  return new Paragraph({
    heading: level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
    bidirectional: runsRightToLeft(text),
    children: runs(text),
  });
}

export function paragraph(style: string, text: string): Paragraph {
  return new Paragraph({ style, bidirectional: runsRightToLeft(text), children: runs(text) });
}

/** `language` as the library knows it of the source, where the text is a source's. */
export function runs(text: string, options: IRunOptions = {}, language = ''): TextRun[] {
  const languages = wordLanguages(text, language);
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

/** Its first row is repeated on every page it runs over. `widths` in parts of 100. */
export function table(
  head: readonly string[],
  widths: readonly number[],
  rows: readonly (readonly (readonly Paragraph[])[])[],
): Table {
  const cells = (row: readonly (readonly Paragraph[])[]): TableCell[] =>
    row.map(
      (children, at) =>
        new TableCell({
          children: [...children],
          width: { size: widths[at] ?? 0, type: WidthType.PERCENTAGE },
        }),
    );
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: widths.map((width) => Math.round((width * textWidth) / 100)),
    borders: {
      ...{ top: rule, bottom: rule, left: rule, right: rule },
      ...{ insideHorizontal: rule, insideVertical: rule },
    },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: cells(head.map((text) => [paragraph('TableHead', text)])),
      }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: cells(row) })),
    ],
  });
}

const rule = { style: BorderStyle.SINGLE, size: 4, color: 'BDB7AB' };

/** A4 without its margins, in twentieths of a point. */
const textWidth = 9026;

export const tableStyles = (): readonly ParagraphStyle[] => [
  named('TableHead', 'Table head', { size: 18, bold: true }, { keepNext: true }),
  named('TableText', 'Table text', { size: 18 }, {}),
];

function pageNumbers(): Footer {
  const number = new TextRun({
    children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
    size: 18,
  });
  return new Footer({
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })],
  });
}

// What word processors have: Times New Roman holds the letters of Arabic, Uyghur and Hebrew. Nothing is embedded.
const font = {
  ascii: 'Georgia',
  hAnsi: 'Georgia',
  eastAsia: 'SimSun',
  cs: 'Times New Roman',
};

const defaults: NonNullable<IStylesOptions['default']> = {
  document: {
    run: { font, size: 22, language: wordLanguages('') },
    paragraph: { spacing: { line: 300 } },
  },
  title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
  heading1: {
    run: { font, size: 26, bold: true, color: '17616B' },
    paragraph: { spacing: { before: 480, after: 160 }, keepNext: true },
  },
  heading2: {
    run: { font, size: 20, bold: true, color: '565861' },
    paragraph: { spacing: { before: 280 }, keepNext: true },
  },
  footnoteText: { run: { font, size: 18 }, paragraph: { spacing: { after: 40 } } },
};

export type ParagraphStyle = NonNullable<IStylesOptions['paragraphStyles']>[number];

export function named(
  id: string,
  name: string,
  run: NonNullable<ParagraphStyle['run']>,
  paragraphOptions: NonNullable<ParagraphStyle['paragraph']>,
): ParagraphStyle {
  return { id, name, basedOn: 'Normal', quickFormat: true, run, paragraph: paragraphOptions };
}

/** In place of the package's own, which names “Un-named” as the author and the moment of packing. */
function coreProperties(title: string, generatedAt: number): string {
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
