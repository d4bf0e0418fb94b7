// The printed text of a quote, from its places and the source's text. Nothing in it is typed but what stands in brackets.
import type { QuoteEdit } from '../evidence/quote.ts';
import type { TextRange } from '../text/text-map.ts';
import type { SkippedRange } from '../verify/verdict.ts';
import type { DraftPassage, QuoteDraft, QuotedText } from './draft.ts';
import { leftOutIn, printedWords } from './left-out.ts';
import { standsApart } from './whole-words.ts';

/** A stretch of the print. `start` and `end` say which stretch of the source it stands for. */
export interface QuotePiece extends TextRange {
  readonly kind: 'words' | 'gap' | 'insertion' | 'case' | 'sic' | 'remark' | 'blank';
  readonly text: string;
  readonly isEmphasised: boolean;
}

const gapSign = '[...]';

interface Printing {
  readonly draft: QuoteDraft;
  readonly text: string;
  readonly leftOut: readonly SkippedRange[];
}

/** The print in pieces, in order. */
export function renderQuote(draft: QuoteDraft, source: QuotedText): readonly QuotePiece[] {
  const { passages, opensCut, endsCut } = draft;
  const printing = { draft, text: source.text, leftOut: leftOutIn(draft, source) };
  const from = passages[0]?.start ?? 0;
  const to = passages.at(-1)?.end ?? 0;
  const pieces: QuotePiece[] = [];
  const put = (kind: QuotePiece['kind'], text: string, { start, end }: TextRange): void => {
    pieces.push({ kind, text, start, end, isEmphasised: false });
  };
  if (opensCut) {
    put('gap', gapSign, { start: from, end: from });
    put('blank', ' ', { start: from, end: from });
  }
  passages.forEach((passage, i) => {
    const before = passages[i - 1];
    if (before !== undefined) {
      put('blank', ' ', { start: before.end, end: before.end });
      put('gap', gapSign, { start: before.end, end: passage.start });
      put('blank', ' ', { start: passage.start, end: passage.start });
    }
    pieces.push(...passagePieces(printing, passage));
  });
  const trailing = [...(endsCut ? (['gap'] as const) : []), ...remarksOf(draft)];
  for (const said of trailing) {
    put('blank', ' ', { start: to, end: to });
    if (said === 'gap') put('gap', gapSign, { start: to, end: to });
    else put('remark', `[${said}]`, { start: to, end: to });
  }
  return pieces;
}

/** As plain text: emphasised words between asterisks. */
export function printedQuote(pieces: readonly QuotePiece[]): string {
  let printed = '';
  let emphasised = '';
  const close = (): void => {
    if (emphasised !== '') printed += emphasised.split('\n').map(starred).join('\n');
    emphasised = '';
  };
  for (const { text, isEmphasised } of pieces) {
    if (isEmphasised) emphasised += text;
    else {
      close();
      printed += text;
    }
  }
  close();
  return printed;
}

function starred(line: string): string {
  const words = line.trim();
  return words === '' ? line : line.replace(words, () => `*${words}*`);
}

function remarksOf({ emphasis, footnotesOmitted }: QuoteDraft): readonly string[] {
  const has = (by: 'added' | 'original'): boolean => emphasis.some((each) => each.by === by);
  return [
    ...(has('added') ? ['emphasis added'] : []),
    ...(has('original') ? ['emphasis in original'] : []),
    ...(footnotesOmitted ? ['footnotes omitted'] : []),
  ];
}

function passagePieces(printing: Printing, passage: DraftPassage): readonly QuotePiece[] {
  const { start, end } = passage;
  const pieces: QuotePiece[] = [];
  const words = (from: number, to: number): void => {
    pieces.push(...wordPieces(printing, { start: from, end: to }));
  };
  let at = start;
  const { edits } = printing.draft;
  for (const edit of edits.filter((each) => start <= each.start && each.end <= end)) {
    words(at, edit.start);
    pieces.push(...editPieces(printing, edit, passage));
    at = edit.end;
  }
  words(at, end);
  return pieces;
}

/** A bracket beside words is parted from them by a blank; one that stands for words has theirs. */
function editPieces(
  { draft, text }: Printing,
  edit: QuoteEdit,
  passage: TextRange,
): readonly QuotePiece[] {
  const { kind, start, end } = edit;
  const isEmphasised = draft.emphasis.some(
    (each) => start < end && each.start <= start && end <= each.end,
  );
  const piece = (said: string): QuotePiece => ({ kind, text: said, start, end, isEmphasised });
  const blank: QuotePiece = { kind: 'blank', text: ' ', start, end: start, isEmphasised: false };
  switch (kind) {
    case 'case':
      return [piece(`[${otherCase(text.slice(start, end))}]`)];
    case 'sic':
      return [...(standsApart(text, start, 'before') ? [blank] : []), piece('[sic]')];
    case 'insertion': {
      if (start < end) return [piece(`[${edit.text}]`)];
      const needsBefore = start > passage.start && standsApart(text, start, 'before');
      const needsAfter = start < passage.end && standsApart(text, start, 'after');
      return [
        ...(needsBefore ? [blank] : []),
        piece(`[${edit.text}]`),
        ...(needsAfter ? [blank] : []),
      ];
    }
  }
}

/** The letter as it stands at the other end of the alphabet's two rows; itself where it has no other. */
export function otherCase(letter: string): string {
  const upper = letter.toUpperCase();
  return upper === letter ? letter.toLowerCase() : upper;
}

/** Source words as they stand, without page furniture and, if footnotes are omitted, without references; cut at emphasis. */
function wordPieces(printing: Printing, range: TextRange): QuotePiece[] {
  const pieces: QuotePiece[] = [];
  const put = (from: number, to: number, isEmphasised: boolean): void => {
    if (from >= to) return;
    const text = printedWords(printing, { start: from, end: to });
    if (text !== '') pieces.push({ kind: 'words', text, start: from, end: to, isEmphasised });
  };
  let at = range.start;
  for (const { start, end } of printing.draft.emphasis) {
    if (end <= at || start >= range.end) continue;
    put(at, Math.max(at, start), false);
    const to = Math.min(end, range.end);
    put(Math.max(at, start), to, true);
    at = to;
  }
  put(at, range.end, false);
  return pieces;
}
