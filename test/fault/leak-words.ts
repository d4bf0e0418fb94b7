// Which word is planted where, and the files that carry some of them.
import { assemble, type HostileFile } from './hostile-pdfs.ts';
import { formsOf, makeCanary } from './canary.ts';
import type { Random } from './random.ts';
import { Scanner } from './scanner.ts';

/** Each of these is planted once; the rest of the words stand in texts. */
const places = [
  ...['person', 'passphrase', 'wrong passphrase', 'locker passphrase repeated wrongly'],
  ...['tag', 'tag typed', 'note', 'note half written', 'note of a killed program'],
  ...['query', 'query without a hit', 'filter', 'clipboard'],
  ...['title', 'publisher', 'author', 'address', 'country', 'remark'],
  ...['name of a text', 'name of a Markdown file', 'name of a PDF', 'name of a late file'],
  ...[
    'PDF title',
    'PDF author',
    'PDF subject',
    'PDF keywords',
    'PDF producer',
    'PDF outline',
    'PDF label',
  ],
] as const;
type Planted = (typeof places)[number];

export interface Words {
  readonly at: Readonly<Record<Planted, string>>;
  /** Of the texts: a line each. */
  readonly inTexts: readonly string[];
  readonly all: readonly string[];
  readonly scanner: Scanner;
  /** Where a word was planted. */
  readonly placeOf: (word: string) => string;
}

export function chooseWords(total: number, random: Random): Words {
  const named = places.map((place) => [place, makeCanary(random)] as const);
  const inTexts = Array.from({ length: Math.max(8, total - named.length) }, () =>
    makeCanary(random),
  );
  const placeOf = new Map<string, string>(named.map(([place, word]) => [word, place]));
  const all = [...named.map(([, word]) => word), ...inTexts];
  const scanner = new Scanner();
  for (const word of all) scanner.add(word, formsOf(word));
  const at = Object.fromEntries(named) as Record<Planted, string>;
  return { at, inTexts, all, scanner, placeOf: (word) => placeOf.get(word) ?? 'a text' };
}

/** A sentence that is long enough to be marked, with one of the words in it. */
export function sentenceWith(word: string): string {
  return `The shelter that we call ${word} was open to nobody in that long winter.`;
}

/** A text, a Markdown file and PDFs that together hold every word of the texts. */
export function filesOf({ at, inTexts }: Words): readonly HostileFile[] {
  const share = Math.ceil(inTexts.length / 4);
  const lines = (part: number): readonly string[] =>
    inTexts.slice(part * share, (part + 1) * share).map(sentenceWith);
  return [
    { name: `${at['name of a text']}.txt`, bytes: Buffer.from(lines(0).join('\n\n')) },
    { name: `${at['name of a Markdown file']}.md`, bytes: Buffer.from(lines(1).join('\n\n')) },
    { name: `${at['name of a PDF']}.pdf`, bytes: pdfOf(lines(2), at) },
    { name: 'utf16.txt', bytes: Buffer.from(`\ufeff${lines(3).join('\n\n')}`, 'utf16le') },
  ];
}

function pdfOf(lines: readonly string[], at: Words['at']): Buffer {
  const pages = Array.from({ length: Math.ceil(lines.length / 20) }, (_, page) =>
    lines.slice(page * 20, page * 20 + 20),
  );
  const kids = pages.map((_, page) => `${String(6 + 2 * page)} 0 R`).join(' ');
  return assemble(
    [
      `<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R /PageLabels << /Nums [0 << /S /D /P (${at['PDF label']}) >>] >> >>`,
      `<< /Type /Pages /Kids [${kids}] /Count ${String(pages.length)} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      '<< /First 5 0 R /Last 5 0 R /Count 1 >>',
      `<< /Title (${at['PDF outline']}) /Parent 4 0 R /Dest [6 0 R /Fit] >>`,
      ...pages.flatMap((shown, page) => {
        const text = `BT /F 10 Tf 30 TL 40 800 Td ${shown.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
        return [
          `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${String(7 + 2 * page)} 0 R /Resources << /Font << /F 3 0 R >> >> >>`,
          `<< /Length ${String(text.length)} >>\nstream\n${text}\nendstream`,
        ];
      }),
    ],
    `/Info << /Title (${at['PDF title']}) /Author (${at['PDF author']}) /Subject (${at['PDF subject']}) /Keywords (${at['PDF keywords']}) /Producer (${at['PDF producer']}) >> `,
  );
}
