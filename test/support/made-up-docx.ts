// Word documents written by hand, part by part, so that nothing tidies them.
import { strToU8, zipSync } from 'fflate';

export const wordNamespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** `more`: further parts, or others in place of those made here. */
export function packDocx(
  body: string,
  more: Readonly<Record<string, string>> = {},
): Uint8Array<ArrayBuffer> {
  const document = `<w:document xmlns:w="${wordNamespace}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>${body}</w:body></w:document>`;
  const parts = Object.entries({ 'word/document.xml': document, ...more });
  return new Uint8Array(
    zipSync(Object.fromEntries(parts.map(([name, text]) => [name, strToU8(text)]))),
  );
}

export function run(text: string): string {
  return `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
}

export function paragraph(...inner: readonly string[]): string {
  return `<w:p>${inner.join('')}</w:p>`;
}

const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;

/** Lists 1, 2 and 3 are of one kind: `1.`, `1.1`, `(i)`; the third starts at 7. */
export const numberingPart = `<w:numbering xmlns:w="${wordNamespace}">
  <w:abstractNum w:abstractNumId="4">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2')}${level(2, 'lowerRoman', '(%3)')}${level(8, 'none', '')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="4"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
</w:numbering>`;
