// Documents as large as anyone brings, made up: what the reader must open and scroll.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { prose } from '../../test/support/made-up-prose.ts';
import { runningLines, writePdf } from '../../test/support/write-pdf.ts';

const pdfPages = 1_000;
const linesOnPage = 38;
const wordsOnLine = 12;
const words = 500_000;
const wordsInParagraph = 90;
const paragraphsInSection = 12;

export interface LargeDocument {
  readonly name: string;
  readonly path: string;
  /** It is measured with many marks as well. */
  readonly isMarked: boolean;
}

/** A PDF of 1,000 pages, a text and a web page of 500,000 words each, written below `folder`. */
export function writeLargeDocuments(folder: string): readonly LargeDocument[] {
  mkdirSync(folder, { recursive: true });
  return [
    write(folder, '1,000-page PDF', 'large-pages.pdf', largePdf(), true),
    write(folder, '500,000-word text', 'large-text.txt', largeText(), true),
    write(folder, '500,000-word web page', 'large-page.html', largePage(), false),
  ];
}

function write(
  folder: string,
  name: string,
  file: string,
  content: string | Uint8Array,
  isMarked: boolean,
): LargeDocument {
  const target = path.join(folder, file);
  writeFileSync(target, content);
  return { name, path: target, isMarked };
}

function largePdf(): Uint8Array {
  return writePdf(
    Array.from({ length: pdfPages }, (_, page) =>
      runningLines(
        Array.from({ length: linesOnPage }, (_, line) =>
          prose(page * linesOnPage + line, wordsOnLine),
        ),
      ),
    ),
  );
}

function largeText(): string {
  return paragraphs().join('\n\n');
}

function largePage(): string {
  const body = paragraphs().map((text, i) => {
    const [first = '', ...rest] = text.split('. ');
    const heading = i % paragraphsInSection === 0 ? `<h2>Part ${i / paragraphsInSection}</h2>` : '';
    const set = `<b>${first}</b>. <a href="https://haiyun.example/${i}">${rest[0] ?? ''}</a>. <i>${rest[1] ?? ''}</i>. `;
    const item = `${set}${rest.slice(2).join('. ')}`;
    return `${heading}${i % 5 === 0 ? `<ul><li>${item}</li></ul>` : `<p>${item}</p>`}`;
  });
  return `<!doctype html><html lang="en"><title>Ledgers of Haiyun</title><body><main>${body.join('\n')}</main>`;
}

function paragraphs(): readonly string[] {
  return Array.from({ length: Math.ceil(words / wordsInParagraph) }, (_, i) =>
    prose(i, wordsInParagraph),
  );
}
