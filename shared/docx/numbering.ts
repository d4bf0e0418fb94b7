// Automatic numbers: what stands before a paragraph of a list, counted as Word counts (ISO/IEC 29500-1, 17.9).
import type { Bytes } from '../bytes.ts';
import { formatNumber } from './number-formats.ts';
import { readXml } from './read-xml.ts';
import type { ListPlace } from './styles.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  /** The level (from 1) whose use begins this one anew; 0 for none. Undefined: any above it. */
  restart: number | undefined;
  isLegal: boolean;
  style: string;
}

interface Abstract {
  readonly levels: Map<number, Level>;
  /** It is defined by the list of this style. */
  link: string;
}

interface List {
  abstract: string;
  readonly starts: Map<number, number>;
  readonly levels: Map<number, Level>;
}

const levelCount = 9;
const longestMarker = 40;

export interface Numbering {
  readonly abstracts: ReadonlyMap<string, Abstract>;
  readonly lists: ReadonlyMap<string, List>;
}

const none: Numbering = { abstracts: new Map(), lists: new Map() };

export function readNumbering(bytes: Bytes | undefined): Numbering {
  if (bytes === undefined) return none;
  const abstracts = new Map<string, Abstract>();
  const lists = new Map<string, List>();
  let abstract: Abstract | undefined;
  let list: List | undefined;
  let level: Level | undefined;
  let overridden = 0;
  const result = readXml(bytes, {
    open(name, attributes) {
      const value = attributes.get('val') ?? '';
      switch (name) {
        case 'abstractNum':
          abstract = { levels: new Map(), link: '' };
          abstracts.set(attributes.get('abstractNumId') ?? '', abstract);
          break;
        case 'num':
          list = { abstract: '', starts: new Map(), levels: new Map() };
          lists.set(attributes.get('numId') ?? '', list);
          break;
        case 'abstractNumId':
          if (list !== undefined) list.abstract = value;
          break;
        case 'numStyleLink':
          if (abstract !== undefined) abstract.link = value;
          break;
        case 'lvlOverride':
          overridden = Number(attributes.get('ilvl'));
          break;
        case 'startOverride':
          list?.starts.set(overridden, Number(value));
          break;
        case 'lvl':
          level = {
            start: 0,
            format: 'decimal',
            text: '',
            restart: undefined,
            isLegal: false,
            style: '',
          };
          (list ?? abstract)?.levels.set(Number(attributes.get('ilvl')), level);
          break;
        default:
          if (level !== undefined) readLevel(level, name, value, attributes);
      }
    },
    text: () => undefined,
    close(name) {
      if (name === 'lvl') level = undefined;
      if (name === 'num') list = undefined;
      if (name === 'abstractNum') abstract = undefined;
    },
  });
  return result === 'read' ? { abstracts, lists } : none;
}

function readLevel(
  level: Level,
  name: string,
  value: string,
  attributes: ReadonlyMap<string, string>,
): void {
  if (name === 'start') level.start = Number(value);
  else if (name === 'numFmt') level.format = attributes.has('format') ? 'decimal' : value;
  else if (name === 'lvlText') level.text = value.slice(0, longestMarker);
  else if (name === 'lvlRestart') level.restart = Number(value);
  else if (name === 'isLgl') level.isLegal = value !== '0' && value !== 'false';
  else if (name === 'pStyle') level.style = value;
}

export interface Marker {
  /** "3.", "a)", "•". */
  readonly text: string;
  readonly isBullet: boolean;
  /** From 1. */
  readonly depth: number;
}

/** Goes through a document once, paragraph by paragraph. */
export class ListCounter {
  readonly #numbering: Numbering;
  readonly #listOfStyle: (style: string) => string | undefined;
  /** By the abstract list: lists that share one go on from each other. */
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(numbering: Numbering, listOfStyle: (style: string) => string | undefined) {
    this.#numbering = numbering;
    this.#listOfStyle = listOfStyle;
  }

  /** Undefined where nothing stands before the paragraph. `style`: of the paragraph, for lists that go by it. */
  next(place: ListPlace, style: string): Marker | undefined {
    const list = this.#numbering.lists.get(place.list);
    const own = list && this.#levelsOf(list);
    if (list === undefined || own === undefined) return undefined;
    const { abstract, levels } = own;
    const at = place.level ?? levelOfStyle(levels, style);
    const level = levels[at];
    if (level === undefined) return undefined;
    const counts = this.#counts.get(abstract) ?? new Array<number | undefined>(levelCount);
    this.#counts.set(abstract, counts);
    this.#begin(place.list, list, counts);
    count(counts, levels, list, at);
    const isBullet = level.format === 'bullet';
    const text = isBullet ? bullet(level.text) : numbered(level, levels, counts);
    return text === '' ? undefined : { text, isBullet, depth: at + 1 };
  }

  /** A list of its own starts over, but only where it is first used. */
  #begin(id: string, { starts }: List, counts: (number | undefined)[]): void {
    if (this.#begun.has(id)) return;
    this.#begun.add(id);
    for (const at of starts.keys()) if (at >= 0 && at < levelCount) counts[at] = undefined;
  }

  #levelsOf(
    list: List,
  ): { readonly abstract: string; readonly levels: readonly (Level | undefined)[] } | undefined {
    let id = list.abstract;
    let abstract = this.#numbering.abstracts.get(id);
    if (abstract !== undefined && abstract.link !== '') {
      const linked = this.#numbering.lists.get(this.#listOfStyle(abstract.link) ?? '');
      if (linked !== undefined) {
        id = linked.abstract;
        abstract = this.#numbering.abstracts.get(id);
      }
    }
    if (abstract === undefined) return undefined;
    const { levels } = abstract;
    return {
      abstract: id,
      levels: Array.from({ length: levelCount }, (_, at) => list.levels.get(at) ?? levels.get(at)),
    };
  }
}

function levelOfStyle(levels: readonly (Level | undefined)[], style: string): number {
  const found = levels.findIndex((level) => style !== '' && level?.style === style);
  return Math.max(0, found);
}

function count(
  counts: (number | undefined)[],
  levels: readonly (Level | undefined)[],
  { starts }: List,
  at: number,
): void {
  const startOf = (level: number) => starts.get(level) ?? levels[level]?.start ?? 0;
  for (let above = 0; above < at; above++) counts[above] ??= startOf(above);
  const before = counts[at];
  counts[at] = before === undefined ? startOf(at) : before + 1;
  for (let below = at + 1; below < levelCount; below++) {
    const restart = levels[below]?.restart;
    if (restart === undefined || at < restart) counts[below] = undefined;
  }
}

function numbered(
  level: Level,
  levels: readonly (Level | undefined)[],
  counts: readonly (number | undefined)[],
): string {
  if (level.format === 'none') return level.text.replace(/%[1-9]/g, '').trim();
  return level.text
    .replace(/%([1-9])/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const format = level.isLegal ? 'decimal' : (levels[at]?.format ?? 'decimal');
      return format === 'none' ? '' : formatNumber(counts[at] ?? 0, format);
    })
    .trim();
}

/** The signs of symbol fonts lie where no character has its place. */
function bullet(text: string): string {
  const sign = text.trim();
  if (sign === '') return '';
  return /[\p{Co}\p{Cc}]/u.test(sign) || sign === 'o' || sign === '§' || sign === '·' ? '•' : sign;
}
