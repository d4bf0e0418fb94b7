// One part of a Word document (the body, the notes, a header) → its blocks, in one pass over its XML. Insertions are in and
// deletions out: the text as it would be if all changes were accepted. Comments, field codes and hidden text are left out.
import type { Bytes } from '../bytes.ts';
import { append, BlockPlaces } from './block-places.ts';
import type { DocxBlock } from './docx-document.ts';
import { FieldStack } from './field-stack.ts';
import { languageNames, type LanguageTally } from './language-names.ts';
import type { ListCounter } from './numbering.ts';
import { OpenParagraph } from './open-paragraph.ts';
import { OpenTable } from './open-table.ts';
import { readXml, type ReadXml } from './read-xml.ts';
import type { Relationship } from './relationships.ts';
import { signOf } from './run-text.ts';
import { isOn, type Styles } from './styles.ts';

/** Shared by all parts of a document. */
export interface Reading {
  readonly styles: Styles;
  readonly counter: ListCounter;
  readonly tally: LanguageTally;
  /** Letters of paragraphs by the direction they run in. */
  readonly direction: { right: number; left: number };
  /** Paragraphs that may still come. */
  left: number;
  readonly onPiece?: (() => void) | undefined;
}

export interface ReadPart {
  readonly result: ReadXml | 'too-large';
  readonly hasRoot: boolean;
  readonly blocks: readonly DocxBlock[];
  readonly notes: ReadonlyMap<string, readonly DocxBlock[]>;
  /** Ids of the relationships to headers and footers. */
  readonly headers: ReadonlySet<string>;
  readonly footers: ReadonlySet<string>;
}

/** Their text is no text of the document. */
const passedOver: ReadonlySet<string> = new Set([
  ...['del', 'moveFrom', 'delText', 'delInstrText', 'rt', 'cellDel'],
  ...['rPrChange', 'pPrChange', 'sectPrChange', 'tblPrChange', 'trPrChange', 'tcPrChange'],
  ...['tblPrExChange', 'tblGridChange', 'numberingChange'],
]);

export function readPart(
  bytes: Bytes,
  relationships: ReadonlyMap<string, Relationship>,
  reading: Reading,
): ReadPart {
  const reader = new BodyReader(relationships, reading);
  const read = readXml(bytes, reader, reading.onPiece);
  const blocks = reader.finish();
  const result = reading.left < 0 ? 'too-large' : read;
  const { notes, headers, footers, hasRoot } = reader;
  return { result, hasRoot, blocks, notes, headers, footers };
}

type Attributes = ReadonlyMap<string, string>;
type Close = (() => void) | undefined;

class BodyReader {
  readonly notes = new Map<string, readonly DocxBlock[]>();
  readonly headers = new Set<string>();
  readonly footers = new Set<string>();
  hasRoot = false;

  readonly #relationships: ReadonlyMap<string, Relationship>;
  readonly #reading: Reading;
  readonly #places: BlockPlaces;
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  readonly #fields = new FieldStack();
  readonly #links: (string | undefined)[] = [];
  /** Whether a choice was taken, of each set of alternatives that is open. */
  readonly #alternatives: { isTaken: boolean }[] = [];
  readonly #names: string[] = [];
  readonly #closers: Close[] = [];
  #skipping = 0;
  #writes: 'text' | 'instruction' | undefined;

  constructor(relationships: ReadonlyMap<string, Relationship>, reading: Reading) {
    this.#relationships = relationships;
    this.#reading = reading;
    this.#places = new BlockPlaces(reading.counter);
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (this.#skipping > 0 || this.#passesOver(name, attributes)) {
      this.#skipping++;
      return;
    }
    this.#closers.push(this.#begin(name, attributes));
    this.#names.push(name);
  };

