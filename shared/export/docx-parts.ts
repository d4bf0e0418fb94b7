// What every Word document of the program is made of: named styles, languages, page numbers, and a package that names no
// person, no machine and no chance.
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
  type FileChild,
  type IRunOptions,
  type IStylesOptions,
} from 'docx';
import { escapeHtml } from './element.ts';
import { runsRightToLeft, scriptRuns } from './script-runs.ts';
import { plainly } from './visible-text.ts';
import { withoutDates } from './zip-dates.ts';

interface DocxParts {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly generatedAt: number;
  readonly children: readonly FileChild[];
  readonly paragraphStyles: readonly ParagraphStyle[];
  readonly characterStyles?: NonNullable<IStylesOptions['characterStyles']>;
}

/** The same parts give the same bytes. */
export async function packDocx({
  title,
  generatedAt,
  children,
  paragraphStyles,
  characterStyles = [],
}: DocxParts): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    styles: { default: defaults, paragraphStyles: [...paragraphStyles], characterStyles },
    numbering: { config: [] },
    sections: [{ footers: { default: pageNumbers() }, children }],
  });
  const core = { path: 'docProps/core.xml', data: coreProperties(title, generatedAt) };
  return withoutDates(new Uint8Array(await Packer.toArrayBuffer(document, undefined, [core])));
}

export function heading(text: string): Paragraph {
  return new Paragraph({
    heading: HeadingLevel.HEADING_1,
    bidirectional: runsRightToLeft(text),
    children: runs(text),
  });
}

export function paragraph(style: string, text: string): Paragraph {
  return new Paragraph({ style, bidirectional: runsRightToLeft(text), children: runs(text) });
}

const languages = { value: 'en-GB', eastAsia: 'zh-CN', bidirectional: 'ar-SA' };

export function runs(text: string, options: IRunOptions = {}): TextRun[] {
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

const defaults: NonNullable<IStylesOptions['default']> = {
  document: {
    run: { font, size: 22, language: languages },
    paragraph: { spacing: { line: 300 } },
  },
  title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
  heading1: {
    run: { font, size: 26, bold: true, color: '17616B' },
    paragraph: { spacing: { before: 480, after: 160 }, keepNext: true },
  },
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
