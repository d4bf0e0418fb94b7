// The one way this program opens a PDF, for extraction and for the screen alike, so that both see the same item streams.
// The legacy build: the same code with its own stand-ins for what Chromium before 147 lacks (`Math.sumPrecise` …), and
// the only one that also runs in Node, where the corpus suites run.
import {
  getDocument,
  VerbosityLevel,
  type PDFDocumentProxy,
  type PDFPageProxy,
  type PDFWorker,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfTextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** Where pdf.js finds its character maps and fonts: URLs of the app's own origin, or folders where a test runs in Node. */
export interface PdfjsData {
  readonly root: string;
  readonly byFetch: boolean;
}

/**
 * Opens a document. `bytes` is handed over to pdf.js and empty afterwards. Rejects with pdf.js's own exceptions
 * (`PasswordException`, `InvalidPDFException` …). End it with `document.loadingTask.destroy()`.
 *
 * Scripts are never run (they would need a sandbox this program does not ship) and XFA forms are not built; nothing is
 * fetched but the static data. Whoever reads text must ask for it with `textOptions`.
 */
export async function openPdf(
  bytes: Uint8Array<ArrayBuffer>,
  { worker, data = ownOrigin() }: { readonly worker: PDFWorker; readonly data?: PdfjsData },
): Promise<PDFDocumentProxy> {
  const task = getDocument({
    data: bytes,
    worker,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: `${data.root}cmaps/`,
    standardFontDataUrl: `${data.root}standard_fonts/`,
    wasmUrl: `${data.root}wasm/`,
    iccUrl: `${data.root}iccs/`,
    useWorkerFetch: data.byFetch,
    enableXfa: false,
    stopAtErrors: false,
    maxImageSize: 64_000_000,
    disableAutoFetch: true,
    disableRange: true,
    disableStream: true,
  });
  try {
    return await task.promise;
  } catch (error) {
    await task.destroy();
    throw error;
  }
}

/** Offsets of the stored map are counted in un-normalised items; the text layer must be given the same stream. */
export const textOptions = { disableNormalization: true, includeMarkedContent: false } as const;

/** The renderer build copies pdf.js's data there (tools/pdfjs-data.ts). */
function ownOrigin(): PdfjsData {
  return { root: `${globalThis.location.origin}/pdfjs/`, byFetch: true };
}
