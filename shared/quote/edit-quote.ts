// What a person can do to a quote, as functions on plain values. Each answers the new draft or why it cannot be done.
// Passages stay in the order of the source: there is no act that could change it.
import type { MarkId } from '../evidence/ids.ts';
import type { Emphasis, QuoteEdit } from '../evidence/quote.ts';
import type { TextRange } from '../text/text-map.ts';
import type { DraftPassage, QuoteDraft, QuotedText } from './draft.ts';
import { otherCase } from './render-quote.ts';
import { endsSentence, startsSentence } from './sentence-edges.ts';
import {
  clipped,
  hasOwnWords,
  inOrder,
  isSame,
  isSwallowed,
  joined,
  meet,
  overlap,
  touching,
  trimmedEnd,
  trimmedStart,
  without,
} from './stretches.ts';
import {
  countWordsIn,
  hasWords,
  trimBlanks,
  wholeWords,
  wordEnd,
  wordStart,
} from './whole-words.ts';

/** Why an act is refused. */
export type EditRefusal =
  | 'nothing-chosen'
  | 'not-in-quote'
  | 'in-quote-already'
  | 'nothing-left'
  | 'across-a-gap'
  | 'across-an-edit'
  | 'too-many-words'
  | 'no-letter'
  | 'no-words'
  | 'words-too-long'
  | 'words-not-allowed';

export type Edited =
  | { readonly ok: true; readonly draft: QuoteDraft }
  | { readonly ok: false; readonly why: EditRefusal };

/** Words that one bracket may stand for; more is rewriting. */
const mostReplaced = 8;
const mostInserted = 300;

/** Leaves the words of a range out. At an end of the quote it becomes shorter, and says so where a sentence is cut. */
export function cut(draft: QuoteDraft, source: QuotedText, range: TextRange): Edited {
  const gone = wholeWords(source.text, range);
  if (gone === undefined || !hasWords(source.text, gone)) return refuse('nothing-chosen');
  if (!draft.passages.some((passage) => meet(passage, gone))) return refuse('not-in-quote');
  const passages = draft.passages.flatMap((passage) => {
    if (!meet(passage, gone)) return [passage];
    const left = { ...passage, end: Math.min(passage.end, gone.start) };
    const right = { ...passage, start: Math.max(passage.start, gone.end) };
    return [trimmedEnd(source.text, left), trimmedStart(source.text, right)].filter(
      (piece) => piece.start < piece.end && hasOwnWords(source.text, piece, draft.edits),
    );
  });
  if (passages.length === 0) return refuse('nothing-left');
  return done(tidied({ ...draft, passages }, draft, source));
}

/** Takes words of the source in: restores what was cut, makes the quote longer, or adds a passage from elsewhere. */
export function takeIn(
  draft: QuoteDraft,
  source: QuotedText,
  range: TextRange,
  mark?: MarkId,
): Edited {
  const words = wholeWords(source.text, range);
  if (words === undefined || !hasWords(source.text, words)) return refuse('nothing-chosen');
  if (draft.passages.some(({ start, end }) => start <= words.start && words.end <= end)) {
    return refuse('in-quote-already');
  }
  const added: DraftPassage = { ...words, ...(mark === undefined ? {} : { mark }) };
  const passages = joined([...draft.passages, added], source.text);
  return done(tidied({ ...draft, passages }, draft, source));
}

/** `[words]` before the word at a place, or in the place of chosen words. */
export function insert(
  draft: QuoteDraft,
  source: QuotedText,
  range: TextRange,
  typed: string,
): Edited {
  const text = typed.replace(/\s+/g, ' ').trim();
  if (text === '') return refuse('no-words');
  if (text.length > mostInserted) return refuse('words-too-long');
  if (/[[\]*]/.test(text) || reserved.test(text)) return refuse('words-not-allowed');
  const place = placeOf(source.text, range);
  const passage = draft.passages.find(({ start, end }) => start <= place.start && place.end <= end);
  if (passage === undefined) return refuse(whyNotIn(draft, place));
  if (countWordsIn(source.text.slice(place.start, place.end)) > mostReplaced) {
    return refuse('too-many-words');
  }
  const others = draft.edits.filter((edit) => !isSwallowed(edit, place));
  if (others.some((edit) => overlap(edit, place))) return refuse('across-an-edit');
  const edits = inOrder([...others, { kind: 'insertion', ...place, text } as const]);
  if (!hasOwnWords(source.text, passage, edits)) return refuse('nothing-left');
  return done({ ...draft, edits });
}

