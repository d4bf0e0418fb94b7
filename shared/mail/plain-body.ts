// The plain text of a mail → blocks: paragraphs, quoted replies, the signature. Lines a program wrapped are joined.
import { isWrapped, wrapWidth } from '../text/page-breaks.ts';
import type { RichBlock } from '../text/rich-document.ts';
import type { MailBody } from './read-mail.ts';

type Plain = NonNullable<MailBody['plain']>;

interface Line {
  readonly depth: number;
  readonly text: string;
  /** The next line goes on with this one: its writer's program broke it. */
  readonly isSoft: boolean;
}

/** "-- " alone: what follows is not what was said (RFC 3676, 4.3). */
const signatureMark = /^-- ?$/;
const deepestQuote = 50;

export function plainBlocks({ text, flowed }: Plain): RichBlock[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((raw) => lineOf(raw, flowed));
  const width = flowed === 'no' ? wrapWidth(lines.map(({ text: own }) => own.length)) : Infinity;
  const blocks: RichBlock[] = [];
  let open: { text: string; depth: number; last: Line } | undefined;
  let isSignature = false;
  const close = () => {
    if (open === undefined) return;
    blocks.push({
      kind: open.depth > 0 ? 'quote' : 'paragraph',
      inlines: [{ text: open.text }],
      ...(isSignature && { boilerplate: true as const }),
    });
    open = undefined;
  };
  for (const line of lines) {
    if (line.depth === 0 && signatureMark.test(line.text)) {
      close();
      isSignature = true;
    }
    // A reply below a signature is no part of it.
    if (isSignature && line.depth > 0) {
      close();
      isSignature = false;
    }
    if (line.text.trim() === '') close();
    else if (open?.depth === line.depth && goesOn(open.last, line, width)) {
      const gap = open.last.isSoft && flowed === 'joined' ? '' : ' ';
      open = { ...open, text: `${open.text}${gap}${line.text}`, last: line };
    } else {
      close();
      open = { text: line.text, depth: line.depth, last: line };
    }
  }
  close();
  return blocks;
}

function goesOn(last: Line, line: Line, width: number): boolean {
  if (last.isSoft) return true;
  return width !== Infinity && isWrapped(last.text, line.text, width);
}

function lineOf(raw: string, flowed: Plain['flowed']): Line {
  const marks = /^(?:> ?)+/.exec(raw.slice(0, 2 * deepestQuote))?.[0] ?? '';
  const depth = marks.replaceAll(' ', '').length;
  const quoted = raw.slice(marks.length);
  if (flowed === 'no') return { depth, text: quoted, isSoft: false };
  // Stuffed, so that a line may begin with `>` or a blank of its own.
  const unstuffed = quoted.startsWith(' ') ? quoted.slice(1) : quoted;
  const isSoft = unstuffed.endsWith(' ') && !signatureMark.test(unstuffed);
  return { depth, text: isSoft ? unstuffed.slice(0, -1) : unstuffed, isSoft };
}
