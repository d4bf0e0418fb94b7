// One act that makes the files of the chosen formats. For a worker: this brings in every builder.
import { toHex, utf8, type Bytes } from '../bytes.ts';
import { exportCsv } from './csv.ts';
import { exportDocx } from './docx.ts';
import { exportFormats, type ExportFormat } from './formats.ts';
import { exportHtml } from './html.ts';
import { exportJson } from './json.ts';
import { exportManifest } from './manifest.ts';
import { exportMarkdown } from './markdown.ts';
import { finishPdf, type Printed } from './pdf.ts';
import type { QuoteReport } from './report.ts';

export interface BuiltFile {
  readonly format: ExportFormat | 'manifest';
  readonly name: string;
  readonly bytes: Bytes;
  /** Lower-case hex. */
  readonly sha256: string;
}

export interface BuildRequest {
  readonly report: QuoteReport;
  readonly formats: readonly ExportFormat[];
  /** The browser's print of the report; wanted where `formats` has `pdf`. */
  readonly printed?: Printed;
}

/** The files, the manifest last. `onFile` hears of each as it is made. */
export async function buildFiles(
  { report, formats, printed }: BuildRequest,
  onFile: (file: BuiltFile) => void,
): Promise<readonly BuiltFile[]> {
  const files: BuiltFile[] = [];
  const add = async (format: BuiltFile['format'], name: string, bytes: Bytes): Promise<void> => {
    const sha256 = toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
    const file = { format, name, bytes, sha256 };
    files.push(file);
    onFile(file);
  };
  for (const format of exportFormats.filter((one) => formats.includes(one))) {
    // Nothing of the case is in a file's name: names travel further than files.
    await add(format, `quotes.${format}`, await build(format, report, printed));
  }
  const listed = files.map(({ name, bytes, sha256 }) => ({
    name,
    sizeBytes: bytes.byteLength,
    sha256,
  }));
  await add('manifest', 'manifest.json', utf8(exportManifest(report, listed)));
  return files;
}

async function build(
  format: ExportFormat,
  report: QuoteReport,
  printed: Printed | undefined,
): Promise<Bytes> {
  switch (format) {
    case 'docx':
      return exportDocx(report);
    case 'pdf':
      if (printed === undefined) throw new Error('the PDF is made from the browser’s print');
      return finishPdf(printed, report);
    case 'html':
      return utf8(exportHtml(report));
    case 'md':
      return utf8(exportMarkdown(report));
    case 'csv':
      return utf8(exportCsv(report));
    case 'json':
      return utf8(exportJson(report));
  }
}
