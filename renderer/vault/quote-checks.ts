// Quotes held against the texts of an open locker. A verdict is never stored: it is made when it is asked for, and kept
// only as long as the quote and the text it is of.
import type { FileId, QuoteId, SourceId } from '../../shared/evidence/ids.ts';
import { wordsOf, type Mark } from '../../shared/evidence/mark.ts';
import { type Quote, passagesText } from '../../shared/evidence/quote.ts';
import { displayTitle, type Source } from '../../shared/evidence/source.ts';
import { seenTags } from '../../shared/library/tag-tree.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import type { ComposedQuote, QuoteProof } from '../../shared/quote/composed-quote.ts';
import {
  checkedSource,
  checkPassage,
  checkQuote,
  placedDraft,
  type CheckedSource,
} from '../../shared/quote/check-quote.ts';
import { printedMark } from '../../shared/quote/printed-mark.ts';
import type { QuotePiece } from '../../shared/quote/render-quote.ts';
import type { Result } from '../../shared/result.ts';
import { landmarksOf, whereabouts } from '../../shared/text/landmarks.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { standingQuotes, unknownPerson } from './library-view.ts';

interface QuoteTexts {
  readonly read: (source: SourceId) => Promise<Result<WorkingText>>;
  readonly isHarmed: (source: Source) => boolean;
}

type Checked = Pick<ComposedQuote, 'pieces' | 'proof' | 'section' | 'paragraph' | 'picture'>;

/** Prepared texts are large: of so many sources they are kept. */
const mostPrepared = 4;

export class QuoteChecks {
  readonly #texts: QuoteTexts;
  /** The one used last comes last. */
  readonly #prepared = new Map<FileId, CheckedSource>();
  readonly #checked = new WeakMap<Quote, Checked & { readonly file: FileId }>();

  constructor(texts: QuoteTexts) {
    this.#texts = texts;
  }

  /** Sources by title, quotes in the order of the source within each. */
  async compose(
    state: LibraryState,
    wanted: readonly QuoteId[] | null,
  ): Promise<readonly ComposedQuote[]> {
    const chosen = wanted === null ? undefined : new Set(wanted);
    const quotes = standingQuotes(state)
      .filter(({ id }) => chosen?.has(id) ?? true)
      .flatMap((quote) => {
        const source = state.sources.get(quote.source);
        return source === undefined ? [] : [{ quote, source }];
      })
      .sort(inOrder);
    const composed: ComposedQuote[] = [];
    for (const { quote, source } of quotes) {
      composed.push({
        ...{ quote, source, tags: tagsOf(quote, state) },
        madeBy: state.people.get(quote.madeBy) ?? { ...unknownPerson, id: quote.madeBy },
        unverified: this.#texts.isHarmed(source),
        ...(await this.#check(quote, source)),
      });
    }
    return composed;
  }

  /** A mark is a passage as it stands: what it says must be in its source, wherever its text was read anew. */
  async checkMark(mark: Mark, source: Source): Promise<QuoteProof> {
    const text = await this.prepare(source);
    if (text === undefined) return { kind: 'no-text' };
    const printed = printedMark(mark, text.work.ranges) ?? wordsOf(mark);
    const passage = { start: mark.anchor.start, exact: printed };
    return { kind: 'verified', verdict: checkPassage(passage, text) };
  }

  /** A source was deleted for good. */
  forget(file: FileId): void {
    this.#prepared.delete(file);
  }

  async #check(quote: Quote, source: Source): Promise<Checked> {
    const file = source.working?.file;
    const known = this.#checked.get(quote);
    if (known !== undefined && known.file === file) return known;
    const text = await this.prepare(source);
    const unread = { pieces: unplaced(quote), section: '', paragraph: '' };
    if (text === undefined || file === undefined) return { ...unread, proof: { kind: 'no-text' } };
    const draft = placedDraft(quote, text.work.text, file);
    if (draft === undefined) return { ...unread, proof: { kind: 'orphan' } };
    const { pieces, verdict } = checkQuote(draft, text);
    const where = whereabouts(landmarksOf(text.work), draft.passages);
    const checked = { pieces, ...where, proof: { kind: 'verified', verdict } } as const;
    this.#checked.set(quote, { ...checked, file });
    return checked;
  }

  /** Undefined where there is no text, or it cannot be read. */
  async prepare({ id, working }: Source): Promise<CheckedSource | undefined> {
    if (working === undefined) return undefined;
    const known = this.#prepared.get(working.file);
    this.#prepared.delete(working.file);
    const text = known ?? (await this.#read(id));
    if (text === undefined) return undefined;
    this.#prepared.set(working.file, text);
    for (const [oldest] of this.#prepared) {
      if (this.#prepared.size > mostPrepared) this.#prepared.delete(oldest);
    }
    return text;
  }

  async #read(source: SourceId): Promise<CheckedSource | undefined> {
    const work = await this.#texts.read(source);
    return work.ok ? checkedSource(work.value) : undefined;
  }
}

type Placed = Pick<ComposedQuote, 'quote' | 'source'>;

function inOrder(a: Placed, b: Placed): number {
  return (
    displayTitle(a.source).localeCompare(displayTitle(b.source)) ||
    (a.source.id < b.source.id ? -1 : Number(a.source.id !== b.source.id)) ||
    startOf(a.quote) - startOf(b.quote) ||
    a.quote.madeAt - b.quote.madeAt
  );
}

function startOf({ passages }: Quote): number {
  return passages[0]?.anchor.start ?? 0;
}

function tagsOf({ passages }: Quote, { marks, tags }: LibraryState): ComposedQuote['tags'] {
  const ids = passages.flatMap(({ mark }) => (mark && marks.get(mark)?.tags) ?? []);
  return seenTags(tags, ids).flatMap((id) => tags.get(id) ?? []);
}

/** Without its text a quote can still be read as its passages were taken. */
function unplaced(quote: Quote): readonly QuotePiece[] {
  const text = passagesText(quote);
  return [{ kind: 'words', text, start: 0, end: 0, isEmphasised: false }];
}
