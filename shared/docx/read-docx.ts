// A DOCX file → its paragraphs in reading order: the body with its tables row by row, then the notes. Deleted text, comments,
// field codes and the second reading of drawings are left out.
import { readStyles, type Style } from './styles.ts';
import { unpackDocx } from './unpack.ts';
import { readXml } from './read-xml.ts';

/** A stretch of a paragraph's text, in UTF-16 units. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface DocxParagraph {
  /** References to notes stand in it as `[^label]`. */
  readonly text: string;
  readonly heading?: number;
  readonly isQuotation: boolean;
  readonly isItem: boolean;
  /** In bold or italics. */
  readonly emphasis: readonly Stretch[];
  /** The note whose text this is. */
  readonly note?: string;
}

export type ReadDocx =
  | { readonly kind: 'read'; readonly paragraphs: readonly DocxParagraph[] }
  | { readonly kind: 'not-a-docx' | 'damaged' | 'too-large' };

export function readDocx(bytes: Uint8Array<ArrayBuffer>): ReadDocx {
  const unpacked = unpackDocx(bytes);
  if (unpacked.kind !== 'unpacked') return unpacked;
  const { parts } = unpacked;
  const styles = readStyles(parts.get('styles'));
  const paragraphs: DocxParagraph[] = [];
  const document = parts.get('document');
  if (document === undefined || !readPart(document, '', styles, paragraphs))
    return { kind: 'damaged' };
  for (const [part, prefix] of [
    ['footnotes', ''],
    ['endnotes', 'e'],
  ] as const) {
    const notes = parts.get(part);
    // A damaged part of notes takes nothing else with it.
    if (notes !== undefined) readPart(notes, prefix, styles, paragraphs);
  }
  return { kind: 'read', paragraphs };
}

/** A paragraph while it is read; a text box is a paragraph inside one. */
interface Open {
  text: string;
  style: Style | undefined;
  outline: number | undefined;
  isItem: boolean;
  emphasis: Stretch[];
}

const plain: Style = { isQuotation: false, isEmphasis: false };
/** Their text is no text of the document. */
const passedOver: ReadonlySet<string> = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'rPrChange',
  'pPrChange',
]);

function readPart(
  bytes: Uint8Array<ArrayBuffer>,
  endnotes: string,
  styles: ReadonlyMap<string, Style>,
  out: DocxParagraph[],
): boolean {
  const open: Open[] = [];
  let note: string | undefined;
  let skipping = 0;
  let inText = false;
  let inRun = false;
  let isEmphasised = false;
  const current = () => open.at(-1);
  const write = (text: string) => {
    const paragraph = current();
    if (paragraph === undefined || text === '') return;
    const start = paragraph.text.length;
    paragraph.text += text;
    if (!isEmphasised) return;
    const last = paragraph.emphasis.at(-1);
    const end = paragraph.text.length;
    if (last?.end === start)
      paragraph.emphasis[paragraph.emphasis.length - 1] = { start: last.start, end };
    else paragraph.emphasis.push({ start, end });
  };

  const begin = (name: string, attributes: ReadonlyMap<string, string>) => {
    const value = attributes.get('val');
    const isOn = value !== '0' && value !== 'false' && value !== 'none';
    switch (name) {
      case 'footnote':
      case 'endnote':
        note = attributes.get('type') === undefined ? endnotes + (attributes.get('id') ?? '') : '';
        break;
      case 'p':
        open.push({ text: '', style: undefined, outline: undefined, isItem: false, emphasis: [] });
        break;
      case 'r':
        inRun = true;
        isEmphasised = false;
        break;
      case 'pStyle': {
        const paragraph = current();
        if (paragraph) paragraph.style = styles.get(value ?? '');
        break;
      }
      case 'outlineLvl': {
        const paragraph = current();
        if (paragraph && Number(value) < 9) paragraph.outline = Number(value) + 1;
        break;
      }
      case 'numPr': {
        const paragraph = current();
        if (paragraph) paragraph.isItem = true;
        break;
      }
      case 'b':
      case 'i':
        if (inRun && isOn) isEmphasised = true;
        break;
      case 'rStyle':
        if (inRun && styles.get(value ?? '')?.isEmphasis === true) isEmphasised = true;
        break;
      case 't':
        inText = true;
        break;
      case 'tab':
        if (inRun) write('\t');
        break;
      case 'br':
      case 'cr':
        if (attributes.get('type') === undefined || attributes.get('type') === 'textWrapping')
          write('\n');
        break;
      case 'noBreakHyphen':
        write('\u2011');
        break;
      case 'softHyphen':
        write('\u00ad');
        break;
      case 'footnoteReference':
        write(`[^${attributes.get('id') ?? ''}]`);
        break;
      case 'endnoteReference':
        write(`[^e${attributes.get('id') ?? ''}]`);
        break;
    }
  };

  const finish = (name: string) => {
    if (name === 't') inText = false;
    if (name === 'r') {
      inRun = false;
      isEmphasised = false;
    }
    if (name !== 'p') return;
    const done = open.pop();
    // The separators between text and notes are kept as notes of their own kind.
    if (done !== undefined && note !== '') out.push(closed(done, note));
  };

  return readXml(bytes, {
    open(name, attributes) {
      if (skipping > 0 || passedOver.has(name)) skipping++;
      else begin(name, attributes);
    },
    text(text) {
      if (inText && skipping === 0) write(text);
    },
    close(name) {
      if (skipping > 0) skipping--;
      else finish(name);
    },
  });
}

function closed(
  { text, style = plain, outline, isItem, emphasis }: Open,
  note: string | undefined,
): DocxParagraph {
  const heading = style.heading ?? outline;
  return {
    text,
    ...(heading !== undefined && { heading }),
    isQuotation: style.isQuotation,
    isItem,
    emphasis,
    ...(note !== undefined && { note }),
  };
}
