// A newer original of a source, or its text read anew: sealed, compared with what was marked and quoted, and only then, when
// the person has seen what becomes of it, made the source's version. The one before stays held.
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { Original, Source } from '../../shared/evidence/source.ts';
import type { Act } from '../../shared/journal/change.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import type { TextPage, WorkingText } from '../../shared/text/working-text.ts';
import { actsAlong } from './acts-along.ts';
import type { ImportedText } from './calls/import.ts';
import type { NewVersion } from './calls/versions.ts';
import { comparePassages, type ComparedPassages } from './compare-passages.ts';
import type { VaultRequest, VaultResponse } from './contract.ts';
import { partsOf, sealWorkingText } from './importing.ts';
import { fatesOf } from './passage-fates.ts';

interface Compared extends ComparedPassages {
  readonly text: ImportedText;
  readonly original: Original;
  readonly work: WorkingText | undefined;
}

interface Pending {
  /** Sealed and not yet named by the journal; absent where the held original was read anew. */
  readonly original?: Original;
  readonly compared?: Compared;
}

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
    const passages = await comparePassages(this.#locker.state, id, {
      work,
      pagesBefore: await this.#pagesBefore(id),
      isNewOriginal: newer !== undefined,
    });
    const compared = { text, original, work, ...passages };
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
      passages: fatesOf(compared, work, source.labels),
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
    const along =
      work === undefined || file === undefined
        ? []
        : actsAlong(this.#locker.state, compared, work, file);
    const acted = await this.#act([renewed, ...along]);
    if (!acted.ok) return acted;
    const fates = fatesOf(compared, work, undefined);
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

  /** Of the text that is held; none where it has none, or cannot be read. */
  async #pagesBefore(source: SourceId): Promise<readonly TextPage[]> {
    const working = this.#held(source)?.working;
    if (working === undefined) return [];
    const opened = await this.#locker.openFile(working.file);
    const decoded = opened.ok ? decodeWorkingText(opened.value.bytes) : opened;
    return decoded.ok ? decoded.value.pages : [];
  }
}
