// What was done to the source's words, one line each, with the way to take it back.
import type { QuoteEdit } from '../../shared/evidence/quote.ts';
import type { QuoteDraft, QuotedText } from '../../shared/quote/draft.ts';
import { emphasise, removeEdit, takeIn, type Edited } from '../../shared/quote/edit-quote.ts';
import { otherCase } from '../../shared/quote/render-quote.ts';
import { countWordsIn } from '../../shared/quote/whole-words.ts';
import { sentences } from '../../shared/text/sentences.ts';
import type { TextRange } from '../../shared/text/text-map.ts';

export interface QuoteChange extends TextRange {
  readonly sign: string;
  readonly says: string;
  /** The button's word. */
  readonly undo: 'Restore' | 'Take out';
  readonly takenBack: (draft: QuoteDraft, source: QuotedText) => Edited;
}

export function changesOf(draft: QuoteDraft, source: QuotedText): readonly QuoteChange[] {
  return [
    ...gapsOf(draft, source),
    ...draft.edits.map((edit) => bracket(edit, source.text)),
    ...draft.emphasis.map(({ start, end, by }): QuoteChange => ({
      ...{ start, end, sign: 'italics', undo: 'Take out' },
      says: `${by === 'added' ? 'emphasis added to' : 'emphasised in the original:'} ${told(source.text, { start, end })}`,
      takenBack: (now, text) => emphasise(now, text, { start, end }, by),
    })),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
}

function gapsOf({ passages }: QuoteDraft, { text, ranges }: QuotedText): readonly QuoteChange[] {
  return passages.slice(1).map((passage, i): QuoteChange => {
    const gap = { start: passages[i]?.end ?? 0, end: passage.start };
    const left = text.slice(gap.start, gap.end);
    const words = countWordsIn(left);
    const whole = wholeSentences({ text, ranges }, gap);
    const counted = [
      words === 1 ? '1 word' : `${words.toLocaleString()} words`,
      ...(whole === 0 ? [] : [whole === 1 ? '1 sentence' : `${whole.toLocaleString()} sentences`]),
    ];
    return {
      ...gap,
      sign: '[...]',
      says: `leaves out ${counted.join(', ')}: ${told(text, gap)}`,
      undo: 'Restore',
      takenBack: (now, source) => takeIn(now, source, gap),
    };
  });
}

/** A gap longer than this is counted in words only: nobody reads its sentences one by one. */
const mostCounted = 100_000;

function wholeSentences({ text, ranges }: QuotedText, { start, end }: TextRange): number {
  if (end - start > mostCounted) return 0;
  const own = ranges
    .filter((range) => range.start < end && range.end > start)
    .map((range) => ({ ...range, start: range.start - start, end: range.end - start }));
  return sentences(text.slice(start, end), own).filter(
    ({ start: from, end: to }) =>
      /^["'“‘«(]?[\p{Lu}\p{Lo}\p{N}]/u.test(text.slice(start + from, start + to)) &&
      /[.!?。！？…]["'”’»)]*$/.test(text.slice(start + from, start + to)),
  ).length;
}

function bracket(edit: QuoteEdit, text: string): QuoteChange {
  const { start, end } = edit;
  const place = { start, end, undo: 'Take out' } as const;
  const takenBack = (now: QuoteDraft): Edited => ({ ok: true, draft: removeEdit(now, edit) });
  switch (edit.kind) {
    case 'insertion':
      return {
        ...{ ...place, sign: `[${edit.text}]`, takenBack },
        says: start < end ? `stands for ${told(text, edit)}` : 'is put in',
      };
    case 'case': {
      const letter = text.slice(start, end);
      return {
        ...{ ...place, sign: `[${otherCase(letter)}]`, takenBack },
        says: `stands for “${letter}”`,
      };
    }
    case 'sic':
      return { ...{ ...place, sign: '[sic]', takenBack }, says: 'says that it stands so' };
  }
}

const mostTold = 60;

function told(text: string, { start, end }: TextRange): string {
  const words = text
    .slice(start, Math.min(end, start + mostTold * 4))
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(words);
  return `“${characters.length <= mostTold ? words : `${characters.slice(0, mostTold).join('')}…`}”`;
}
