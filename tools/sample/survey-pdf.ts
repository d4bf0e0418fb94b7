// A survey with roman front matter: page labels i–ii, then 1–3; running heads, a word and a sentence over page ends.
import { PDFDocument, PDFName, StandardFonts, type PDFFont } from '@cantoo/pdf-lib';

interface Page {
  readonly label: string;
  readonly lines: readonly (readonly [text: string, size: number])[];
}

const body = (...lines: readonly string[]): Page['lines'] => lines.map((line) => [line, 11]);

const pages: readonly Page[] = [
  {
    label: 'i',
    lines: [
      ['Kiln Labour Survey 2024', 22],
      ['Published by the Harbour Institute for Labour Studies, October 2024', 11],
      ['Everything in this document is invented.', 11],
    ],
  },
  {
    label: 'ii',
    lines: [
      ['How the survey was made', 15],
      ...body(
        'Six readers counted kilns from the river, from the road and from the tax rolls of',
        'the four northern provinces. Where the three counts differed, all three are given.',
        'No kiln is named, because a name would lead to those who spoke at its gate and',
      ),
    ],
  },
  {
    label: '1',
    lines: [
      ...body('who asked that nothing be written down. The readers carried no papers.'),
      ['Kilns and hands', 15],
      ...body(
        'The tax rolls have 118 kilns, the road 164 and the river 171. Of the hands at work',
        'in the kilns that were visited, one in five was under sixteen. Owners described the',
        'children as visitors; the foremen had entered them as half hands. The labour office',
        'keeps a list of licensed recruiters, and none of those whom the hands named stood on',
      ),
    ],
  },
  {
    label: '2',
    lines: [
      ...body(
        'it. Advances are paid at the New Year and are worked off until the rains. A hand who',
        'leaves before that owes the whole of it again, and the debt goes over to a brother.',
      ),
      ['What the hands asked for', 15],
      ...body(
        'They asked for wages by the week, for a book in which they can read what they owe,',
        'and for a gate that opens from the inside. Two owners agreed to the book. None of',
        'them agreed to the gate.',
      ),
    ],
  },
];

const head = 'KILN LABOUR SURVEY 2024';
const left = 72;
const [width, height] = [595, 842];
const made = new Date('2024-10-15T00:00:00Z');

export async function surveyPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (const [index, page] of pages.entries()) addPage(pdf, font, page, index);
  const ranges = [0, { S: 'r' }, 2, { S: 'D' }] as const;
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: ranges }));
  pdf.setTitle('survey_final_v3.indd');
  pdf.setProducer('Evidence Locker sample');
  pdf.setCreationDate(made);
  pdf.setModificationDate(made);
  return pdf.save({ useObjectStreams: false });
}

function addPage(pdf: PDFDocument, font: PDFFont, { label, lines }: Page, index: number): void {
  const page = pdf.addPage([width, height]);
  const put = (text: string, x: number, y: number, size: number) => {
    page.drawText(text, { x, y, size, font });
  };
  if (index > 0) put(head, left, height - 50, 9);
  let y = height - 100;
  for (const [text, size] of lines) {
    put(text, left, y, size);
    y -= size * 1.45;
  }
  put(label, width / 2, 40, 9);
}
