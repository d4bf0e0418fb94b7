// A paragraph while it is read, and the run in it that is open.
import type { DocxBlock, DocxInline, DocxParagraph } from './docx-document.ts';
import type { LanguageNames } from './language-names.ts';
import type { ListCounter } from './numbering.ts';
import { isOn, type ListPlace, type Style, type Styles } from './styles.ts';

interface Run {
  isBold: boolean;
  isItalic: boolean;
  isRaised: boolean;
  isHidden: boolean;
  /** The note whose own mark is written next. */
  note: string | undefined;
  languages: LanguageNames | undefined;
  style: Style | undefined;
}

export class OpenParagraph {
  /** What stands in boxes that are fixed to it: they come after it, so that no sentence is cut. */
  boxes: DocxBlock[] = [];
  joinsNext = false;
  isRightToLeft = false;
  length = 0;

  readonly #styles: Styles;
  #styleId = '';
  #style: Style | undefined;
  #outline: number | undefined;
  #list: string | undefined;
  #level: number | undefined;
  #inlines: DocxInline[] = [];
  /** A run in a text box lies inside a run; that box has paragraphs of its own. */
  #run: Run | undefined;

  constructor(styles: Styles) {
    this.#styles = styles;
  }

  get isInRun(): boolean {
    return this.#run !== undefined;
  }

  beginRun(): void {
    this.#run = {
      ...{ isBold: false, isItalic: false, isRaised: false, isHidden: false },
      ...{ note: undefined, languages: undefined, style: undefined },
    };
  }

  endRun(): void {
    this.#run = undefined;
  }

  /** Its end was deleted: what follows is the same paragraph. */
  joinNext(): void {
    this.joinsNext = true;
  }

  property(name: string, value: string | undefined): void {
    if (name === 'pStyle') {
      this.#styleId = value ?? '';
      this.#style = this.#styles.byId.get(this.#styleId);
    } else if (name === 'outlineLvl') {
      const level = Number(value);
      this.#outline = level >= 0 && level < 9 ? Math.floor(level) + 1 : undefined;
    } else if (name === 'numId') this.#list = value ?? '';
    else if (name === 'ilvl') this.#level = Number(value);
    else if (name === 'bidi') this.isRightToLeft = isOn(value);
  }

  format(name: string, value: string | undefined): void {
    const run = this.#run;
    if (run === undefined) return;
    if (name === 'b') run.isBold = isOn(value);
    else if (name === 'i') run.isItalic = isOn(value);
    else if (name === 'vanish') run.isHidden = isOn(value);
    else if (name === 'vertAlign') run.isRaised = value === 'superscript';
  }

  setLanguages(languages: LanguageNames): void {
    if (this.#run) this.#run.languages = languages;
  }

  setRunStyle(style: Style | undefined): void {
    const run = this.#run;
    if (run === undefined || style === undefined) return;
    run.style = style;
    run.isBold ||= style.isBold === true;
    run.isItalic ||= style.isItalic === true;
    run.isHidden ||= style.isHidden === true;
  }

  /** The languages it is written in; undefined where it is hidden. */
  write(text: string, link: string | undefined): LanguageNames | undefined {
    const run = this.#run;
    if (run?.isHidden === true) return undefined;
    this.#append({
      text,
      ...(run?.isBold === true && { bold: true }),
      ...(run?.isItalic === true && { italic: true }),
      ...(run?.isRaised === true && { superscript: true }),
      ...(link !== undefined && { link }),
      ...(run?.note !== undefined && { note: run.note }),
    });
    this.length += text.length;
    return {
      ...this.#styles.languages,
      ...this.#style?.languages,
      ...run?.style?.languages,
      ...run?.languages,
    };
  }

  /** `hasOwnMark`: the mark follows as text of the run. */
  refer(note: string, hasOwnMark: boolean): void {
    if (this.#run === undefined || this.#run.isHidden) return;
    if (hasOwnMark) this.#run.note = note;
    else this.#inlines.push({ text: '', note });
  }

  /** The text of one whose end was deleted stands before its own. */
  takeOver(before: OpenParagraph): void {
    const [inlines, boxes] = [this.#inlines, this.boxes];
    // Into the arrays that may be long already: thousands of ends may have been deleted in a row.
    this.#inlines = before.#inlines;
    this.boxes = before.boxes;
    for (const inline of inlines) this.#append(inline);
    for (const box of boxes) this.boxes.push(box);
    this.length += before.length;
  }

  finish(counter: ListCounter): {
    readonly block: DocxParagraph;
    readonly boxes: readonly DocxBlock[];
  } {
    const style = this.#style;
    const heading = style?.heading ?? this.#outline;
    const place = this.#place();
    const marker = place && counter.next(place, this.#styleId);
    const block: DocxParagraph = {
      kind: 'paragraph',
      inlines: this.#inlines,
      ...(heading !== undefined && { heading }),
      ...(style?.role !== undefined && { role: style.role }),
      ...(marker !== undefined && { marker }),
      isItem: place !== undefined,
    };
    return { block, boxes: this.boxes };
  }

  /** List 0 takes away what the style gave. */
  #place(): ListPlace | undefined {
    const inherited = this.#style?.list;
    if (this.#list === '0') return undefined;
    if (this.#list === undefined) {
      return inherited && this.#level !== undefined
        ? { ...inherited, level: this.#level }
        : inherited;
    }
    return { list: this.#list, level: this.#level ?? inherited?.level ?? 0 };
  }

  #append(inline: DocxInline): void {
    const last = this.#inlines.at(-1);
    if (last !== undefined && isSetAlike(last, inline)) {
      this.#inlines[this.#inlines.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      this.#inlines.push(inline);
    }
  }
}

function isSetAlike(a: DocxInline, b: DocxInline): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.superscript === b.superscript &&
    a.link === b.link &&
    a.note === undefined &&
    b.note === undefined
  );
}
