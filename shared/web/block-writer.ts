import { isBoilerplate } from '../text/boilerplate.ts';
import { cellMarker } from '../text/cell-marker.ts';
import type { RichBlock, RichInline } from '../text/rich-document.ts';
import { endsSentence, startsLower } from '../text/scripts.ts';
import type { PageList } from './list-markers.ts';

/** What a text stands in. */
export interface Around {
  readonly manner: Omit<RichInline, 'text'>;
  readonly kind: 'paragraph' | 'heading' | 'item' | 'quote' | 'code' | 'caption';
  readonly level?: number;
  readonly depth?: number;
  /** Of the item; taken by its first block. */
  readonly marker?: { shown: string };
  readonly list?: PageList;
  /** Label of the note it is a part of; its first block takes it. */
  readonly note?: string;
  readonly boilerplate?: true;
  readonly inMain?: boolean;
  readonly inArticle?: boolean;
  /** In a table that holds data. */
  readonly inTable?: boolean;
}

interface CellInlines {
  readonly inlines: RichInline[];
  /** Of list items in it. */
  readonly markers: string[];
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
}

const longestLine = 400;
const fewestWords = 3;

/** Collects inlines into blocks. */
export class BlockWriter {
  readonly #blocks: RichBlock[] = [];
  #inlines: RichInline[] = [];
  /** Of the first text of the block that is open. */
  #around: Around | undefined;
  #manner: Around['manner'] | undefined;
  #breaks = 0;
  #note: string | undefined;
  readonly #notesOpened = new Set<string>();
  #table: { readonly rows: { cells: CellInlines[] }[]; readonly boilerplate: boolean } | undefined;
  #cell: CellInlines | undefined;
  #captions: RichBlock[] = [];

  text(text: string, around: Around): void {
    const blank = text.trim() === '';
    if (blank && this.#around === undefined) return;
    if (!blank && this.#breaks > 0) this.#settleBreaks(text);
    this.#around ??= around;
    const last = this.#inlines.at(-1);
    if (last !== undefined && this.#manner === around.manner) {
      this.#inlines[this.#inlines.length - 1] = { ...last, text: last.text + text };
    } else {
      this.#inlines.push({ ...around.manner, text });
    }
    this.#manner = around.manner;
  }

  /** Links that touch are set apart by style sheets nobody sees here. */
  startLink(): void {
    const last = this.#inlines.at(-1);
    if (last?.link === undefined || /\s$/.test(last.text)) return;
    this.#inlines.push({ text: ' ' });
    this.#manner = undefined;
  }

  lineBreak(around: Around): void {
    if (around.kind === 'code') this.text('\n', around);
    else this.#breaks++;
  }

  /** The block that is open is a note. */
  noteHere(label: string): void {
    if (this.#inlines.every(({ text }) => text.trim() === '')) this.#note = label;
  }

  /** What a picture shows is read where nobody wrote it below: alone, or for signs set as pictures. */
  picture(alt: string, captioned: boolean, around: Around): void {
    const said = alt.trim();
    if (said === '' || captioned) return;
    if (said.length <= 2) {
      this.text(said, around);
    } else if (
      said.split(/\s+/).length >= fewestWords &&
      around.boilerplate !== true &&
      this.#cell === undefined
    ) {
      this.#captions.push({ kind: 'picture', inlines: [{ text: said }] });
    }
  }

  startTable(boilerplate: boolean): void {
    this.#table = { rows: [], boilerplate };
  }

  startRow(): void {
    this.#table?.rows.push({ cells: [] });
  }

  startCell(cell: Omit<CellInlines, 'inlines' | 'markers'>): void {
    const row = this.#table?.rows.at(-1);
    if (row === undefined) return;
    this.#cell = { inlines: [], markers: [], ...cell };
    row.cells.push(this.#cell);
  }

  endCell(): void {
    this.endBlock();
    this.#cell = undefined;
  }

  endTable(): void {
    this.endBlock();
    if (this.#table !== undefined) {
      const { rows: own, boilerplate } = this.#table;
      const rows = own.map(({ cells }) => ({
        cells: cells.map(({ markers, ...cell }) => ({ ...cell, marker: cellMarker(markers) })),
      }));
      this.#blocks.push({ kind: 'table', rows, ...(boilerplate && { boilerplate }) });
    }
    this.#table = undefined;
    this.#cell = undefined;
  }

  endBlock(): void {
    const around = this.#around;
    const inlines = this.#inlines;
    const note = this.#note ?? around?.note;
    this.#inlines = [];
    this.#around = undefined;
    this.#manner = undefined;
    this.#breaks = 0;
    this.#note = undefined;
    if (around !== undefined && inlines.some(({ text }) => text.trim() !== '')) {
      if (this.#cell !== undefined) {
        const apart = this.#cell.inlines.length > 0 ? [{ text: ' ' }] : [];
        for (const inline of [...apart, ...inlines]) this.#cell.inlines.push(inline);
        if (around.kind === 'item') this.#cell.markers.push(takeMarker(around));
      } else if (note !== undefined) {
        const label = this.#notesOpened.has(note) ? '' : note;
        this.#notesOpened.add(note);
        this.#blocks.push({ kind: 'note', label, inlines });
      } else {
        this.#blocks.push(blockOf(around, inlines));
      }
    }
    if (this.#captions.length > 0 && this.#cell === undefined) {
      this.#blocks.push(...this.#captions.splice(0));
    }
  }

  finish(): RichBlock[] {
    this.endBlock();
    return this.#blocks;
  }

  /** One break inside a sentence is a space, any other ends the line. Headings and cells are one line. */
  #settleBreaks(next: string): void {
    const around = this.#around;
    const before = this.#inlines.at(-1)?.text.trimEnd() ?? '';
    const inSentence = startsLower.test(next.trimStart()) && !endsSentence.test(before.slice(-12));
    const oneLine = around?.kind === 'heading' || this.#cell !== undefined;
    if (oneLine || (this.#breaks === 1 && inSentence)) {
      this.#inlines.push({ text: ' ' });
      this.#manner = undefined;
      this.#breaks = 0;
    } else {
      this.endBlock();
    }
  }
}

function blockOf(around: Around, inlines: readonly RichInline[]): RichBlock {
  const { kind } = around;
  const aside = around.boilerplate === true || readsAsFurniture(around, inlines);
  const common = { inlines, ...(aside && { boilerplate: true as const }) };
  if (kind === 'heading') return { kind, level: around.level ?? 2, ...common };
  if (kind !== 'item') return { kind, ...common };
  return { kind, depth: around.depth ?? 1, marker: takeMarker(around), ...common };
}

/** Once: the first block of an item has it. */
function takeMarker({ marker }: Around): string {
  const shown = marker?.shown ?? '';
  if (marker !== undefined) marker.shown = '';
  return shown;
}

function readsAsFurniture({ kind }: Around, inlines: readonly RichInline[]): boolean {
  if (kind === 'code' || kind === 'quote' || kind === 'heading') return false;
  let line = '';
  for (const { text } of inlines) {
    line += text;
    if (line.length > 2 * longestLine) return false;
  }
  return isBoilerplate(line.replace(/\s+/g, ' ').trim());
}
