// The smallest PDFs that show something: pages of lines in Helvetica, written by hand so that no library's habits hide
// in the tests.

export interface SmallPdf {
  /** Lines of each page, from the top. Printable ASCII without brackets and backslashes. */
  readonly pages: readonly (readonly string[])[];
  /** `/PageLabels` number tree, such as `[0 << /S /r >> 1 << /S /D >>]`. */
  readonly pageLabels?: string;
  readonly title?: string;
}

export function smallPdf({ pages, pageLabels, title }: SmallPdf): ArrayBuffer {
  const pageNumber = (index: number) => 4 + 2 * index;
  const labels = pageLabels === undefined ? '' : ` /PageLabels << /Nums ${pageLabels} >>`;
  const kids = pages.map((_, i) => `${pageNumber(i)} 0 R`).join(' ');
  return assemble(
    [
      `<< /Type /Catalog /Pages 2 0 R${labels} >>`,
      `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
      '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
      ...pages.flatMap((lines, i) => [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${pageNumber(i) + 1} 0 R` +
          ' /Resources << /Font << /F 3 0 R >> >> >>',
        stream(
          `BT /F 12 Tf 14 TL 60 780 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`,
        ),
      ]),
    ],
    title === undefined ? '' : `/Info << /Title (${title}) >> `,
  );
}

/** A document that asks for a password before anything else: the standard handler, with keys nobody has. */
export function lockedPdf(): ArrayBuffer {
  const hex = (bytes: number) => `<${'5a'.repeat(bytes)}>`;
  return assemble(
    ['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [] /Count 0 >>'],
    `/ID [${hex(16)} ${hex(16)}] ` +
      `/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O ${hex(32)} /U ${hex(32)} >> `,
  );
}

function stream(content: string): string {
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

function assemble(objects: readonly string[], trailer: string): ArrayBuffer {
  let file = '%PDF-1.7\n';
  const offsets = objects.map((object, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const start = file.length;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${table}`;
  file += `trailer\n<< ${trailer}/Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file).buffer;
}
