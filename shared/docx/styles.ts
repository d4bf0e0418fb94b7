// What the styles of a DOCX say of a paragraph or a run: heading, quotation, emphasis, list, language.
import type { Bytes } from '../bytes.ts';
import { languageNames, type LanguageNames } from './language-names.ts';
import { readXml } from './read-xml.ts';

/** What a paragraph is for, where its style says so. */
type StyleRole = 'quote' | 'caption' | 'code';

/** A level of a list. `level` 0 is the outermost; absent where the list says which level the style belongs to. */
export interface ListPlace {
  readonly list: string;
  readonly level?: number;
}

export interface Style {
  /** 1 to 9 for a heading. */
  readonly heading?: number;
  readonly role?: StyleRole;
  /** Of a run of this style; all of a paragraph set alike marks nothing out in it. */
  readonly isBold?: boolean;
  readonly isItalic?: boolean;
  readonly isHidden?: boolean;
  readonly list?: ListPlace;
  readonly languages: LanguageNames;
}

export interface Styles {
  readonly byId: ReadonlyMap<string, Style>;
  /** Of text that nothing else is said of. */
  readonly languages: LanguageNames;
}

interface Read {
  readonly isParagraph: boolean;
  name: string;
  basedOn: string;
  outline: number | undefined;
  list: string | undefined;
  level: number | undefined;
  readonly run: Map<'isBold' | 'isItalic' | 'isHidden', boolean>;
  languages: LanguageNames;
}

const noStyles: Styles = { byId: new Map(), languages: {} };

/** None when the part is damaged: the text is worth more than its styles. */
export function readStyles(bytes: Bytes | undefined): Styles {
  if (bytes === undefined) return noStyles;
  const read = new Map<string, Read>();
  let languages: LanguageNames = {};
  let open: Read | undefined;
  const result = readXml(bytes, {
    open(name, attributes) {
      if (name === 'style') {
        open = newStyle(attributes.get('type') !== 'character');
        read.set(attributes.get('styleId') ?? '', open);
      } else if (open !== undefined) {
        readProperty(open, name, attributes);
      } else if (name === 'lang') {
        languages = languageNames(attributes);
      }
    },
    text: () => undefined,
    close(name) {
      if (name === 'style') open = undefined;
    },
  });
  if (result !== 'read') return noStyles;
  const byId = new Map(Array.from(read, ([id, style]) => [id, meaningOf(style, read)]));
  return { byId, languages };
}

export function isOn(value: string | undefined): boolean {
  return value !== '0' && value !== 'false' && value !== 'none' && value !== 'off';
}

function newStyle(isParagraph: boolean): Read {
  return {
    ...{ isParagraph, name: '', basedOn: '', outline: undefined },
    ...{ list: undefined, level: undefined, run: new Map(), languages: {} },
  };
}

function readProperty(style: Read, name: string, attributes: ReadonlyMap<string, string>): void {
  const value = attributes.get('val');
  switch (name) {
    case 'name':
      style.name = (value ?? '').slice(0, 200);
      break;
    case 'basedOn':
      style.basedOn = value ?? '';
      break;
    case 'outlineLvl':
      style.outline = Number(value);
      break;
    case 'numId':
      style.list = value ?? '';
      break;
    case 'ilvl':
      style.level = Number(value);
      break;
    case 'b':
      style.run.set('isBold', isOn(value));
      break;
    case 'i':
      style.run.set('isItalic', isOn(value));
      break;
    case 'vanish':
      style.run.set('isHidden', isOn(value));
      break;
    case 'lang':
      style.languages = languageNames(attributes);
      break;
  }
}

const mostAncestors = 12;

function meaningOf(style: Read, all: ReadonlyMap<string, Read>): Style {
  const line: Read[] = [];
  for (let own: Read | undefined = style; own !== undefined && line.length < mostAncestors;) {
    line.push(own);
    own = own.basedOn === '' ? undefined : all.get(own.basedOn);
  }
  const first = <T>(pick: (one: Read) => T | undefined): T | undefined => {
    for (const one of line) {
      const found = pick(one);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const heading = first(headingLevel);
  const role = first(roleOf);
  const list = listOf(
    first((one) => one.list),
    first((one) => one.level),
  );
  const flags = (['isBold', 'isItalic', 'isHidden'] as const).flatMap((flag) => {
    const value = first(({ run, name }) => run.get(flag) ?? isNamed(flag, name));
    return value === undefined ? [] : [[flag, value] as const];
  });
  return {
    ...(heading !== undefined && { heading }),
    ...(role !== undefined && { role }),
    ...(list !== undefined && { list }),
    ...Object.fromEntries(flags),
    languages: Object.assign({}, ...line.map((one) => one.languages).toReversed()) as LanguageNames,
  };
}

/** List 0 is none, and takes an inherited one away. */
function listOf(list: string | undefined, level: number | undefined): ListPlace | undefined {
  if (list === undefined || list === '0') return undefined;
  return level === undefined ? { list } : { list, level };
}

/**
 * Word writes the names of its own styles in English whatever it speaks; other programs write their language. `Heading 1`,
 * `Überschrift 1`, `标题 1`.
 */
const headingNames =
  /^(?:heading|überschrift|titre|título|titolo|titlu|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|címsor|заголовок|başlık|επικεφαλίδα|כותרת|عنوان|العنوان|标题|標題|見出し|제목|หัวเรื่อง|tiêu đề)\s?([1-9])$/iu;
const titleNames =
  /^(?:title|titel|titre|título|titolo|标题|標題|表題|제목|заглавие|название|العنوان)$/iu;

function headingLevel({ name, outline, isParagraph }: Read): number | undefined {
  if (!isParagraph) return undefined;
  const level = headingNames.exec(name)?.[1];
  if (level !== undefined) return Number(level);
  if (titleNames.test(name)) return 1;
  return outline !== undefined && outline >= 0 && outline < 9 ? outline + 1 : undefined;
}

/** Some programs name Word's own styles and do not say how they look. */
function isNamed(flag: 'isBold' | 'isItalic' | 'isHidden', name: string): true | undefined {
  if (flag === 'isBold') return /^strong/i.test(name) || undefined;
  return (flag === 'isItalic' && /^(?:subtle |intense )?emphasis/i.test(name)) || undefined;
}

const roleNames: readonly (readonly [StyleRole, RegExp])[] = [
  [
    'quote',
    /^(?:(?:intense )?quote|quotations?|block ?(?:text|quote)|zitat|citation|cita|引用|明显引用)/iu,
  ],
  ['caption', /^(?:caption|(?:image|table) caption|beschriftung|légende|题注|標號)/iu],
  ['code', /^(?:html preformatted|preformatted text|source code|code|plain text|macro)/iu],
];

function roleOf({ name, isParagraph }: Read): StyleRole | undefined {
  return isParagraph ? roleNames.find(([, names]) => names.test(name))?.[0] : undefined;
}
