// Where and when a page was saved, as the program that saved it wrote into it.
import { attribute, isElement, type PageDocument, nodesBelow } from './page-tree.ts';
import { webAddress } from './web-address.ts';

export interface SavedFrom {
  readonly url?: string;
  /** `YYYY-MM-DD`. */
  readonly on?: string;
}

const nodesLooked = 3000;
const longestComment = 10_000;

/** SingleFile's comment, the comment of Internet Explorer and Chromium, or the `meta` tags of Save Page WE. */
export function savedFrom(document: PageDocument): SavedFrom {
  let seen = 0;
  let found: SavedFrom = {};
  for (const node of nodesBelow(document)) {
    if (++seen > nodesLooked) break;
    if (node.nodeName === '#comment' && 'data' in node) {
      found = { ...fromComment(node.data.slice(0, longestComment)), ...found };
    } else if (isElement(node) && node.tagName === 'meta') {
      const name = attribute(node, 'name').toLowerCase();
      const content = attribute(node, 'content');
      const own = name === 'savepage-url' ? { url: webAddress(content) } : {};
      const day = name === 'savepage-date' ? { on: dayOf(content) } : {};
      found = { ...defined({ ...own, ...day }), ...found };
    }
  }
  return found;
}

function fromComment(comment: string): SavedFrom {
  const simple = /^\s*saved from url=\(\d{4,5}\)(\S+)/i.exec(comment)?.[1];
  if (simple !== undefined) return defined({ url: webAddress(simple) });
  if (!/^\s*Page saved with SingleFile\b/i.test(comment)) return {};
  const url = /^\s*url:\s*(\S+)\s*$/im.exec(comment)?.[1] ?? '';
  const date = /^\s*saved date:\s*(.+?)\s*$/im.exec(comment)?.[1] ?? '';
  return defined({ url: webAddress(url), on: dayOf(date) });
}

function defined(found: {
  readonly url?: string | undefined;
  readonly on?: string | undefined;
}): SavedFrom {
  const { url, on } = found;
  return { ...(url !== undefined && { url }), ...(on !== undefined && { on }) };
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day as it is written, in the zone of whoever wrote it: "Mon, 30 Nov 2026 09:10:11 GMT", "Mon Nov 30 2026 …", ISO 8601. */
export function dayOf(date: string): string | undefined {
  const text = date.slice(0, 100);
  const iso = /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/.exec(text);
  if (iso) return day(iso[1], Number(iso[2]), iso[3]);
  const internet = /\b(\d{1,2}) (\w{3})\w* (\d{4})\b/.exec(text);
  if (internet) return day(internet[3], monthOf(internet[2]), internet[1]);
  const script = /\b(\w{3})\w* (\d{1,2}),? (\d{4})\b/.exec(text);
  return script ? day(script[3], monthOf(script[1]), script[2]) : undefined;
}

function monthOf(name = ''): number {
  return months.indexOf(name.toLowerCase()) + 1;
}

function day(year = '', month: number, date = ''): string | undefined {
  const inMonth = Number(date);
  if (month < 1 || month > 12 || inMonth < 1 || inMonth > 31) return undefined;
  return `${year}-${`${month}`.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