  readonly text = (text: string): void => {
    if (this.#skipping > 0) return;
    if (this.#writes === 'text') this.#write(text);
    else if (this.#writes === 'instruction') this.#fields.instruct(text);
  };

  readonly close = (): void => {
    if (this.#skipping > 0) {
      this.#skipping--;
      return;
    }
    this.#names.pop();
    this.#closers.pop()?.();
  };

  #passesOver(name: string, attributes: Attributes): boolean {
    const parent = this.#names.at(-1);
    // In the properties of a paragraph or a row they say that its end, or all of it, was deleted.
    if (name === 'del' || name === 'moveFrom') {
      if (parent === 'rPr' && this.#names.at(-2) === 'pPr') this.#paragraphs.at(-1)?.joinNext();
      if (parent === 'trPr') this.#tables.at(-1)?.deleteRow();
    }
    if (name === 'cellDel') this.#tables.at(-1)?.deleteCell();
    const alternatives = this.#alternatives.at(-1);
    if (name === 'mc:Choice' && alternatives !== undefined) {
      // A symbol as a number of a font; its other form is the character.
      const isNumber = /\bw16se\b/.test(attributes.get('Requires') ?? '');
      if (alternatives.isTaken || isNumber) return true;
      alternatives.isTaken = true;
    }
    if (name === 'mc:Fallback' && alternatives?.isTaken === true) return true;
    return passedOver.has(name);
  }

  #begin(name: string, attributes: Attributes): Close {
    switch (name) {
      case 'document':
      case 'footnotes':
      case 'endnotes':
      case 'hdr':
      case 'ftr':
        this.hasRoot = true;
        return undefined;
      case 'footnote':
      case 'endnote':
        return this.#beginNote(name, attributes);
      case 'tbl':
        return this.#beginTable();
      case 'tr':
        this.#tables.at(-1)?.beginRow();
        return () => this.#tables.at(-1)?.endRow();
      case 'tc':
        return this.#beginCell();
      case 'p':
        return this.#beginParagraph();
      case 'txbxContent':
        return this.#beginTextBox();
      case 'r':
      case 'm:r': {
        const paragraph = this.#paragraphs.at(-1);
        paragraph?.beginRun();
        return () => paragraph?.endRun();
      }
      case 't':
      case 'm:t':
        this.#writes = 'text';
        return this.#stopWriting;
      case 'instrText':
        this.#writes = 'instruction';
        return this.#stopWriting;
      case 'hyperlink':
        return this.#beginLink(this.#relationships.get(attributes.get('id') ?? ''));
      case 'fldSimple':
        this.#fields.begin();
        this.#fields.instruct(attributes.get('instr') ?? '');
        this.#fields.separate();
        return () => {
          this.#fields.end();
        };
      case 'fldChar':
        this.#fields.turn(attributes.get('fldCharType') ?? '');
        return undefined;
      case 'mc:AlternateContent':
        this.#alternatives.push({ isTaken: false });
        return () => this.#alternatives.pop();
      case 'headerReference':
        this.headers.add(attributes.get('id') ?? '');
        return undefined;
      case 'footerReference':
        this.footers.add(attributes.get('id') ?? '');
        return undefined;
      default:
        this.#readProperty(name, attributes);
        return undefined;
    }
  }

  readonly #stopWriting = (): void => {
    this.#writes = undefined;
  };

  #readProperty(name: string, attributes: Attributes): void {
    const paragraph = this.#paragraphs.at(-1);
    const parent = this.#names.at(-1);
    const value = attributes.get('val');
    if (parent === 'trPr' || parent === 'tcPr') {
      this.#tables.at(-1)?.property(name, value);
      return;
    }
    if (paragraph === undefined) return;
    if (parent === 'pPr' || parent === 'numPr') {
      paragraph.property(name, value);
      // A first letter of several lines' height is a paragraph of its own, and of the one that follows.
      if (name === 'framePr' && isOn(attributes.get('dropCap') ?? 'none')) paragraph.joinNext();
      return;
    }
    if (!paragraph.isInRun) return;
    if (parent === 'rPr') {
      if (name === 'lang') paragraph.setLanguages(languageNames(attributes));
      else if (name === 'rStyle') paragraph.setRunStyle(this.#reading.styles.byId.get(value ?? ''));
      else paragraph.format(name, value);
      return;
    }
    if (name === 'footnoteReference' || name === 'endnoteReference') {
      const id = (name === 'endnoteReference' ? 'e' : '') + (attributes.get('id') ?? '');
      const hasOwnMark =
        attributes.has('customMarkFollows') && isOn(attributes.get('customMarkFollows'));
      if (!this.#fields.isHidden) paragraph.refer(id, hasOwnMark);
      return;
    }
    this.#write(signOf(name, attributes));
  }

  #write(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || text === '' || this.#fields.isHidden) return;
    const languages = paragraph.write(text, this.#links.at(-1) ?? this.#fields.link);
    if (languages !== undefined) this.#reading.tally.add(text, languages);
  }

  #beginLink(relationship: Relationship | undefined): Close {
    this.#links.push(relationship?.isExternal === true ? relationship.target : undefined);
    return () => this.#links.pop();
  }

  #beginParagraph(): Close {
    if (--this.#reading.left < 0) throw new Error('more paragraphs than any document has');
    const paragraph = new OpenParagraph(this.#reading.styles);
    this.#paragraphs.push(paragraph);
    return () => {
      this.#paragraphs.pop();
      this.#fields.endParagraph();
      const { direction } = this.#reading;
      const isWritten = this.#places.put(paragraph);
      if (isWritten) direction[paragraph.isRightToLeft ? 'right' : 'left'] += paragraph.length;
    };
  }

  finish(): readonly DocxBlock[] {
    return this.#places.finish();
  }

  #beginTextBox(): Close {
    const around = this.#paragraphs.at(-1);
    const outer = this.#places.blocks;
    return this.#places.open((blocks) => {
      append(around?.boxes ?? outer, blocks);
    });
  }

  #beginNote(name: string, attributes: Attributes): Close {
    const type = attributes.get('type') ?? 'normal';
    const id = (name === 'endnote' ? 'e' : '') + (attributes.get('id') ?? '');
    return this.#places.open((blocks) => {
      // The lines between text and notes are kept as notes of their own kind.
      if (type === 'normal') this.notes.set(id, blocks);
    });
  }

  #beginTable(): Close {
    const table = new OpenTable();
    this.#tables.push(table);
    const { blocks } = this.#places;
    this.#places.release();
    return () => {
      this.#tables.pop();
      const rows = table.finish();
      if (rows.length > 0) blocks.push({ kind: 'table', rows });
    };
  }

  #beginCell(): Close {
    const table = this.#tables.at(-1);
    table?.beginCell();
    return this.#places.open((blocks) => {
      table?.endCell(blocks);
    });
  }
}
