// Of a print with a reading layer: what the layer's empty glyphs stand for is told, and the text that is seen beside it is
// made silent. PDF 32000-1: 9.10.3 (ToUnicode), 14.6 (marked content), 14.9.4 (ActualText).
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFName,
  PDFRawStream,
  type PDFDocument,
  type PDFPage,
  type PDFRef,
} from '@cantoo/pdf-lib';
import { hexOf, operationsOf, stringHex, type Operation } from './content-stream.ts';
import { readingFontName } from './reading-font.ts';

/** `letters` in the order of the font's glyphs. Without a layer in the print nothing changes. */
export function finishReadingLayer(pdf: PDFDocument, letters: readonly string[]): void {
  if (letters.length === 0) return;
  const told = toUnicode(letters.map((letter, at) => [hexOf(at + 1, 4), letter]));
  let map: PDFRef | undefined;
  for (const page of pdf.getPages()) {
    const fonts = page.node.Resources()?.lookupMaybe(PDFName.of('Font'), PDFDict);
    if (fonts === undefined) continue;
    const reading = new Set<string>();
    for (const [name] of fonts.entries()) {
      const font = fonts.lookupMaybe(name, PDFDict);
      if (
        font
          ?.lookupMaybe(PDFName.of('BaseFont'), PDFName)
          ?.decodeText()
          .endsWith(`+${readingFontName}`) !== true
      ) {
        continue;
      }
      reading.add(name.asString());
      map ??= pdf.context.register(pdf.context.flateStream(told));
      font.set(PDFName.of('ToUnicode'), map);
    }
    if (reading.size > 0) silence(pdf, page, fonts, reading);
  }
}

function silence(
  pdf: PDFDocument,
  page: PDFPage,
  fonts: PDFDict,
  reading: ReadonlySet<string>,
): void {
  const { text, strings } = silenced(contentOf(page), reading);
  const content = Uint8Array.from(text, (byte) => byte.charCodeAt(0));
  page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream(content)));
  for (const [name, used] of strings) {
    const font = fonts.lookup(PDFName.of(name.slice(1)), PDFDict);
    const isWide = font.get(PDFName.of('Subtype')) === PDFName.of('Type0');
    const codes = new Set([...used].flatMap((each) => each.match(isWide ? /.{4}/g : /../g) ?? []));
    const mute = font.clone(pdf.context);
    const map = toUnicode([...codes].sort().map((code) => [code, unheard]));
    mute.set(PDFName.of('ToUnicode'), pdf.context.register(pdf.context.flateStream(map)));
    fonts.set(PDFName.of(`${name.slice(1)}${muteSuffix}`), pdf.context.register(mute));
  }
}

function contentOf({ node }: PDFPage): string {
  const contents = node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray() : [contents];
  return streams
    .map((each) => node.context.lookup(each))
    .filter((each) => each instanceof PDFRawStream)
    .map((each) => latin1(decodePDFRawStream(each).decode()))
    .join('\n');
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

/** A zero-width space: what readers skip that know no ActualText. */
const unheard = '\u200b';
const muteSuffix = 'Mute';

interface Silenced {
  readonly text: string;
  /** By the font's name in the content, `/F4`: the strings in it that were made silent, in hex. */
  readonly strings: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The browser prints a word that is hidden from readers outside all marked content, and behind it what the layer has for
 * it, marked. So whatever is unmarked in front of the layer is silenced.
 */
export function silenced(content: string, reading: ReadonlySet<string>): Silenced {
  const strings = new Map<string, Set<string>>();
  const parts: string[] = [];
  let kept = 0;
  let pending: Operation[][] = [];
  let object: Operation[] | undefined;
  const marks: boolean[] = [];
  const isMarked = (): boolean => marks.includes(true);
  for (const operation of operationsOf(content)) {
    const { operator, operands } = operation;
    object?.push(operation);
    switch (operator) {
      case 'BDC':
        marks.push(operands.includes('/MCID'));
        break;
      case 'BMC':
        marks.push(false);
        break;
      case 'EMC':
        marks.pop();
        break;
      case 'q':
      case 'Q':
        if (!isMarked()) pending = [];
        break;
      case 'BT':
        object = [operation];
        break;
      case 'ET':
        if (object !== undefined && !isMarked()) pending.push(object);
        object = undefined;
        break;
      case 'Tf':
        if (!isMarked() || !reading.has(operands[0] ?? '')) break;
        for (const seen of pending) {
          const [from, to] = [seen[0]?.start ?? 0, seen.at(-1)?.end ?? 0];
          parts.push(content.slice(kept, from), muted(content, seen, strings));
          kept = to;
        }
        pending = [];
        break;
    }
  }
  parts.push(content.slice(kept));
  return { text: parts.join(''), strings };
}

/** An artifact that says nothing, without what the browser says of its letters. */
function muted(
  content: string,
  object: readonly Operation[],
  strings: Map<string, Set<string>>,
): string {
  let used: Set<string> | undefined;
  const lines = object.flatMap(({ operator, operands, start, end }) => {
    switch (operator) {
      case 'BDC':
      case 'BMC':
      case 'EMC':
        return [];
      case 'Tf': {
        const [name = '', size = ''] = operands;
        used = strings.get(name) ?? new Set();
        strings.set(name, used);
        return [`${name}${muteSuffix} ${size} Tf`];
      }
      case 'Tj':
      case 'TJ':
        for (const operand of operands) used?.add(stringHex(operand));
        break;
    }
    return [content.slice(start, end)];
  });
  return `/Artifact BMC\n/Span <</ActualText <FEFF>>> BDC\n${lines.join('\n')}\nEMC\nEMC`;
}

/** A CMap of these codes, in hex, and what they stand for. At most 100 in a block, as the format wants it. */
function toUnicode(pairs: readonly (readonly [code: string, text: string])[]): string {
  const digits = pairs[0]?.[0].length ?? 4;
  const blocks: string[] = [];
  for (let at = 0; at < pairs.length; at += 100) {
    const some = pairs.slice(at, at + 100);
    const lines = some.map(([code, text]) => `<${code}> <${utf16Hex(text)}>`);
    blocks.push(`${some.length} beginbfchar`, ...lines, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    `<${'0'.repeat(digits)}> <${'F'.repeat(digits)}>`,
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}

function utf16Hex(text: string): string {
  return Array.from({ length: text.length }, (_, at) => hexOf(text.charCodeAt(at), 4)).join('');
}
