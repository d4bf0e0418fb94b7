// The path of an export, in order: read → report → print → build → save → record.
import type { Bytes } from '../../shared/bytes.ts';
import { colourWords } from '../../shared/evidence/colour-words.ts';
import type { MarkId, QuoteId } from '../../shared/evidence/ids.ts';
import type { ExportFormat } from '../../shared/export/formats.ts';
import type { GroupBy } from '../../shared/export/group-quoted.ts';
import {
  buildReport,
  type QuoteReport,
  type ReportSurroundings,
} from '../../shared/export/report.ts';
import { citationParts } from '../../shared/quote/citation.ts';
import type { ReportStatement } from '../../shared/export/statements.ts';
import { inSourceOrder, type Quotable } from '../../shared/quote/quotable.ts';
import { stopsExport } from '../../shared/quote/verdict-words.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import type { Vault } from '../vault/contract.ts';
import { cutOutAreas } from './area-pictures.ts';
import { buildInWorker } from './build-in-worker.ts';
import type { Print } from './print.ts';

export interface ExportWish {
  /** All marks and quotes, or these. */
  readonly marks: readonly MarkId[] | null;
  readonly quotes: readonly QuoteId[] | null;
  readonly formats: readonly ExportFormat[];
  readonly groupBy: GroupBy;
}

/** What an export needs of the world around the page. */
export interface ExportHost {
  readonly appVersion: string;
  readonly now: () => number;
  readonly print: () => Promise<Result<Bytes>>;
  readonly save: (
    name: string,
    files: readonly { readonly name: string; readonly bytes: Bytes }[],
  ) => Promise<Result<{ readonly folder: string; readonly files: readonly string[] }>>;
}

export interface ExportProgress {
  readonly stage: 'reading' | 'printing' | 'building' | 'saving';
  readonly done: number;
  readonly total: number;
}

export interface FinishedExport {
  /** The new folder's name; the page never learns where it lies. */
  readonly folder: string;
  readonly quotes: number;
  readonly files: readonly {
    readonly name: string;
    readonly sizeBytes: number;
    readonly sha256: string;
  }[];
  /** Characters that the PDF shows as boxes, or not at all. */
  readonly undrawn: readonly string[];
  /** Whether the locker's journal could note it; the files are there in any case. */
  readonly recorded: boolean;
}

export async function exportQuotes(
  vault: Vault,
  host: ExportHost,
  wish: ExportWish,
  onProgress: (progress: ExportProgress) => void,
  signal: AbortSignal,
): Promise<Result<FinishedExport>> {
  const total = wish.formats.length + 1;
  onProgress({ stage: 'reading', done: 0, total });
  const chosen = await readVerified(vault, wish);
  if (!chosen.ok) return chosen;
  if (chosen.value.length === 0) return fail('nothing-to-export');
  if (chosen.value.some(({ proof }) => proof !== undefined && stopsExport(proof))) {
    return fail('quote-unproven');
  }
  const statements = await readStatements(vault);
  if (!statements.ok) return statements;
  const surroundings = await readSurroundings(vault);
  if (!surroundings.ok) return surroundings;
  const phrase = await vault.ask('phrase:take', { purpose: 'export' });
  const pictures = await cutOutAreas(vault, chosen.value, signal);
  if (isAborted(signal)) return fail('cancelled');
  const report = buildReport(
    chosen.value,
    {
      groupBy: wish.groupBy,
      title: 'Quotes',
      generatedAt: host.now(),
      appVersion: host.appVersion,
      ...(phrase.ok ? { sealPhrase: phrase.value.phrase } : {}),
    },
    pictures,
    statements.value,
    surroundings.value,
  );

  onProgress({ stage: 'printing', done: 0, total });
  const printed = wish.formats.includes('pdf')
    ? await Promise.race([print(report, host), stopped(signal)])
    : undefined;
  if (printed?.ok === false) return printed;
  if (signal.aborted) return fail('cancelled');

  let done = 0;
  onProgress({ stage: 'building', done, total });
  const built = await buildInWorker(
    {
      report,
      formats: wish.formats,
      ...(printed === undefined ? {} : { printed: printed.value }),
    },
    () => {
      onProgress({ stage: 'building', done: ++done, total });
    },
    signal,
  );
  if (!built.ok) return built;

  onProgress({ stage: 'saving', done: total, total });
  const saved = await host.save(folderName(report), built.value);
  if (!saved.ok) return saved;
  const files = built.value.map(({ name, bytes, sha256 }, at) => ({
    name: saved.value.files[at] ?? name,
    sizeBytes: bytes.byteLength,
    sha256,
  }));

  const recorded = await vault.ask('act', [
    {
      subject: 'library',
      kind: 'exported',
      payload: {
        marks: report.quotes.filter(({ isComposed }) => !isComposed).length,
        quotes: report.quotes.filter(({ isComposed }) => isComposed).length,
        files: files.map(({ name, sha256 }) => ({ name, sha256 })),
      },
    },
  ]);
  const { folder } = saved.value;
  const undrawn = printed?.value.undrawn ?? [];
  return ok({ folder, quotes: report.quotes.length, files, undrawn, recorded: recorded.ok });
}