/** `[T]he`: the first letter of the word at a place in its other case; once more takes it back. */
export function changeCase(draft: QuoteDraft, source: QuotedText, offset: number): Edited {
  const word = trimBlanks(source.text, { start: offset, end: source.text.length }).start;
  const passage = draft.passages.find(({ start, end }) => start <= word && word < end);
  if (passage === undefined) return refuse('not-in-quote');
  const start = Math.max(passage.start, wordStart(source.text, word));
  const letter = String.fromCodePoint(source.text.codePointAt(start) ?? 0);
  const edit: QuoteEdit = { kind: 'case', start, end: start + letter.length };
  const others = draft.edits.filter((each) => !isSame(each, edit));
  if (others.length < draft.edits.length) return done({ ...draft, edits: others });
  const other = otherCase(letter);
  if (other === letter || other.length !== letter.length) return refuse('no-letter');
  if (others.some((each) => overlap(each, edit))) return refuse('across-an-edit');
  return done({ ...draft, edits: inOrder([...others, edit]) });
}

/** `[sic]` behind the word at a place; once more takes it back. */
export function sic(draft: QuoteDraft, source: QuotedText, range: TextRange): Edited {
  const at = endOfWordAt(source.text, range);
  if (!draft.passages.some(({ start, end }) => start < at && at <= end)) {
    return refuse('not-in-quote');
  }
  const edit: QuoteEdit = { kind: 'sic', start: at, end: at };
  const others = draft.edits.filter((each) => !isSame(each, edit));
  if (others.length < draft.edits.length) return done({ ...draft, edits: others });
  if (others.some(({ start, end }) => start < at && at < end)) return refuse('across-an-edit');
  return done({ ...draft, edits: inOrder([...others, edit]) });
}

/** Emphasises words; where all of them are so already, by the same hand, they no longer are. */
export function emphasise(
  draft: QuoteDraft,
  source: QuotedText,
  range: TextRange,
  by: Emphasis['by'],
): Edited {
  const words = wholeWords(source.text, range);
  if (words === undefined) return refuse('nothing-chosen');
  if (!draft.passages.some((passage) => meet(passage, words))) return refuse('not-in-quote');
  const isAlready = draft.emphasis.some(
    (each) => each.by === by && each.start <= words.start && words.end <= each.end,
  );
  const others = draft.emphasis.flatMap((each) => without(each, words, source.text));
  const emphasis = isAlready ? others : inOrder([...others, { ...words, by }]);
  return done({ ...draft, emphasis: touching(emphasis, source.text) });
}

/** Takes one edit back. */
export function removeEdit(draft: QuoteDraft, edit: QuoteEdit): QuoteDraft {
  return { ...draft, edits: draft.edits.filter((each) => !isSame(each, edit)) };
}

/** What a bracket may not say: a reader of the print takes it for something else. */
const reserved =
  /^(?:\.{2,}|…|\. \. \.|sic|\p{L}|emphasis (?:added|in (?:the )?original)|(?:footnotes?|citations?) omitted)$/iu;

function done(draft: QuoteDraft): Edited {
  return { ok: true, draft };
}

function refuse(why: EditRefusal): Edited {
  return { ok: false, why };
}

/** Edits that stand nowhere any longer go; the ends say whether they cut a sentence where they have moved. */
function tidied(draft: QuoteDraft, before: QuoteDraft, source: QuotedText): QuoteDraft {
  const { passages } = draft;
  const isIn = ({ start, end }: TextRange): boolean =>
    passages.some((passage) => passage.start <= start && end <= passage.end);
  const first = passages[0]?.start ?? 0;
  const last = passages.at(-1)?.end ?? 0;
  const opened = first !== before.passages[0]?.start;
  const ended = last !== before.passages.at(-1)?.end;
  return {
    ...draft,
    edits: draft.edits.filter(isIn),
    emphasis: draft.emphasis.flatMap((each) => clipped(each, passages, source.text)),
    opensCut: opened ? !startsSentence(source, first) : draft.opensCut,
    endsCut: ended ? !endsSentence(source, last) : draft.endsCut,
  };
}

/** The end of the last chosen word; of the word at a place, or before it, where none is chosen. */
function endOfWordAt(text: string, range: TextRange): number {
  const { start, end } = trimBlanks(text, range);
  if (start < end) return wordEnd(text, end);
  const inWord = wordEnd(text, start);
  if (inWord > start) return inWord;
  const begins = wholeWords(text, { start, end: start + 1 });
  return begins?.end ?? trimBlanks(text, { start: 0, end: start }).end;
}

/** Where a bracket goes: before the word at a place, or over whole words. */
function placeOf(text: string, range: TextRange): TextRange {
  const words = wholeWords(text, range);
  if (words !== undefined) return words;
  const at = wordStart(text, range.start);
  return { start: at, end: at };
}

function whyNotIn({ passages }: QuoteDraft, place: TextRange): EditRefusal {
  return passages.some((passage) => meet(passage, place)) ? 'across-a-gap' : 'not-in-quote';
}
