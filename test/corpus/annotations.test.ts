// Highlights that real PDFs hold: the text taken for each is what pdf.js itself says lies under it. `ANNOTATED_PDFS` names
// a folder of others (pdf.js's own test files have dozens).
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDocument } from '../../renderer/extract/document.ts';
import { openPdf } from '../../renderer/extract/pdfjs.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { data, worker } from '../../tools/verify/pdfjs-in-node.ts';
import { bytesOf } from './extracted.ts';
import { filesIn } from './shared-folder.ts';

const more = process.env['ANNOTATED_PDFS'];
const files =
  more === undefined
    ? filesIn('corpus/pdf', '.pdf')
    : readdirSync(more)
        .filter((name) => name.endsWith('.pdf'))
        .map((name) => path.join(more, name));

interface Counts {
  readonly highlights: number;
  readonly exact: number;
  readonly other: readonly string[];
}

async function compare(file: string): Promise<Counts> {
  const told = await toldByPdfjs(file);
  if (told.length === 0) return { highlights: 0, exact: 0, other: [] };
  const options = { worker, data, onPage: () => undefined };
  const { annotations = [], working } = await readDocument(bytesOf(file), file, options);
  const work = decodeWorkingText(new Uint8Array(working ?? new ArrayBuffer()));
  if (!work.ok) return { highlights: 0, exact: 0, other: [] };
  const taken = annotations
    .filter(({ ranges }) => ranges.length > 0)
    .map(({ page, ranges }) => {
      const words = ranges.map(({ start, end }) => work.value.text.slice(start, end)).join(' ');
      return `${page} ${bare(words)}`;
    });
  const left = [...taken];
  const missed = told.filter((wanted) => {
    // pdf.js gives right-to-left letters as they stand from left to right.
    const [page = '', ...words] = wanted.split(' ');
    const turned = `${page} ${Array.from(words.join(' ')).reverse().join('')}`;
    const at = left.findIndex((one) => one === wanted || one === turned);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  return {
    highlights: told.length,
    exact: told.length - missed.length,
    other: missed.map((each) =>
      `${path.basename(file)}: ${each} | ${left.join(' | ')}`.slice(0, 300),
    ),
  };
}

const overText: ReadonlySet<unknown> = new Set(['Highlight', 'Underline', 'Squiggly', 'StrikeOut']);

/** “page text” of every annotation over text. */
async function toldByPdfjs(file: string): Promise<readonly string[]> {
  const pdf = await openPdf(bytesOf(file), { worker, data }).catch(() => undefined);
  if (pdf === undefined) return [];
  const told: string[] = [];
  for (let index = 0; index < pdf.numPages; index++) {
    const page = await pdf.getPage(index + 1).catch(() => undefined);
    const annotations: readonly object[] = (await page?.getAnnotations().catch(() => [])) ?? [];
    for (const each of annotations) {
      const subtype: unknown = 'subtype' in each ? each.subtype : undefined;
      const overlaid: unknown = 'overlaidText' in each ? each.overlaidText : undefined;
      if (!overText.has(subtype)) continue; // links lie over text, too
      if (typeof overlaid === 'string' && bare(overlaid) !== '') {
        told.push(`${index} ${bare(overlaid)}`);
      }
    }
  }
  await pdf.loadingTask.destroy();
  return told;
}

/** Hyphens at line ends are dropped in a working text and ligatures taken apart. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s\-\u00ad]/g, '');
}

test('highlights are the text pdf.js says they lie over', { timeout: 600_000 }, async () => {
  let highlights = 0;
  let exact = 0;
  for (const file of files) {
    const counts = await compare(file);
    highlights += counts.highlights;
    exact += counts.exact;
    for (const line of counts.other) console.log(line);
  }
  console.log(`${exact} of ${highlights} highlights exact, in ${files.length} PDFs`);
  expect(exact).toBeGreaterThanOrEqual(0.97 * highlights);
});
