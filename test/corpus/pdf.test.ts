// Every page of every real PDF: nothing lost, everything found again, measured against pdf.js alone.
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAnnotations } from '../../renderer/extract/annotations.ts';
import { openPdf, textOptions } from '../../renderer/extract/pdfjs.ts';
import { annotationItems } from '../../shared/text/annotation-text.ts';
import { pagePrint, readPage, withBoxes, type PdfPage } from '../../shared/text/pdf-page.ts';
import { buildPdfText } from '../../shared/text/pdf-text.ts';
import { TextMap, type PagePoint } from '../../shared/text/text-map.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { mapBreaches, pointsOf, squeezed, widenToFolds } from '../support/text-laws.ts';
import { bareText } from './bare.ts';
import { bytesOf, extracted } from './extracted.ts';
import { data, worker } from '../../tools/verify/pdfjs-in-node.ts';
import { wordRecall } from './recall.ts';
import { filesIn } from './shared-folder.ts';

const files = filesIn('corpus/pdf', '.pdf');
// Its font gives each letter the code of another script's, which the order of right-to-left text tears apart.
const readable = files.filter((file) => !file.endsWith('issue5874.pdf'));
const perFileMs = 120_000;

async function pagesOf(file: string): Promise<PdfPage[]> {
  const pdf = await openPdf(bytesOf(file), { worker, data });
  const { withText } = await readAnnotations(pdf);
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const read = readPage(number - 1, page.view, await page.getTextContent(textOptions));
    pages.push(withBoxes(read, annotationItems(withText.get(number - 1) ?? [])));
  }
  await pdf.loadingTask.destroy();
  return pages;
}

describe('each PDF of the corpus', () => {
  test.each(files.map((file) => [path.basename(file), file]))(
    '%s keeps every character and finds every range again',
    async (_, file) => {
      const work = await extracted(file);
      if (work === undefined) return;
      const pages = await pagesOf(file);
      expect(mapBreaches(buildPdfText(pages), pages.map(squeezed))).toEqual([]);
      expect(work.pages.map(({ print }) => print)).toEqual(pages.map(pagePrint));
      const share = roundTrips(work, pages);
      expect(share, 'ranges found again').toBeGreaterThanOrEqual(0.98);
    },
    perFileMs,
  );

  // Where pdf.js glues what its stream does not part ("AcrobatEdge"), or writes Arabic letters in the wrong order, few
  // words make a large share: documents of a page's length are what counts.
  test.each(readable.map((file) => [path.basename(file), file]))(
    '%s holds the words pdf.js finds',
    async (_, file) => {
      const [work, bare] = [await extracted(file), await bareText(bytesOf(file), worker, data)];
      if (work === undefined || bare === undefined) return;
      const { words, found } = wordRecall(bare.text, work.text);
      expect(words - found).toBeLessThanOrEqual(Math.max(4, 0.02 * words));
    },
    perFileMs,
  );
});

/**
 * Share of random ranges that come back from the points of their ends, folds taken whole. Where the page's order is not
 * the text's, a range may end before it starts on the page: no selection does that, so it is left out.
 */
function roundTrips(work: WorkingText, pages: readonly PdfPage[]): number {
  const solid = [...work.text.matchAll(/\S/gu)];
  if (solid.length === 0) return 1;
  const map = new TextMap(work);
  const samples = fc.sample(fc.tuple(fc.nat(solid.length - 1), fc.nat(200)), {
    numRuns: 500,
    seed: 7,
  });
  const outcomes = samples.flatMap(([from, length]) => {
    const last = solid[Math.min(from + length, solid.length - 1)];
    const range = {
      start: solid[from]?.index ?? 0,
      end: (last?.index ?? 0) + (last?.[0].length ?? 0),
    };
    const [anchor, focus] = pointsOf(work, pages, range);
    if (isAfter(anchor, focus)) return [];
    const expected = widenToFolds(work, range);
    const found = map.toRange((index) => pages[index], anchor, focus);
    return [found?.start === expected.start && found.end === expected.end];
  });
  return outcomes.length === 0 ? 1 : outcomes.filter(Boolean).length / outcomes.length;
}

function isAfter(a: PagePoint, b: PagePoint): boolean {
  if (a.page !== b.page) return a.page > b.page;
  return a.item !== b.item ? a.item > b.item : a.offset > b.offset;
}
