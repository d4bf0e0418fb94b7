// Marks and quotes of a source looked for in a new text of it.
import { reanchorArea } from '../../shared/anchor/reanchor-area.ts';
import { reanchorMark, type ReanchoredMark } from '../../shared/anchor/reanchor.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Quote } from '../../shared/evidence/quote.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import { verifiable } from '../../shared/quote/left-out.ts';
import { renewQuote, type RenewedQuote } from '../../shared/renewal/renew-quote.ts';
import type { TextPage, WorkingText } from '../../shared/text/working-text.ts';
import { prepareSource, type PreparedSource } from '../../shared/verify/prepare-source.ts';

export interface ComparedPassages {
  readonly marks: readonly (ReanchoredMark & { readonly mark: Mark })[];
  readonly quotes: readonly { readonly quote: Quote; readonly found: RenewedQuote }[];
}

interface NewText {
  /** Undefined where there is none, or it cannot be read. */
  readonly work: WorkingText | undefined;
  /** Pages of the text before. */
  readonly pagesBefore: readonly TextPage[];
  readonly isNewOriginal: boolean;
}

/** Passages compared in one go; the worker answers others in between. */
const batch = 50;

const lost: ReanchoredMark = { found: { how: 'orphaned' }, more: [] };

/** Removed ones as well: what is brought back from the trash stands where it belongs. */
export async function comparePassages(
  state: LibraryState,
  source: SourceId,
  text: NewText,
): Promise<ComparedPassages> {
  const now = text.work && prepareSource(verifiable(text.work));
  const marks = await inBatches(
    [...state.marks.values()].filter((mark) => mark.source === source).sort(byPlace),
    (mark) => ({ mark, ...find(mark, now, text) }),
  );
  const quotes = await inBatches(
    [...state.quotes.values()].filter((quote) => quote.source === source),
    (quote) => ({ quote, found: renewed(quote, now) }),
  );
  return { marks, quotes };
}

/** An area stays on its page as long as it is of the same original: what is read of that cannot move it. */
function find(
  mark: Mark,
  now: PreparedSource | undefined,
  { work, pagesBefore, isNewOriginal }: NewText,
): ReanchoredMark {
  if (mark.area === undefined) return now === undefined ? lost : reanchorMark(mark, now);
  const pages = work?.pages ?? [];
  if (isNewOriginal) return { found: reanchorArea(mark.area, pagesBefore, pages), more: [] };
  const page = pages[mark.area.page];
  if (page === undefined) return lost;
  return { found: { how: 'exact', start: page.start, end: page.start }, more: [] };
}

function renewed(quote: Quote, now: PreparedSource | undefined): RenewedQuote {
  return now === undefined ? { how: 'orphaned' } : renewQuote(quote, now);
}

function byPlace(a: Mark, b: Mark): number {
  return a.anchor.start - b.anchor.start || a.anchor.end - b.anchor.end;
}

async function inBatches<T, U>(list: readonly T[], each: (item: T) => U): Promise<readonly U[]> {
  const done: U[] = [];
  for (let at = 0; at < list.length; at += batch) {
    if (at > 0) await new Promise((resolve) => setTimeout(resolve));
    done.push(...list.slice(at, at + batch).map(each));
  }
  return done;
}
