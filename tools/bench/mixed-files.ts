// Two hundred files of every kind a caseworker drops at once, made up; a few of them as large as anyone brings.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packDocx, paragraph, run } from '../../test/support/made-up-docx.ts';
import { attachedPart, madeMail, multipart, textPart } from '../../test/support/made-up-mail.ts';
import { prose } from '../../test/support/made-up-prose.ts';
import { pngPicture } from '../../test/support/pictures.ts';
import { runningLines, writePdf } from '../../test/support/write-pdf.ts';

const kinds: readonly ((seed: number) => MadeFile)[] = [
  pdf,
  page,
  savedPage,
  wordFile,
  mail,
  picture,
  text,
];

interface MadeFile {
  readonly ending: string;
  readonly content: string | Uint8Array;
}

/** Writes `count` files of seven kinds below `folder` and answers their paths; every fortieth is large. */
export function writeMixedFiles(folder: string, count = 200): readonly string[] {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, i) => {
    const make = i % 40 === 20 ? large(i) : kinds[i % kinds.length];
    const { ending, content } = (make ?? text)(i + 1);
    const target = path.join(folder, `mixed-${String(i).padStart(3, '0')}.${ending}`);
    writeFileSync(target, content);
    return target;
  });
}

/** Of 40 megabytes, 600 pages or 300,000 words. */
function large(i: number): (seed: number) => MadeFile {
  const all = [
    (seed: number) => pdf(seed, 600),
    (seed: number) => text(seed, 300_000),
    (seed: number) => page(seed, 3_000),
    (seed: number) => mail(seed, ['clip.mp4', new Uint8Array(40_000_000).fill(seed)]),
    (seed: number) => wordFile(seed, 3_000),
  ] as const;
  return all[Math.floor(i / 40) % all.length] ?? text;
}

function pdf(seed: number, pages = 12): MadeFile {
  const content = writePdf(
    Array.from({ length: pages }, (_, page) =>
      runningLines(
        Array.from({ length: 38 }, (_, line) => prose(seed * 100_000 + page * 38 + line, 12)),
      ),
    ),
  );
  return { ending: 'pdf', content };
}

function page(seed: number, paragraphs = 60): MadeFile {
  return { ending: 'html', content: pageText(seed, paragraphs) };
}

function pageText(seed: number, paragraphs: number): string {
  const body = Array.from(
    { length: paragraphs },
    (_, i) => `<p>${prose(seed * 10_000 + i, 80)} <a href="#${i}">${prose(i, 3)}</a></p>`,
  );
  return `<!doctype html><html lang="en"><title>${prose(seed, 6)}</title><body><nav><a href="/">Home</a></nav><main>${body.join('')}</main>`;
}

function savedPage(seed: number): MadeFile {
  const { head, body } = multipart('related', [
    textPart(pageText(seed, 40), 'text/html; charset=utf-8'),
  ]);
  const lines = [
    'From: <Saved by a browser>',
    `Snapshot-Content-Location: https://haiyun.example/${seed}`,
    'Date: Tue, 3 Mar 2026 10:15:00 +0800',
    'MIME-Version: 1.0',
    ...head,
  ];
  return { ending: 'mhtml', content: [...lines, '', body].join('\r\n') };
}

function wordFile(seed: number, paragraphs = 60): MadeFile {
  const content = packDocx(
    Array.from({ length: paragraphs }, (_, i) => paragraph(run(prose(seed * 20_000 + i, 80)))).join(
      '',
    ),
  );
  return { ending: 'docx', content };
}

function mail(
  seed: number,
  attached: readonly [string, string | Uint8Array] = ['notes.txt', prose(seed * 50_000, 8_000)],
): MadeFile {
  const parts = [textPart(prose(seed * 30_000, 300)), attachedPart(...attached)];
  return { ending: 'eml', content: madeMail(prose(seed, 5), multipart('mixed', parts)) };
}

function picture(seed: number): MadeFile {
  const content = pngPicture(900, 600, (x, y) => [
    (x * seed) & 255,
    (y * 3 + seed) & 255,
    ((x ^ y) + seed) & 255,
  ]);
  return { ending: 'png', content };
}

function text(seed: number, words = 5_000): MadeFile {
  const paragraphs = Array.from({ length: Math.ceil(words / 90) }, (_, i) =>
    prose(seed * 40_000 + i, 90),
  );
  return { ending: 'txt', content: paragraphs.join('\n\n') };
}
