// What a page says of itself for machines: `meta` tags, its title, schema.org data (JSON-LD).
import { isSilent, headingLevel } from './element-kinds.ts';
import {
  attribute,
  isElement,
  nodesBelow,
  textOf,
  isText,
  type PageDocument,
  type PageElement,
} from './page-tree.ts';

export interface PageHead {
  readonly title: string;
  /** First value of each `meta`, by lower-case name or property. */
  readonly meta: ReadonlyMap<string, string>;
  readonly canonical: string;
  readonly base: string;
  readonly language: string;
  readonly direction: string;
  readonly headings: readonly string[];
  /** `datetime` of the elements that say they are the publication date. */
  readonly publishedTimes: readonly string[];
  readonly linked: LinkedData;
}

interface LinkedData {
  readonly headline: string;
  readonly publisher: string;
  readonly authors: readonly string[];
  readonly published: string;
  readonly modified: string;
}

const longestValue = 500;
const mostScripts = 30;
const longestScript = 1_000_000;
const mostNodes = 10_000;

export function readHead(document: PageDocument): PageHead {
  const meta = new Map<string, string>();
  const headings: string[] = [];
  const publishedTimes: string[] = [];
  const scripts: string[] = [];
  let title = '';
  let canonical = '';
  let base = '';
  let root: PageElement | undefined;
  let body: PageElement | undefined;
  const enter = (element: PageElement) => !isSilent(element) || element.tagName === 'head';
  for (const node of nodesBelow(document, enter)) {
    if (!isElement(node)) continue;
    switch (node.tagName) {
      case 'html':
        root ??= node;
        break;
      case 'body':
        body ??= node;
        break;
      case 'title':
        title ||= textOf(node, longestValue);
        break;
      case 'base':
        base ||= attribute(node, 'href');
        break;
      case 'link':
        if (attribute(node, 'rel').toLowerCase() === 'canonical')
          canonical ||= attribute(node, 'href');
        break;
      case 'meta':
        noteMeta(meta, node);
        break;
      case 'time':
        if (isPublicationTime(node)) publishedTimes.push(attribute(node, 'datetime'));
        break;
      case 'script':
        if (isLinkedData(node) && scripts.length < mostScripts) scripts.push(rawText(node));
        break;
      default:
        if (headingLevel(node) === 1 && headings.length < 3)
          headings.push(textOf(node, longestValue));
    }
  }
  return {
    ...{ title, meta, canonical, base, headings, publishedTimes },
    language: (root && (attribute(root, 'lang') || attribute(root, 'xml:lang'))) ?? '',
    direction:
      [root, body].map((one) => (one ? attribute(one, 'dir').toLowerCase() : '')).find(Boolean) ??
      '',
    linked: readLinkedData(scripts),
  };
}

function noteMeta(meta: Map<string, string>, element: PageElement): void {
  const name =
    attribute(element, 'property') ||
    attribute(element, 'name') ||
    attribute(element, 'itemprop') ||
    attribute(element, 'http-equiv');
  const content = attribute(element, 'content').replace(/\s+/g, ' ').trim().slice(0, longestValue);
  const key = name.trim().toLowerCase();
  if (key !== '' && content !== '' && !meta.has(key)) meta.set(key, content);
}

function isPublicationTime(element: PageElement): boolean {
  const says = `${attribute(element, 'itemprop')} ${attribute(element, 'class')}`.slice(0, 300);
  return (
    element.attrs.some(({ name }) => name === 'pubdate') ||
    /(?:^|\s)(?:datePublished|published|entry-date|dt-published|publish-date|pubdate)(?:\s|$)/i.test(
      says,
    )
  );
}

function isLinkedData(element: PageElement): boolean {
  return attribute(element, 'type').trim().toLowerCase() === 'application/ld+json';
}

function rawText(element: PageElement): string {
  const [first] = element.childNodes;
  return first !== undefined && isText(first) ? first.value.slice(0, longestScript) : '';
}

type Json = Readonly<Record<string, unknown>>;

/** The first thing in the page's data that has a headline or a date of publication; it is data, and nothing of it runs. */
function readLinkedData(scripts: readonly string[]): LinkedData {
  const things = scripts.flatMap(thingsIn);
  const work =
    things.find((thing) => stringOf(thing['datePublished']) !== '') ??
    things.find((thing) => stringOf(thing['headline']) !== '');
  return {
    headline: stringOf(work?.['headline']),
    publisher: namesOf(work?.['publisher'], things)[0] ?? '',
    authors: namesOf(work?.['author'], things),
    published: stringOf(work?.['datePublished']),
    modified: stringOf(work?.['dateModified']),
  };
}

function thingsIn(script: string): readonly Json[] {
  let data: unknown;
  try {
    data = JSON.parse(script);
  } catch {
    return [];
  }
  const things: Json[] = [];
  const waiting: unknown[] = [data];
  for (let i = 0; i < waiting.length && i < mostNodes; i++) {
    const value = waiting[i];
    if (Array.isArray(value)) {
      for (const inner of value as unknown[]) if (waiting.length < mostNodes) waiting.push(inner);
    } else if (isRecord(value)) {
      things.push(value);
      for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement'])
        waiting.push(value[key]);
    }
  }
  return things;
}

function namesOf(value: unknown, things: readonly Json[]): readonly string[] {
  const all: readonly unknown[] = Array.isArray(value) ? value.slice(0, 10) : [value];
  return all.flatMap((one) => {
    if (!isRecord(one)) return [stringOf(one)].filter((name) => name !== '');
    const named = stringOf(one['name']);
    if (named !== '') return [named];
    // A reference to a thing described elsewhere in the page.
    const id = one['@id'];
    const meant =
      typeof id === 'string'
        ? things.find((thing) => thing['@id'] === id && thing !== one && 'name' in thing)
        : undefined;
    return [stringOf(meant?.['name'])].filter((name) => name !== '');
  });
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function stringOf(value: unknown): string {
  return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim().slice(0, longestValue) : '';
}
