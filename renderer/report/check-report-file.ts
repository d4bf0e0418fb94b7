// The path of a report check, in order: open the file → read its lines → gather the texts → check. Nothing of the report is kept.
import { displayTitle } from '../../shared/evidence/source.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Extractor } from '../extract/extract.ts';
import type { Vault } from '../vault/contract.ts';
import { checkInWorker, readInWorker } from './check-in-worker.ts';
import type { CheckedView, ReportFile, ReportSource } from './check-messages.ts';

export interface CheckProgress {
  readonly stage: 'reading' | 'gathering' | 'checking';
  readonly done: number;
  /** 0 where nobody knows. */
  readonly total: number;
}

interface CheckOptions {
  readonly vault: Vault;
  /** Reads PDFs in a worker that holds no key; started only for them. */
  readonly startExtractor: () => Promise<Extractor>;
  readonly identifiers: readonly string[];
  readonly signal: AbortSignal;
  readonly onProgress: (progress: CheckProgress) => void;
  /** Tests may read and check elsewhere. */
  readonly read?: typeof readInWorker;
  readonly check?: typeof checkInWorker;
}

/** A report has pages, not gigabytes: what is larger is none. */
const mostBytes = 64 * 1024 * 1024;

/** Errors: `report-unreadable`, `cancelled`, and those of reading the library. */
export async function checkReportFile(
  file: File,
  {
    vault,
    startExtractor,
    identifiers,
    signal,
    onProgress,
    read = readInWorker,
    check = checkInWorker,
  }: CheckOptions,
): Promise<Result<CheckedView>> {
  onProgress({ stage: 'reading', done: 0, total: 0 });
  const opened = await openFile(file, startExtractor, signal, onProgress);
  if (!opened.ok) return opened;
  const lines = await read(opened.value, signal);
  if (!lines.ok) return lines;
  const gathered = await gatherSources(vault, signal, onProgress);
  if (!gathered.ok) return gathered;
  onProgress({ stage: 'checking', done: 0, total: 0 });
  const { sources, withoutText } = gathered.value;
  const checked = await check({ read: lines.value, sources, identifiers }, signal);
  return checked.ok ? ok({ ...checked.value, withoutText }) : checked;
}

async function openFile(
  file: File,
  startExtractor: () => Promise<Extractor>,
  signal: AbortSignal,
  onProgress: (progress: CheckProgress) => void,
): Promise<Result<ReportFile>> {
  if (file.size > mostBytes) return fail('report-unreadable');
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (bytes === undefined || bytes.byteLength === 0) return fail('report-unreadable');
  const head = new TextDecoder('latin1').decode(bytes.slice(0, 1024));
  if (head.startsWith('PK\u0003\u0004')) return ok({ kind: 'docx', bytes });
  if (!head.includes('%PDF-')) return ok({ kind: 'text', bytes });
  const extractor = await startExtractor();
  try {
    const onPage = (done: number, total: number) => {
      onProgress({ stage: 'reading', done, total });
    };
    const { status, working } = await extractor.extract(bytes, file.name, onPage, signal);
    if (status !== 'text' || working === undefined) return fail('report-unreadable');
    return ok({ kind: 'working', bytes: working });
  } catch {
    return fail(signal.aborted ? 'cancelled' : 'report-unreadable');
  } finally {
    extractor.end();
  }
}

/** The texts of all sources that have one. A source whose text cannot be read now is left out: its quotes are not found. */
async function gatherSources(
  vault: Vault,
  signal: AbortSignal,
  onProgress: (progress: CheckProgress) => void,
): Promise<Result<{ readonly sources: readonly ReportSource[]; readonly withoutText: number }>> {
  const library = await vault.ask('library:read', null);
  if (!library.ok) return library;
  const readable = library.value.sources.filter(({ status }) => status === 'text');
  const sources: ReportSource[] = [];
  for (const [done, source] of readable.entries()) {
    if (signal.aborted) return fail('cancelled');
    onProgress({ stage: 'gathering', done, total: readable.length });
    const { id, details, format, working } = source;
    const text = await vault.ask('text:read', { source: id });
    if (!text.ok) continue;
    sources.push({
      ...{ id, details, title: displayTitle(source), working: text.value },
      pages: format === 'pdf' ? working?.pages : undefined,
    });
  }
  return ok({ sources, withoutText: library.value.sources.length - sources.length });
}
