import { useCallback, useEffect, useRef, useState } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Source } from '../../shared/evidence/source.ts';
import { type Result, fail } from '../../shared/result.ts';
import { useVault } from '../app/vault-context.tsx';
import type { Extractor } from '../extract/extract.ts';
import { useImport } from '../import/import-context.tsx';
import { readBytes, readDocument } from '../import/import-sources.ts';
import { headBytes, mediaTypeOf } from '../import/media-type.ts';
import type { NewVersion } from '../vault/calls/versions.ts';
import type { Vault } from '../vault/contract.ts';

type VersionState =
  | { readonly kind: 'none' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: ErrorCode }
  /** The file holds the very bytes that are held, or was read before as it would be now. */
  | { readonly kind: 'nothing-new'; readonly why: 'same-file' | 'same-text' }
  | { readonly kind: 'compared'; readonly version: NewVersion };

export interface VersionAccess {
  readonly state: VersionState;
  readonly replaceBy: (file: File) => void;
  readonly readAgain: () => void;
  /** Takes the version that was compared; how many passages went along, and how many need a look. */
  readonly accept: () => Promise<Result<{ readonly placed: number; readonly left: number }>>;
  readonly putAway: () => void;
}

type Read = (extractor: Extractor, signal: AbortSignal) => Promise<VersionState>;

/** One source's next version, from the file to the comparison; nothing of it counts before `accept`. */
export function useNewVersion(source: Source): VersionAccess {
  const vault = useVault();
  const { startExtractor } = useImport();
  const [state, setState] = useState<VersionState>({ kind: 'none' });
  const running = useRef<AbortController>(undefined);
  const { id } = source;

  const putAway = useCallback(() => {
    running.current?.abort();
    running.current = undefined;
    setState({ kind: 'none' });
    void vault.ask('version:discard', { source: id });
  }, [vault, id]);
  useEffect(() => putAway, [putAway]);

  const run = (read: Read): void => {
    const abort = new AbortController();
    running.current?.abort();
    running.current = abort;
    setState({ kind: 'reading' });
    void startExtractor()
      .then(async (extractor) => {
        const next = await read(extractor, abort.signal);
        extractor.end();
        return next;
      })
      .catch((): VersionState => ({ kind: 'failed', error: 'internal' }))
      .then((next) => {
        if (!abort.signal.aborted) setState(next);
      });
  };
  return {
    state,
    replaceBy: (file) => {
      run((extractor, signal) => readNewer(vault, source, file, extractor, signal));
    },
    readAgain: () => {
      run((extractor, signal) => readHeld(vault, source, extractor, signal));
    },
    accept: async () => {
      if (state.kind !== 'compared') return fail('not-there');
      const accepted = await vault.ask('version:accept', { source: id });
      setState(accepted.ok ? { kind: 'none' } : { kind: 'failed', error: accepted.error });
      return accepted;
    },
    putAway,
  };
}

/** Sealed before anything parses it, as at import. */
async function readNewer(
  vault: Vault,
  { id }: Source,
  file: File,
  extractor: Extractor,
  signal: AbortSignal,
): Promise<VersionState> {
  const head = await readBytes(file.slice(0, headBytes));
  const bytes = head === undefined ? undefined : await readBytes(file);
  if (head === undefined || bytes === undefined) return { kind: 'failed', error: 'not-there' };
  const mediaType = mediaTypeOf(file.name, new Uint8Array(head), file.type);
  const named = { source: id, name: file.name, mediaType, blob: file };
  const sealed = await vault.ask('version:original', named);
  if (!sealed.ok) return { kind: 'failed', error: sealed.error };
  if (sealed.value.file === '') return { kind: 'nothing-new', why: 'same-file' };
  const text = await readDocument(bytes, file.name, extractor, signal);
  const request = { source: id, file: sealed.value.file, text };
  return comparedState(await vault.ask('version:compare', request));
}

async function readHeld(
  vault: Vault,
  { id, original }: Source,
  extractor: Extractor,
  signal: AbortSignal,
): Promise<VersionState> {
  const held = await vault.ask('original:read', { source: id });
  if (!held.ok) return { kind: 'failed', error: held.error };
  const text = await readDocument(held.value, original.name, extractor, signal);
  return comparedState(await vault.ask('version:compare', { source: id, file: null, text }));
}

function comparedState(compared: Result<NewVersion>): VersionState {
  if (!compared.ok) return { kind: 'failed', error: compared.error };
  const { isSameText, isNewOriginal } = compared.value;
  return isSameText && !isNewOriginal
    ? { kind: 'nothing-new', why: 'same-text' }
    : { kind: 'compared', version: compared.value };
}
