// What the styles of a DOCX say of a paragraph or a run: heading, quotation, emphasis.
import { readXml } from './read-xml.ts';

export interface Style {
  /** 1 to 9 for a heading. */
  readonly heading?: number;
  readonly isQuotation: boolean;
  readonly isEmphasis: boolean;
}

interface Read {
  name: string;
  basedOn: string;
  outline: number | undefined;
}

/** Styles by their id; empty when the part is damaged: the text is worth more than its styles. */
export function readStyles(bytes: Uint8Array<ArrayBuffer> | undefined): ReadonlyMap<string, Style> {
  const read = new Map<string, Read>();
  let open: Read | undefined;
  if (bytes === undefined) return new Map();
  const isWhole = readXml(bytes, {
    open(name, attributes) {
      const value = attributes.get('val') ?? '';
      if (name === 'style') {
        open = { name: '', basedOn: '', outline: undefined };
        read.set(attributes.get('styleId') ?? '', open);
      } else if (open !== undefined && name === 'name') open.name = value;
      else if (open !== undefined && name === 'basedOn') open.basedOn = value;
      else if (open !== undefined && name === 'outlineLvl') open.outline = Number(value);
    },
    text: () => undefined,
    close(name) {
      if (name === 'style') open = undefined;
    },
  });
  if (!isWhole) return new Map();
  return new Map(Array.from(read, ([id, style]) => [id, meaningOf(style, read)]));
}

const mostAncestors = 12;

function meaningOf(style: Read, all: ReadonlyMap<string, Read>): Style {
  const line: Read[] = [];
  for (let own: Read | undefined = style; own !== undefined && line.length < mostAncestors;) {
    line.push(own);
    own = own.basedOn === '' ? undefined : all.get(own.basedOn);
  }
  const names = line.map(({ name }) => name.toLowerCase());
  const heading = line.map(headingLevel).find((level) => level !== undefined);
  return {
    ...(heading !== undefined && { heading }),
    isQuotation: names.some((name) => /^(?:intense )?quote|quotation|block text|zitat/.test(name)),
    isEmphasis: names.some((name) => /^(?:intense |subtle )?emphasis|^strong/.test(name)),
  };
}

function headingLevel({ name, outline }: Read): number | undefined {
  const level = /^(?:heading|überschrift|titre|título) ?([1-9])/i.exec(name)?.[1];
  if (level !== undefined) return Number(level);
  if (/^title$/i.test(name)) return 1;
  return outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined;
}
