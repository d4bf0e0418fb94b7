// A quote against its source: the very words that are printed are looked for in the text again.
import { resolveAnchor } from '../anchor/resolve.ts';
import type { TextAnchor } from '../evidence/mark.ts';
import type { QuoteContent } from '../evidence/quote.ts';
import type { WorkingText } from '../text/working-text.ts';
import { prepareSource, type PreparedSource } from '../verify/prepare-source.ts';
import type { QuoteVerdict } from '../verify/verdict.ts';
import { verifyQuote } from '../verify/verify-quote.ts';
import { draftOf, type QuoteDraft } from './draft.ts';
import { verifiable } from './left-out.ts';
import { printedQuote, renderQuote, type QuotePiece } from './render-quote.ts';

type VerifiedText = Pick<WorkingText, 'text' | 'ranges' | 'sections'>;

/** A working text and what the verifier has made of it, for any number of quotes. */
export interface CheckedSource {
  readonly work: VerifiedText;
  readonly prepared: PreparedSource;
}

export function checkedSource(work: VerifiedText): CheckedSource {
  return { work, prepared: prepareSource(verifiable(work)) };
}

export interface CheckedQuote {
  readonly pieces: readonly QuotePiece[];
  readonly verdict: QuoteVerdict;
}

export function checkQuote(draft: QuoteDraft, { work, prepared }: CheckedSource): CheckedQuote {
  const pieces = renderQuote(draft, work);
  const own = verifiable(work, draft.passages);
  const isCommon = own.skipped.length === prepared.source.skipped.length;
  const source = isCommon ? prepared : prepareSource(own);
  const verdict = verifyQuote(printedQuote(pieces), source, draft.passages[0]?.start);
  return { pieces, verdict };
}

/** A marked passage, as it stands; its ranges with `[...]` between. */
export function checkPassage(
  { start, exact }: Pick<TextAnchor, 'start' | 'exact'>,
  { prepared }: CheckedSource,
): QuoteVerdict {
  return verifyQuote(exact, prepared, start);
}

/**
 * Where a quote's passages stand in a text that may have been read anew since: as they are, moved, or undefined where one
 * is not found again. A passage that says the same has its edits at the same places of it.
 */
export function placedDraft(
  content: QuoteContent,
  text: string,
  workingFile: string,
): QuoteDraft | undefined {
  const draft = draftOf(content);
  if (content.workingFile === workingFile) return draft;
  const places = content.passages.map(({ anchor }) => resolveAnchor(text, anchor));
  const passages = draft.passages.flatMap((passage, i) => {
    const place = places[i];
    if (place === undefined || place.how === 'orphan') return [];
    return [{ ...passage, start: place.start, end: place.end }];
  });
  const isWhole = passages.length === draft.passages.length;
  const isInOrder = passages.every(({ start }, i) => (passages[i - 1]?.end ?? 0) <= start);
  if (!isWhole || !isInOrder) return undefined;
  const moved = <T extends { readonly start: number; readonly end: number }>(each: T): T => {
    const i = draft.passages.findIndex(({ start, end }) => start <= each.start && each.end <= end);
    const by = (passages[i]?.start ?? 0) - (draft.passages[i]?.start ?? 0);
    return { ...each, start: each.start + by, end: each.end + by };
  };
  const { edits, emphasis } = draft;
  return { ...draft, passages, edits: edits.map(moved), emphasis: emphasis.map(moved) };
}
