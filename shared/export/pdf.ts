import { PDFDocument, PDFName, PDFRef } from '@cantoo/pdf-lib';
import type { Bytes } from '../bytes.ts';
import type { QuoteReport } from './report.ts';
import { finishReadingLayer } from './reading-layer.ts';
import { plainly } from './visible-text.ts';

export type PdfFacts = Pick<QuoteReport, 'title' | 'generatedAt' | 'appVersion'>;

export interface Printed {
  /** The browser's PDF. */
  readonly bytes: Bytes;
  /** What the glyphs of its reading layer stand for, in their order; none where it has no layer. */
  readonly letters: readonly string[];
}

/**
 * Puts the report's own facts in place of what the browser writes about itself, the system and the moment of printing.
 * Text, tags and outline stay as they are, but where a reading layer says what is read.
 */
export async function finishPdf(printed: Printed, report: PdfFacts): Promise<Bytes> {
  const pdf = await PDFDocument.load(printed.bytes, { updateMetadata: false });
  finishReadingLayer(pdf, printed.letters);
  const moment = new Date(report.generatedAt);
  // The information dictionary and the XMP packet go as wholes: what a later browser adds to them goes too.
  // Unlinked they would still be written, so the objects themselves are deleted.
  const { Info: info } = pdf.context.trailerInfo;
  const packet = pdf.catalog.get(PDFName.of('Metadata'));
  for (const object of [info, packet]) if (object instanceof PDFRef) pdf.context.delete(object);
  delete pdf.context.trailerInfo.Info;
  delete pdf.context.trailerInfo.ID;
  pdf.catalog.delete(PDFName.of('Metadata'));
  pdf.setTitle(plainly(report.title), { showInWindowTitleBar: true });
  pdf.setLanguage('en');
  pdf.setCreator(`Evidence Locker ${report.appVersion}`);
  pdf.setProducer('Evidence Locker');
  pdf.setCreationDate(moment);
  pdf.setModificationDate(moment);
  return new Uint8Array(await pdf.save({ useObjectStreams: false, updateFieldAppearances: false }));
}