/** Everything that goes out was held against its source a moment ago. */
async function readVerified(vault: Vault, wish: ExportWish): Promise<Result<readonly Quotable[]>> {
  const marks = await vault.ask('quotes:read', { marks: wish.marks, verify: true });
  if (!marks.ok) return marks;
  const composed = await vault.ask('quotes:composed', { quotes: wish.quotes });
  if (!composed.ok) return composed;
  const quotes = composed.value.map(({ quote }) => quote.id);
  const elsewhere = await vault.ask('quotes:elsewhere', { quotes });
  if (!elsewhere.ok) return elsewhere;
  const found = new Map(elsewhere.value.map(({ quote, ...each }) => [quote, each]));
  const told = composed.value.map((one) => {
    const each = found.get(one.quote.id);
    return each === undefined ? one : { ...one, elsewhere: each };
  });
  return ok(inSourceOrder([...marks.value, ...told]));
}

async function readSurroundings(vault: Vault): Promise<Result<ReportSurroundings>> {
  const settings = await vault.ask('settings:read', null);
  if (!settings.ok) return settings;
  const library = await vault.ask('library:read', null);
  if (!library.ok) return library;
  const { organisations } = library.value;
  return ok({ colourWords: colourWords(settings.value.colourMeanings), organisations });
}

/** Of every source, each held against the texts as they are now: what is not mentioned need not be quoted. */
async function readStatements(vault: Vault): Promise<Result<readonly ReportStatement[]>> {
  const library = await vault.ask('library:read', null);
  if (!library.ok) return library;
  const statements: ReportStatement[] = [];
  for (const source of library.value.sources) {
    const read = await vault.ask('statements:read', { source: source.id });
    if (!read.ok) return read;
    for (const { terms, checks } of read.value) {
      const searched = checks.map(({ title, relation, hasText, count }) => ({
        ...{ title, relation, hasText, count },
      }));
      statements.push({ terms, citation: citationParts(source, ''), searched });
    }
  }
  return ok(statements);
}

// Its fonts and layout are loaded when somebody exports, not when the program starts.
async function print(report: QuoteReport, host: ExportHost): Promise<Result<Print>> {
  const { printReport } = await import('./print.ts');
  return printReport(report, host.print);
}

/** A print cannot be called back, only not waited for. */
function stopped(signal: AbortSignal): Promise<Result<never>> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => {
      resolve(fail('cancelled'));
    });
  });
}

/** A call, because the compiler does not see that a signal changes while somebody waits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}

/** By the day in UTC, like the moment in the files. */
function folderName({ generatedAt }: QuoteReport): string {
  return `quotes ${new Date(generatedAt).toISOString().slice(0, 10)}`;
}
