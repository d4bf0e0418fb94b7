import type { RichDocument } from '../../shared/text/rich-document.ts';

const strings: ReadonlySet<string> = new Set([
  'kind',
  'text',
  'link',
  'marker',
  'label',
  'language',
  'direction',
]);
const flags: ReadonlySet<string> = new Set([
  'bold',
  'italic',
  'code',
  'superscript',
  'noteref',
  'boilerplate',
  'header',
]);
const numbers: ReadonlySet<string> = new Set(['level', 'depth', 'columns', 'rows']);
const lists: ReadonlySet<string> = new Set(['blocks', 'inlines', 'rows', 'cells']);

/** What a document holds that it should not: another key, a value of another type, a link that leads elsewhere. */
export function liveParts(document: RichDocument): string[] {
  const found: string[] = [];
  const waiting: unknown[] = [document];
  for (const value of waiting) {
    if (
      typeof value !== 'object' ||
      value === null ||
      Object.getPrototypeOf(value) !== Object.prototype
    ) {
      found.push(`no plain object: ${String(value)}`);
      continue;
    }
    for (const [key, inner] of Object.entries(value)) {
      if (Array.isArray(inner) && lists.has(key)) {
        for (const one of inner as unknown[]) waiting.push(one);
      } else if (key === 'link' ? !isAddress(inner) : !isPlain(key, inner)) {
        found.push(`${key}: ${String(inner)}`);
      }
    }
  }
  return found;
}

function isPlain(key: string, value: unknown): boolean {
  if (typeof value === 'string') return strings.has(key);
  return typeof value === 'number'
    ? numbers.has(key)
    : typeof value === 'boolean' && flags.has(key);
}

function isAddress(value: unknown): boolean {
  if (typeof value !== 'string' || !URL.canParse(value)) return false;
  return ['http:', 'https:', 'mailto:'].includes(new URL(value).protocol);
}
