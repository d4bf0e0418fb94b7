// Importing, stage by stage. One file at a time: the original is sealed before anything parses it, and a file that cannot
// be read is kept all the same, with its reason.
import type { FoundAnnotation } from '../../shared/annotation/found.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { Extractor } from '../extract/extract.ts';
import type { ImportedText, Vault } from '../vault/contract.ts';
import { headBytes, mediaTypeOf } from './media-type.ts';

/** What became of one file. */
export type ImportOutcome =
  /** Kept; `text.status` says how much of it can be read. */
  | {
      readonly kind: 'imported';
      readonly source: SourceId;
      readonly text: Pick<ImportedText, 'status' | 'reason' | 'pages' | 'words'>;
      /** Highlights and notes of its own: marks can be made of them. */
      readonly annotations?: readonly FoundAnnotation[];
    }
  /** The same bytes are in the library. */
  | { readonly kind: 'duplicate'; readonly of: SourceId }
  /** The disk would not give the file; nothing was kept. */
  | { readonly kind: 'not-given' }
  | { readonly kind: 'failed'; readonly error: ErrorCode }
  /** Stopped by the person before it was finished; nothing was kept. */
  | { readonly kind: 'cancelled' };

export interface ImportResult {
  readonly name: string;
  readonly outcome: ImportOutcome;
}

export interface ImportProgress {
  readonly name: string;
  /** Files finished, of how many. */
  readonly done: number;
  readonly total: number;
  readonly stage: 'sealing' | 'reading' | 'filing';
  /** While reading; both 0 as long as nobody knows. */
  readonly pagesDone: number;
  readonly pagesTotal: number;
}

export interface ImportJob {
  readonly vault: Vault;
  readonly extractor: Extractor;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  /** After each file, in order. */
  readonly onResult: (result: ImportResult) => void;
}

/** Answers a result for every file, in order. Never rejects: whatever goes wrong with a file is that file's outcome. */
export async function importSources(
  files: readonly File[],
  job: ImportJob,
): Promise<readonly ImportResult[]> {
  const results: ImportResult[] = [];
  for (const file of files) {
    const tell: TellStage = (stage, pagesDone = 0, pagesTotal = 0) => {
      const counts = { done: results.length, total: files.length, pagesDone, pagesTotal };
      job.onProgress({ name: file.name, stage, ...counts });
    };
    const result = { name: file.name, outcome: await importFile(file, job, tell) };
    results.push(result);
    job.onResult(result);
  }
  return results;
}

type TellStage = (stage: ImportProgress['stage'], pagesDone?: number, pagesTotal?: number) => void;

/** Every stage a file goes through, in order. */
async function importFile(
  file: File,
  { vault, extractor, signal }: ImportJob,
  tell: TellStage,
): Promise<ImportOutcome> {
  if (signal.aborted) return { kind: 'cancelled' };
  tell('sealing');
  const head = await readBytes(file.slice(0, headBytes));
  if (head === undefined) return { kind: 'not-given' };

  // The file itself, not a copy of its bytes: a Blob made here would lie in the browser process, and a large one on its
  // disk. One that changed since it was chosen gives an error, so both readings are of the same bytes.
  const mediaType = mediaTypeOf(file.name, new Uint8Array(head), file.type);
  const sealed = await vault.ask('import:original', { name: file.name, mediaType, blob: file });
  if (!sealed.ok) return { kind: 'failed', error: sealed.error };
  const { file: sealedFile, duplicateOf } = sealed.value;
  if (duplicateOf !== null) return { kind: 'duplicate', of: duplicateOf };

  const discard = async (outcome: ImportOutcome): Promise<ImportOutcome> => {
    await vault.ask('import:discard', { file: sealedFile });
    return outcome;
  };
  if (isAborted(signal)) return discard({ kind: 'cancelled' });

  tell('reading');
  const bytes = await readBytes(file);
  if (bytes === undefined) return discard({ kind: 'not-given' });
  const text = await readText(bytes, file.name, extractor, signal, tell);
  if (isAborted(signal)) return discard({ kind: 'cancelled' });

  tell('filing');
  const filed = await vault.ask('import:finish', { file: sealedFile, text });
  if (!filed.ok) return discard({ kind: 'failed', error: filed.error });
  const { status, reason, pages, words } = text;
  const read = { status, pages, words, ...(reason === undefined ? {} : { reason }) };
  const own = text.annotations === undefined ? {} : { annotations: text.annotations };
  return { kind: 'imported', source: filed.value, text: read, ...own };
}

/** What can be read of a document. Never rejects: one that breaks its reader is called damaged. */
export function readDocument(
  bytes: ArrayBuffer,
  name: string,
  extractor: Extractor,
  signal: AbortSignal,
): Promise<ImportedText> {
  return readText(bytes, name, extractor, signal, () => undefined);
}

/** Undefined where the system refuses: taken away meanwhile, no permission, a folder dressed as a file. */
export async function readBytes(file: Blob): Promise<ArrayBuffer | undefined> {
  try {
    return await file.arrayBuffer();
  } catch {
    return undefined;
  }
}

async function readText(
  bytes: ArrayBuffer,
  name: string,
  extractor: Extractor,
  signal: AbortSignal,
  tell: TellStage,
): Promise<ImportedText> {
  const onPages = (done: number, total: number) => {
    tell('reading', done, total);
  };
  try {
    return await extractor.extract(bytes, name, onPages, signal);
  } catch {
    // Aborted, which the caller sees, or broken against its promise: then the document is kept and called damaged.
    return unreadableText;
  }
}

const unreadableText: ImportedText = {
  status: 'unreadable',
  reason: 'damaged',
  format: 'unknown',
  extractor: 'none',
  pages: 0,
  words: 0,
  unreadable: 0,
  details: {},
};

/** A call, because the compiler does not see that a signal changes while somebody waits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
