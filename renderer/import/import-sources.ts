// Importing, stage by stage. One file at a time: the original is sealed before anything parses it, and a file that cannot
// be read is kept all the same, with its reason.
import type { FoundAnnotation } from '../../shared/annotation/found.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import type { Extractor } from '../extract/extract.ts';
import type { ImportedPart, ImportedText } from '../vault/calls/import.ts';
import type { Vault, VaultRequest } from '../vault/contract.ts';
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
  /** A folder of files that belong to a saved page, which was added with them: none is a source of its own. */
  | { readonly kind: 'part-of-page'; readonly page: string; readonly count: number }
  /** The disk would not give the file; nothing was kept. */
  | { readonly kind: 'not-given' }
  | { readonly kind: 'failed'; readonly error: ErrorCode }
  /** Stopped by the person before it was finished; nothing was kept. */
  | { readonly kind: 'cancelled' }
  /** An attachment deeper, or one of more, than is taken out of a mail; it stays in there. */
  | { readonly kind: 'left-inside' };

export interface ImportResult {
  readonly name: string;
  readonly outcome: ImportOutcome;
  /** What was attached to it, in order; absent where nothing was. */
  readonly parts?: readonly ImportResult[];
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
    const tell: TellStage = (name, stage, pagesDone = 0, pagesTotal = 0) => {
      const counts = { done: results.length, total: files.length, pagesDone, pagesTotal };
      job.onProgress({ name, stage, ...counts });
    };
    const result = await importFile(file, job, tell);
    results.push(result);
    job.onResult(result);
  }
  return results;
}

type TellStage = (
  name: string,
  stage: ImportProgress['stage'],
  pagesDone?: number,
  pagesTotal?: number,
) => void;

/** Something to import: a file of the disk, or an attachment. */
interface Given {
  readonly name: string;
  /** As the system or the mail calls it. */
  readonly statedType: string;
  /** Undefined where the disk refuses. Asked for twice: the first bytes, then all of them. */
  readonly read: (most?: number) => Promise<ArrayBuffer | undefined>;
  readonly original: () => { readonly blob: Blob } | { readonly bytes: ArrayBuffer };
  readonly partOf?: SourceId;
  /** 0 of a file, 1 of what is attached to it. */
  readonly depth: number;
}

/** Mails within mails beyond these are kept inside the last one that was taken out. */
const deepestPart = 5;
const mostParts = 500;

async function importFile(file: File, job: ImportJob, tell: TellStage): Promise<ImportResult> {
  const given: Given = {
    name: file.name,
    statedType: file.type,
    read: (most) => readBytes(most === undefined ? file : file.slice(0, most)),
    // The file itself, not a copy of its bytes: a Blob made here would lie in the browser process, and a large one on its
    // disk. One that changed since it was chosen gives an error, so both readings are of the same bytes.
    original: () => ({ blob: file }),
    depth: 0,
  };
  return importGiven(given, job, tell, { left: mostParts });
}

/** A document, then what is attached to it, each as a source of its own. */
async function importGiven(
  given: Given,
  job: ImportJob,
  tell: TellStage,
  budget: { left: number },
): Promise<ImportResult> {
  const { name } = given;
  const { outcome, attached } = await importOne(given, job, tell);
  if (outcome.kind !== 'imported' || attached.length === 0) return { name, outcome };
  const parts: ImportResult[] = [];
  for (const part of attached) {
    const inside = partGiven(part, outcome.source, given.depth + 1);
    const isTaken = inside.depth <= deepestPart && budget.left-- > 0;
    parts.push(
      isTaken
        ? await importGiven(inside, job, tell, budget)
        : { name: part.name, outcome: { kind: 'left-inside' } },
    );
  }
  return { name, outcome, parts };
}

function partGiven(
  { name, mediaType, bytes }: ImportedPart,
  partOf: SourceId,
  depth: number,
): Given {
  return {
    ...{ name, statedType: mediaType, partOf, depth },
    read: (most) => Promise.resolve(bytes.slice(0, most)),
    original: () => ({ bytes: bytes.slice(0) }),
  };
}

interface One {
  readonly outcome: ImportOutcome;
  readonly attached: readonly ImportedPart[];
}

/** Every stage a document goes through, in order. */
async function importOne(
  { name, statedType, read, original, partOf }: Given,
  { vault, extractor, signal }: ImportJob,
  tell: TellStage,
): Promise<One> {
  const alone = (outcome: ImportOutcome): One => ({ outcome, attached: [] });
  if (signal.aborted) return alone({ kind: 'cancelled' });
  tell(name, 'sealing');
  const head = await read(headBytes);
  if (head === undefined) return alone({ kind: 'not-given' });

  const mediaType = mediaTypeOf(name, new Uint8Array(head), statedType);
  const request: VaultRequest<'import:original'> = { name, mediaType, ...original() };
  const sealed = await vault.ask('import:original', request);
  if (!sealed.ok) return alone({ kind: 'failed', error: sealed.error });
  const { file: sealedFile, duplicateOf } = sealed.value;
  if (duplicateOf !== null) return alone({ kind: 'duplicate', of: duplicateOf });

  const discard = async (outcome: ImportOutcome): Promise<One> => {
    await vault.ask('import:discard', { file: sealedFile });
    return alone(outcome);
  };
  if (isAborted(signal)) return discard({ kind: 'cancelled' });

  tell(name, 'reading');
  const bytes = await read();
  if (bytes === undefined) return discard({ kind: 'not-given' });
  const { parts = [], ...text } = await readText(bytes, name, extractor, signal, tell);
  if (isAborted(signal)) return discard({ kind: 'cancelled' });

  tell(name, 'filing');
  const place = partOf === undefined ? {} : { partOf };
  const filed = await vault.ask('import:finish', { file: sealedFile, text, ...place });
  if (!filed.ok) return discard({ kind: 'failed', error: filed.error });
  const { status, reason, pages, words } = text;
  const told = { status, pages, words, ...(reason === undefined ? {} : { reason }) };
  const own = text.annotations === undefined ? {} : { annotations: text.annotations };
  const outcome = { kind: 'imported', source: filed.value, text: told, ...own } as const;
  return { outcome, attached: parts };
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
    tell(name, 'reading', done, total);
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
