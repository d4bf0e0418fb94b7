// From a file a person chose to a source of the library: seal the original, then its working text, then say so in the
// journal. What was sealed and never finished is deleted again.
import { sha256Hex } from '../../shared/crypto/digest.ts';
import { randomId, type SourceId } from '../../shared/evidence/ids.ts';
import { emptyDetails, type Original, type WorkingCopy } from '../../shared/evidence/source.ts';
import type { Act } from '../../shared/journal/change.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { ImportedText } from './calls/import.ts';
import type { VaultRequest, VaultResponse } from './contract.ts';
import { findByDigest } from './library-view.ts';

/** Up to this size the bytes are hashed at once, before anything is sealed; WebCrypto has no hash of a stream. */
const wholeBytes = 64 * 1024 * 1024;
const partBytes = 4 * 1024 * 1024;

interface Pending {
  readonly source: SourceId;
  readonly original: Original;
}

export class Importing {
  readonly #locker: OpenLocker;
  readonly #record: (act: Act) => Promise<Result<unknown>>;
  readonly #pending = new Map<string, Pending>();

  constructor(locker: OpenLocker, record: (act: Act) => Promise<Result<unknown>>) {
    this.#locker = locker;
    this.#record = record;
  }

  async sealOriginal(
    request: VaultRequest<'import:original'>,
  ): Promise<Result<VaultResponse<'import:original'>>> {
    const { name, mediaType } = request;
    const known = this.#find(await digestOfSmall(request));
    if (known !== null) return ok({ file: '', duplicateOf: known });

    const source: SourceId = randomId();
    const sealed = await this.#locker.sealFile(
      `source/${source}`,
      { name, mediaType },
      'blob' in request ? partsOf(request.blob) : once(new Uint8Array(request.bytes)),
    );
    if (!sealed.ok) return sealed;
    const { file, sha256, sizeBytes } = sealed.value;
    const duplicateOf = this.#find(sha256);
    if (duplicateOf !== null) {
      await this.#locker.discardFile(file);
      return ok({ file: '', duplicateOf });
    }
    this.#pending.set(file, { source, original: { file, name, mediaType, sizeBytes, sha256 } });
    return ok({ file, duplicateOf });
  }

  async finish({ file, text, partOf }: VaultRequest<'import:finish'>): Promise<Result<SourceId>> {
    const pending = this.#pending.get(file);
    if (pending === undefined) return fail('not-there');
    const { source, original } = pending;
    const working = await sealWorkingText(this.#locker, source, text);
    if (!working.ok) return working;
    const recorded = await this.#record({
      subject: `source/${source}`,
      kind: 'source-imported',
      payload: {
        source,
        format: text.format,
        original,
        status: text.status,
        ...(text.reason === undefined ? {} : { reason: text.reason }),
        ...(working.value === undefined ? {} : { working: working.value }),
        details: { ...emptyDetails, ...text.details },
        ...(text.proposed === undefined ? {} : { proposed: text.proposed }),
        ...(partOf === undefined ? {} : { partOf }),
      },
    });
    if (!recorded.ok) return recorded;
    this.#pending.delete(file);
    return ok(source);
  }

  async discard({ file }: VaultRequest<'import:discard'>): Promise<Result<null>> {
    const pending = this.#pending.get(file);
    if (pending === undefined) return ok(null);
    this.#pending.delete(file);
    return this.#locker.discardFile(pending.original.file);
  }

  #find(sha256: string | undefined): SourceId | null {
    if (sha256 === undefined) return null;
    return findByDigest(this.#locker.state, sha256)?.id ?? null;
  }
}

async function digestOfSmall(
  request: VaultRequest<'import:original'>,
): Promise<string | undefined> {
  if ('bytes' in request) return sha256Hex(new Uint8Array(request.bytes));
  if (request.blob.size > wholeBytes) return undefined;
  return sha256Hex(new Uint8Array(await request.blob.arrayBuffer()));
}

export async function sealWorkingText(
  locker: Pick<OpenLocker, 'sealFile'>,
  source: SourceId,
  text: ImportedText,
): Promise<Result<WorkingCopy | undefined>> {
  if (text.working === undefined) return ok(undefined);
  const { extractor, pages, words, unreadable } = text;
  const meta = { name: 'working text', mediaType: 'application/octet-stream' };
  const bytes = new Uint8Array(text.working);
  const sealed = await locker.sealFile(`source/${source}`, meta, once(bytes));
  if (!sealed.ok) return sealed;
  return ok({ file: sealed.value.file, extractor, pages, words, unreadable });
}

/** Of a file on a disk. */
export async function* partsOf(blob: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (let from = 0; from < blob.size; from += partBytes) {
    yield new Uint8Array(await blob.slice(from, from + partBytes).arrayBuffer());
  }
}

/**
 * Of bytes made here, and never by way of a Blob: whatever a page makes one of is copied to the browser process, which in
 * Electron is main, and was found in its memory after locking.
 */
async function* once(bytes: Uint8Array<ArrayBuffer>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield await Promise.resolve(bytes);
}
