// The words bare pdf.js finds, and the share of them the working text holds. pdf.js gives items, not words: how a script
// joins them decides what a word is, so the joining is named. Files below the promise are named too, each with its reason.
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bareText } from './bare.ts';
import { bytesOf, extracted } from './extracted.ts';
import { data, worker } from '../../tools/verify/pdfjs-in-node.ts';
import { wordRecall } from './recall.ts';
import { filesIn } from './shared-folder.ts';

const promised = 0.98;
const allFilesMs = 600_000;

/** pdf.js gives the letters of the ligature in “الخطوط” in the wrong order. */
const ligatureReversed = 'ArabicCIDTrueType.pdf';
/** Its font gives each letter the code of another script's: right-to-left order tears its words apart. */
const lettersOfOtherScripts = 'issue5874.pdf';
/** Words in several items without a gap: spaces between items cut “densit|y”. */
const cutBySpaces = ['issue14415.pdf', 'issue14999_reduced.pdf'];
/** Long texts with hyphens at line ends: the working text closes the words, and “govern- ment” has no line end to tell. */
const hyphenated = ['freeculture.pdf', 'tracemonkey.pdf'];

interface Shares {
  readonly file: string;
  readonly byLineEnds: number;
  readonly bySpaces: number;
  readonly bySpacesOnly: number;
}

const measured: Shares[] = [];

beforeAll(async () => {
  for (const file of filesIn('corpus/pdf', '.pdf')) {
    const work = await extracted(file);
    const bare = await bareText(bytesOf(file), worker, data);
    if (work === undefined || bare === undefined) continue;
    const share = (reference: string) => {
      const { words, found } = wordRecall(reference, work.text);
      return found / words;
    };
    if (wordRecall(bare.text, '').words === 0) continue;
    measured.push({
      file: path.basename(file),
      byLineEnds: share(bare.text),
      bySpaces: share(bare.spaced),
      bySpacesOnly: share(bare.spaced.replaceAll('\n', ' ')),
    });
  }
}, allFilesMs);

function below(share: (shares: Shares) => number): string[] {
  return measured
    .filter((shares) => share(shares) < promised)
    .map(({ file }) => file)
    .sort();
}

describe('98 % of the words of bare pdf.js are held on every PDF with text', () => {
  test('where items are joined and line ends part words', () => {
    expect(measured.length).toBeGreaterThan(50);
    expect(below(({ byLineEnds }) => byLineEnds)).toEqual([
      ligatureReversed,
      lettersOfOtherScripts,
    ]);
  });

  test('where every item is parted from the next', () => {
    expect(below(({ bySpaces }) => bySpaces)).toEqual([
      ligatureReversed,
      ...cutBySpaces,
      lettersOfOtherScripts,
    ]);
  });

  test('where spaces part items and line ends are forgotten', () => {
    const named = [ligatureReversed, ...cutBySpaces, lettersOfOtherScripts, ...hyphenated];
    expect(below(({ bySpacesOnly }) => bySpacesOnly)).toEqual(named.sort());
  });
});
