import { PDFDocument, PDFName, PDFRawStream, decodePDFRawStream, PDFDict } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { stringHex } from '../../../../shared/export/content-stream.ts';
import { finishReadingLayer, silenced } from '../../../../shared/export/reading-layer.ts';

// As a browser writes it: a page number, a heading, a hidden word with what it says of its letters, the layer's words.
const content = `q
BT
/F1 9 Tf
<0001> Tj
ET
Q
q
/H2 <</MCID 0 >>BDC
BT
/F1 9 Tf
(Title \\) \\101) Tj
ET
EMC
BT
/ReversedChars BMC
/Span<</ActualText <feff06460651> >> BDC
/F2 12 Tf
1 0 0 -1 751 91 Tm
<0056> Tj
EMC
11 0 Td (\\tv) Tj
EMC
ET
/NonStruct <</MCID 1 >>BDC
BT
/F3 12 Tf
<00010002> Tj
ET
EMC
Q
`;

test('text that is seen beside the layer becomes an artifact that says nothing', () => {
  const { text, strings } = silenced(content, new Set(['/F3']));
  expect(text).toContain('/Artifact BMC\n/Span <</ActualText <FEFF>>> BDC\nBT\n/F2Mute 12 Tf');
  expect(text).not.toContain('06460651');
  expect(text.match(/BMC|BDC/g)?.length).toBe(text.match(/EMC/g)?.length);
  expect(strings).toEqual(new Map([['/F2', new Set(['0056', '0976'])]]));
  // Headings and page numbers stay as they were.
  expect(text).toContain(content.slice(0, content.indexOf('/ReversedChars') - 3));
});

test('nothing changes where there is no layer', () => {
  expect(silenced(content, new Set())).toEqual({ text: content, strings: new Map() });
});

test.each([
  ['<0a1>', '0A10'],
  ['(a\\)\\\\\\n\\101)', '61295C0A41'],
  ['/Name', ''],
])('the bytes of %s are %s', (operand, hex) => {
  expect(stringHex(operand)).toBe(hex);
});

test('the glyphs of the layer are told by what they stand for', async () => {
  const pdf = await PDFDocument.create();
  const page = pdf.addPage();
  const font = (name: string, subtype: string): PDFDict =>
    pdf.context.obj({ Type: 'Font', Subtype: subtype, BaseFont: `AAAAAA+${name}` });
  page.node.set(
    PDFName.of('Resources'),
    pdf.context.obj({
      Font: {
        F1: font('Amiri', 'Type0'),
        F2: font('Amiri', 'Type0'),
        F3: font('EvidenceReading', 'Type0'),
      },
    }),
  );
  page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.stream(content)));
  finishReadingLayer(pdf, ['ة', '👨‍👩‍👧']);
  const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict);
  const map = (name: string): string => {
    const stream = fonts?.lookup(PDFName.of(name), PDFDict).lookup(PDFName.of('ToUnicode'));
    if (!(stream instanceof PDFRawStream)) throw new Error('no map');
    return Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  };
  expect(map('F3')).toContain(
    '2 beginbfchar\n<0001> <0629>\n<0002> <D83DDC68200DD83DDC69200DD83DDC67>',
  );
  expect(map('F2Mute')).toContain('<0056> <200B>');
  expect(fonts?.lookup(PDFName.of('F1'), PDFDict).has(PDFName.of('ToUnicode'))).toBe(false);
});
