// A newer original of a source, or its text read anew: sealed, compared with what was marked and quoted, and only then, when
// the person has seen what becomes of it, made the source's version. The one before stays held.
import { areaPlaceOn, placeOn } from '../../shared/anchor/place.ts';
import { reanchorArea } from '../../shared/anchor/reanchor-area.ts';
import { reanchorMark, type ReanchoredMark } from '../../shared/anchor/reanchor.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { wordsOf, type Mark } from '../../shared/evidence/mark.ts';
import { effectiveLabels } from '../../shared/evidence/page-labels.ts';
import { passagesText, type Quote } from '../../shared/evidence/quote.ts';
import type { Original, Source } from '../../shared/evidence/source.ts';
import { generalCase, type Act } from '../../shared/journal/change.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { contentOn } from '../../shared/quote/draft.ts';
import { verifiable } from '../../shared/quote/left-out.ts';
import { renewQuote, type RenewedQuote } from '../../shared/renewal/renew-quote.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { TextMap } from '../../shared/text/text-map.ts';
import type { TextPage, WorkingText } from '../../shared/text/working-text.ts';
import { prepareSource, type PreparedSource } from '../../shared/verify/prepare-source.ts';
import type { ImportedText } from './calls/import.ts';
import type { NewVersion, PassageFate } from './calls/versions.ts';
import type { VaultRequest, VaultResponse } from './contract.ts';
import { partsOf, sealWorkingText } from './importing.ts';

interface Compared {
  readonly text: ImportedText;
  readonly original: Original;
  readonly work: WorkingText | undefined;
  readonly marks: readonly (ReanchoredMark & { readonly mark: Mark })[];
  readonly quotes: readonly { readonly quote: Quote; readonly found: RenewedQuote }[];
}

interface Pending {
  /** Sealed and not yet named by the journal; absent where the held original was read anew. */
  readonly original?: Original;
  readonly compared?: Compared;
}

/** Passages compared in one go; the worker answers others in between. */
const batch = 50;

export class Versions {
  readonly #locker: OpenLocker;
  readonly #act: (acts: readonly Act[]) => Promise<Result<unknown>>;
  readonly #pending = new Map<SourceId, Pending>();

  constructor(locker: OpenLocker, act: (acts: readonly Act[]) => Promise<Result<unknown>>) {
    this.#locker = locker;
    this.#act = act;
  }

