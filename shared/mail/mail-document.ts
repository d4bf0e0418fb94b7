// A mail → a structured document: its header as labelled lines, then what it says. Of two ways the same was sent the plain one
// is read: it is what the sender's program meant without its own dress.
import type { Bytes } from '../bytes.ts';
import type { RichBlock, RichDocument } from '../text/rich-document.ts';
import { plainBlocks } from './plain-body.ts';
import type { Mail, MailBody } from './read-mail.ts';

/** Undefined for a page beyond what can be built. */
type ReadHtml = (bytes: Bytes, charset: string) => RichDocument | undefined;

export function mailDocument({ header, bodies }: Mail, readHtml: ReadHtml): RichDocument {
  const labelled = header.map(({ label, value }): RichBlock => {
    return { kind: 'paragraph', inlines: [{ text: `${label}: `, bold: true }, { text: value }] };
  });
  const read = bodies.map((body) => readBody(body, readHtml));
  const isRightToLeft = read.some(({ direction }) => direction === 'rtl');
  return {
    language: read.find(({ language }) => language !== '')?.language ?? '',
    direction: isRightToLeft ? 'rtl' : 'ltr',
    blocks: [...labelled, ...read.flatMap(({ blocks }) => blocks)],
  };
}

function readBody({ plain, html }: MailBody, readHtml: ReadHtml): RichDocument {
  const blocks = plain === undefined ? [] : plainBlocks(plain);
  const plainly: RichDocument = { language: '', direction: 'ltr', blocks };
  const asHtml = html && readHtml(html.bytes, html.charset);
  if (asHtml === undefined) return plainly;
  const saysTheSame = blocks.length > 0 && holdsWords(wordsOf(blocks), wordsOf(asHtml.blocks));
  return saysTheSame ? plainly : asHtml;
}

/** Few of `wanted` are missing: a plain text that only points to a web page is not the mail. */
function holdsWords(held: readonly string[], wanted: readonly string[]): boolean {
  const counts = new Map<string, number>();
  for (const word of held) counts.set(word, (counts.get(word) ?? 0) + 1);
  let missing = 0;
  for (const word of wanted) {
    const left = counts.get(word) ?? 0;
    if (left === 0) missing++;
    else counts.set(word, left - 1);
  }
  return missing <= 0.05 * wanted.length;
}

function wordsOf(blocks: readonly RichBlock[]): string[] {
  const texts = blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap(({ cells }) => cells.map(({ inlines }) => textOf(inlines)))
      : [textOf(block.inlines)],
  );
  return texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
}

function textOf(inlines: readonly { readonly text: string }[]): string {
  return inlines.map(({ text }) => text).join('');
}
