// The smallest PDF that shows lines of text where they are wanted: Helvetica, WinAnsi, nothing compressed.

export interface PdfLine {
  /** Points from the lower left corner to the start of the baseline. */
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Latin letters only. */
  readonly text: string;
  /** Degrees by which the line runs upwards. */
  readonly angle?: number;
}

const width = 612;
const height = 792;

export function writePdf(pages: readonly (readonly PdfLine[])[]): Uint8Array<ArrayBuffer> {
  const font = 3;
  const pageAt = (index: number): number => 4 + 2 * index;
  const kids = pages.map((_, i) => `${pageAt(i)} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, i) => {
      const content = lines.map(showLine).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Contents ${pageAt(i) + 1} 0 R ` +
          `/Resources << /Font << /F ${font} 0 R >> >> >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.7\n';
  const offsets = objects.map((body, i) => {
    const offset = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return offset;
  });
  const start = file.length;
  const entries = offsets
    .map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
    .join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}`;
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return new TextEncoder().encode(file);
}

/** Lines one under the other from the top, as a page of running text has them. */
export function runningLines(texts: readonly string[], top = 720): readonly PdfLine[] {
  return texts.map((text, i) => ({ x: 72, y: top - i * 16, size: 12, text }));
}

function showLine({ x, y, size, text, angle = 0 }: PdfLine): string {
  const cos = Math.cos((angle * Math.PI) / 180);
  const sin = Math.sin((angle * Math.PI) / 180);
  const matrix = [cos, sin, -sin, cos, x, y].map((value) => value.toFixed(4)).join(' ');
  const escaped = text.replace(/[\\()]/g, (sign) => `\\${sign}`);
  return `BT /F ${size} Tf ${matrix} Tm (${escaped}) Tj ET`;
}