  async sealOriginal({
    source,
    name,
    mediaType,
    blob,
  }: VaultRequest<'version:original'>): Promise<Result<VaultResponse<'version:original'>>> {
    const held = this.#held(source);
    if (held === undefined) return fail('not-there');
    await this.discard(source);
    const sealed = await this.#locker.sealFile(
      `source/${source}`,
      { name, mediaType },
      partsOf(blob),
    );
    if (!sealed.ok) return sealed;
    const { file, sha256, sizeBytes } = sealed.value;
    if (sha256 === held.original.sha256) {
      await this.#locker.discardFile(file);
      return ok({ file: '' });
    }
    this.#pending.set(source, { original: { file, name, mediaType, sizeBytes, sha256 } });
    return ok({ file });
  }

  async compare({
    source: id,
    file,
    text,
  }: VaultRequest<'version:compare'>): Promise<Result<NewVersion>> {
    const source = this.#held(id);
    if (file === null) await this.discard(id);
    const newer = this.#pending.get(id)?.original;
    if (source === undefined || (file !== null && newer?.file !== file)) return fail('not-there');
    const original = newer ?? source.original;
    const decoded = text.working && decodeWorkingText(new Uint8Array(text.working));
    if (decoded?.ok === false) return decoded;
    const work = decoded?.value;
    const compared = { text, original, work, ...(await this.#compare(id, work)) };
    this.#pending.set(id, { ...(newer && { original: newer }), compared });
    const { name, sizeBytes, sha256 } = original;
    const { status, reason, extractor, pages, words } = text;
    return ok({
      source: id,
      original: { name, sizeBytes, sha256 },
      isNewOriginal: newer !== undefined,
      ...{ status, extractor, pages, words },
      ...(reason === undefined ? {} : { reason }),
      isSameText: await this.#isSameText(source, text),
      passages: fatesOf(compared, source.labels),
    });
  }

  async accept(id: SourceId): Promise<Result<VaultResponse<'version:accept'>>> {
    const pending = this.#pending.get(id);
    const compared = pending?.compared;
    if (compared === undefined || this.#held(id) === undefined) return fail('not-there');
    this.#pending.delete(id); // whoever puts it away from now on puts nothing away
    const accepted = await this.#accept(id, compared);
    if (!accepted.ok) this.#pending.set(id, pending ?? {});
    return accepted;
  }

  async #accept(
    id: SourceId,
    compared: Compared,
  ): Promise<Result<VaultResponse<'version:accept'>>> {
    const { text, original, work } = compared;
    const working = await sealWorkingText(this.#locker, id, text);
    if (!working.ok) return working;
    const file = working.value?.file;
    const renewed: Act = {
      subject: `source/${id}`,
      kind: 'source-renewed',
      payload: {
        ...{ source: id, format: text.format, original, status: text.status },
        ...(text.reason === undefined ? {} : { reason: text.reason }),
        ...(working.value === undefined ? {} : { working: working.value }),
      },
    };
    const along = work === undefined || file === undefined ? [] : this.#along(compared, work, file);
    const acted = await this.#act([renewed, ...along]);
    if (!acted.ok) return acted;
    const fates = fatesOf(compared, undefined);
    const placed = fates.filter(({ how }) => how === 'exact' || how === 'moved').length;
    return ok({ placed, left: fates.length - placed });
  }

  async discard(source: SourceId): Promise<Result<null>> {
    const original = this.#pending.get(source)?.original;
    this.#pending.delete(source);
    return original === undefined ? ok(null) : this.#locker.discardFile(original.file);
  }

  #held(source: SourceId): Source | undefined {
    const held = this.#locker.state.sources.get(source);
    return held?.removed === false ? held : undefined;
  }

  async #isSameText({ working, status }: Source, text: ImportedText): Promise<boolean> {
    if (working === undefined || text.working === undefined) return false;
    const held = await this.#locker.openFile(working.file);
    if (!held.ok || status !== text.status) return false;
    const [before, now] = [held.value.bytes, new Uint8Array(text.working)];
    return before.length === now.length && before.every((byte, at) => byte === now[at]);
  }

  /** Removed ones as well: what is brought back from the trash stands where it belongs. */
  async #compare(
    source: SourceId,
    work: WorkingText | undefined,
  ): Promise<Pick<Compared, 'marks' | 'quotes'>> {
    const { state } = this.#locker;
    const now = work && prepareSource(verifiable(work));
    const before = await this.#pagesBefore(source);
    const marks = await inBatches(
      [...state.marks.values()].filter((mark) => mark.source === source).sort(byPlace),
      (mark) => ({ mark, ...this.#find(mark, now, work, before) }),
    );
    const quotes = await inBatches(
      [...state.quotes.values()].filter((quote) => quote.source === source),
      (quote) => ({ quote, found: renewed(quote, now) }),
    );
    return { marks, quotes };
  }

  /** Of the text that is held; none where it has none, or cannot be read. */
  async #pagesBefore(source: SourceId): Promise<readonly TextPage[]> {
    const working = this.#held(source)?.working;
    if (working === undefined) return [];
    const opened = await this.#locker.openFile(working.file);
    const decoded = opened.ok ? decodeWorkingText(opened.value.bytes) : opened;
    return decoded.ok ? decoded.value.pages : [];
  }

  /** An area stays on its page as long as it is of the same original: what is read of that cannot move it. */
  #find(
    mark: Mark,
    now: PreparedSource | undefined,
    work: WorkingText | undefined,
    before: readonly TextPage[],
  ): ReanchoredMark {
    if (mark.area === undefined) return now === undefined ? lost : reanchorMark(mark, now);
    const pages = work?.pages ?? [];
    if (this.#pending.get(mark.source)?.original !== undefined) {
      return { found: reanchorArea(mark.area, before, pages), more: [] };
    }
    const page = pages[mark.area.page];
    if (page === undefined) return lost;
    return { found: { how: 'exact', start: page.start, end: page.start }, more: [] };
  }

  /** The acts by which marks and quotes go along. One that was changed since it was compared stays where it is. */
  #along({ marks, quotes }: Compared, work: WorkingText, workingFile: string): readonly Act[] {
    const { state } = this.#locker;
    const map = new TextMap(work);
    const placed = marks.flatMap(({ mark, found, more }) => {
      if (found.how === 'orphaned' || found.how === 'changed') return [];
      const held = state.marks.get(mark.id);
      if (held?.anchor !== mark.anchor || held.more !== mark.more) return [];
      const place =
        mark.area === undefined ? placeOn(work, map, found, more) : areaPlaceOn(work, mark.area);
      return [{ mark: mark.id, workingFile, ...place }];
    });
    const requoted = quotes.flatMap(({ quote, found }): Act[] => {
      if (found.how === 'orphaned' || found.how === 'changed') return [];
      if (state.quotes.get(quote.id)?.passages !== quote.passages) return [];
      const content = contentOn(work, map, found.draft, { workingFile, note: quote.note });
      const payload = { quote: quote.id, content };
      return [{ subject: subjectOf(quote), kind: 'quote-changed', payload }];
    });
    const [first] = marks;
    if (first === undefined || placed.length === 0) return requoted;
    const { source } = first.mark;
    const subject = subjectOf(first.mark);
    return [{ subject, kind: 'marks-placed', payload: { source, marks: placed } }, ...requoted];
  }
}

const lost: ReanchoredMark = { found: { how: 'orphaned' }, more: [] };

function renewed(quote: Quote, now: PreparedSource | undefined): RenewedQuote {
  return now === undefined ? { how: 'orphaned' } : renewQuote(quote, now);
}

function subjectOf({ source }: Pick<Mark, 'source'>): Act['subject'] {
  return `marks/${source}/${generalCase}`;
}

/** What is told: of those that stand. `labels` are the source's. */
function fatesOf(
  { marks, quotes, work }: Compared,
  labels: Source['labels'],
): readonly PassageFate[] {
  const isRemoved = (noun: Mark | Quote): boolean => 'removed' in noun && noun.removed === true;
  const ofMarks = marks
    .filter(({ mark }) => !isRemoved(mark))
    .map(({ mark, found }): PassageFate => ({
      ...{ of: 'mark', id: mark.id, how: found.how, words: wordsOf(mark) },
      pageLabel: effectiveLabels(labels, mark),
      ...(found.how === 'changed'
        ? {
            now: work?.text.slice(found.start, found.end) ?? '',
            differences: found.differences,
          }
        : { now: '', differences: [] }),
    }));
  const ofQuotes = quotes
    .filter(({ quote }) => !isRemoved(quote))
    .map(({ quote, found }): PassageFate => ({
      ...{ of: 'quote', id: quote.id, how: found.how, words: passagesText(quote), now: '' },
      pageLabel: quote.passages
        .slice(0, 1)
        .map((each) => effectiveLabels(labels, each))
        .join(''),
      differences: found.how === 'changed' ? found.differences : [],
    }));
  return [...ofMarks, ...ofQuotes];
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
