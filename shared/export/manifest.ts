import type { CitedSource } from './cited-sources.ts';
import type { QuoteReport } from './report.ts';
import { limits } from './limits.ts';
import { verdictCounts } from './provenance.ts';

export interface ExportedFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** What lies in the folder and what it was made from: whoever gets the files can tell whether they are whole. */
export function exportManifest(report: QuoteReport, files: readonly ExportedFile[]): string {
  const manifest = {
    title: report.title,
    generated: new Date(report.generatedAt).toISOString(),
    generator: `Evidence Locker ${report.appVersion}`,
    counts: {
      quotes: report.quotes.length,
      sources: report.sources.length,
      groups: report.groups.length,
      statements: report.statements.length,
    },
    verification: verdictCounts(report),
    files,
    ...picturesOf(report),
    sources: report.sources.map(listed),
    ...(report.sealPhrase === undefined ? {} : { sealPhrase: report.sealPhrase }),
    limits,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Pictures of marked areas, which lie in the documents among the files. */
function picturesOf(report: QuoteReport): { readonly pictures?: readonly object[] } {
  const pictures = report.quotes.flatMap(({ number, area }) => {
    if (area?.picture === undefined) return [];
    const { width, height, sha256 } = area.picture;
    return [{ quote: number, width, height, sha256, textAlternative: area.words }];
  });
  return pictures.length === 0 ? {} : { pictures };
}

function listed(source: CitedSource): object {
  const { number, title, fileName, sizeBytes, sha256, quotes, missing, unverified } = source;
  const facts = { number, title, fileName, sizeBytes, sha256, quotes, missingDetails: missing };
  return unverified ? { ...facts, unverified } : facts;
}
