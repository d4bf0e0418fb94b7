// A protocol in Word: headings, a list, a table, a note at the foot. Stored, not packed, so that the bytes depend on nothing.
import { strToU8, zipSync } from 'fflate';

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const declared = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

const run = (text: string, look = '') =>
  `<w:r>${look === '' ? '' : `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const paragraph = (inner: string, style = '') =>
  `<w:p>${style === '' ? '' : `<w:pPr>${style}</w:pPr>`}${inner}</w:p>`;
const heading = (level: number, text: string) =>
  paragraph(run(text), `<w:pStyle w:val="Heading${level}"/>`);
const item = (text: string) =>
  paragraph(run(text), '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>');
const row = (...cells: readonly string[]) =>
  `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`;
const note =
  '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="1"/></w:r>';

const body = [
  heading(1, 'Protocol of the visit to Qishui'),
  paragraph(
    run('Moshan Legal Clinic, protocol of 12 June 2025. Everything in it is invented.', '<w:i/>'),
  ),
  heading(2, 'Who was there'),
  paragraph(
    run(
      'Two lawyers of the clinic and an interpreter for Sael came to the house at nine in the morning.',
    ) +
      note +
      run(' The matron let them wait in the yard until the inspector had left.'),
  ),
  heading(2, 'What was asked for'),
  item('the book in which visits are entered'),
  item('the key of the upper floor'),
  item('the names of those who had left since the spring'),
  paragraph(run('Of these the matron gave the first. It has no entry after April.')),
  heading(2, 'Rooms'),
  `<w:tbl>${row('Floor', 'Beds', 'In use')}${row('lower', '16', '4')}${row('upper', '18', 'not shown')}</w:tbl>`,
  paragraph(run('The protocol was read back in two languages and signed in one.')),
].join('');

const parts: Readonly<Record<string, string>> = {
  '[Content_Types].xml':
    `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    ['document.main', 'styles', 'numbering', 'footnotes']
      .map((part) => {
        const name = part === 'document.main' ? 'document' : part;
        return `<Override PartName="/word/${name}.xml" ContentType="${wordType}.${part}+xml"/>`;
      })
      .join('') +
    '</Types>',
  '_rels/.rels': `<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
  'word/_rels/document.xml.rels':
    `<Relationships xmlns="${packages}/relationships">` +
    ['styles', 'numbering', 'footnotes']
      .map(
        (part, i) => `<Relationship Id="r${i + 1}" Type="${office}/${part}" Target="${part}.xml"/>`,
      )
      .join('') +
    '</Relationships>',
  'word/document.xml': `<w:document xmlns:w="${word}"><w:body>${body}</w:body></w:document>`,
  'word/styles.xml':
    `<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>` +
    [1, 2]
      .map(
        (level) =>
          `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:pPr><w:outlineLvl w:val="${level - 1}"/></w:pPr></w:style>`,
      )
      .join('') +
    '</w:styles>',
  'word/numbering.xml':
    `<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
  'word/footnotes.xml': `<w:footnotes xmlns:w="${word}"><w:footnote w:id="1">${paragraph(run('The interpreter was paid by the clinic.'))}</w:footnote></w:footnotes>`,
};

export function protocolDocx(): Uint8Array {
  const files = Object.entries(parts).map(([name, text]) => [name, strToU8(declared + text)]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, {
    level: 0,
    mtime: new Date(2025, 5, 12), // a zip has local times: the same fields everywhere
  });
}
