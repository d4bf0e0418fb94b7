import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Bytes } from '../../../../shared/bytes.ts';
import { finishPdf } from '../../../../shared/export/pdf.ts';
import { quoted, reportOf } from '../../../support/quoted.ts';

/** A PDF that tells on its maker in every place a PDF can. */
async function tellingPdf(): Promise<Bytes> {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage([200, 200]);
  page.drawText('Ten shelters', {
    x: 20,
    y: 100,
    font: await pdf.embedFont(StandardFonts.Helvetica),
  });
  pdf.setAuthor('R. Ito');
  pdf.setCreator('Mozilla/5.0 (X11; Linux x86_64) Machine/1.0');
  pdf.setKeywords(['client']);
  const packet = pdf.context.stream('<x:xmpmeta>R. Ito</x:xmpmeta>', { Type: 'Metadata' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(packet));
  return new Uint8Array(await pdf.save({ useObjectStreams: false }));
}

const report = reportOf([quoted(1)]);
const finished = async (): Promise<Bytes> =>
  finishPdf({ bytes: await tellingPdf(), letters: [] }, report);

describe('a finished PDF', () => {
  test('tells the report’s title, moment and program, and nothing else of itself', async () => {
    const pdf = await PDFDocument.load(await finished(), { updateMetadata: false });
    expect(pdf.getTitle()).toBe('Quotes');
    expect(pdf.getCreator()).toBe('Evidence Locker 1.0.0');
    expect(pdf.getCreationDate()?.getTime()).toBe(report.generatedAt);
    expect(pdf.getModificationDate()?.getTime()).toBe(report.generatedAt);
    expect([pdf.getAuthor(), pdf.getKeywords()]).toEqual([undefined, undefined]);
    expect(pdf.getPageCount()).toBe(1);
  });

  test('carries neither person nor machine anywhere in its bytes', async () => {
    const text = Buffer.from(await finished()).toString('latin1');
    for (const name of ['Ito', 'Mozilla', 'Linux', 'xmpmeta', 'pdf-lib']) {
      // Strings of the information dictionary are UTF-16 in hexadecimal.
      const inHex = Buffer.from(name, 'utf16le').swap16().toString('hex').toUpperCase();
      expect([name, text.includes(name), text.toUpperCase().includes(inHex)]).toEqual([
        name,
        false,
        false,
      ]);
    }
  });

  test('is the same bytes for the same print', async () => {
    const printed = { bytes: await tellingPdf(), letters: [] };
    const [one, other] = [await finishPdf(printed, report), await finishPdf(printed, report)];
    expect(Buffer.compare(one, other)).toBe(0);
  });
});
