// Files that hold the address of a page and nothing to read: `.url` (Windows) and `.webloc` (macOS).
import { webAddress } from './web-address.ts';

export type ReadShortcut =
  | { readonly kind: 'link'; readonly url: string }
  /** It is one, and holds no address on the web. */
  | { readonly kind: 'no-address' }
  /** It declares a document type of its own, entities or the like: never opened. */
  | { readonly kind: 'unsafe' };

const longest = 100_000;

/** Undefined for what is no such file. */
export function readShortcut(text: string): ReadShortcut | undefined {
  const head = text.slice(0, longest);
  if (/^\s*\[InternetShortcut(?:\.[AW])?\]/im.test(head) && /^\s*\[/.test(head))
    return fromIni(head);
  return /^\s*<\?xml\b[^>]*>[^]{0,1000}<plist\b/i.test(head) ? fromPlist(head) : undefined;
}

function fromIni(text: string): ReadShortcut {
  let inSection = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const section = /^\s*\[([^\]]*)\]/.exec(line)?.[1];
    if (section !== undefined) inSection = /^InternetShortcut(?:\.[AW])?$/i.test(section);
    const url = inSection ? /^\s*URL\s*=\s*(\S.*)$/i.exec(line)?.[1] : undefined;
    if (url !== undefined) return linkTo(url);
  }
  return { kind: 'no-address' };
}

/** The one declaration every property list of Apple's begins with. */
const usualDoctype =
  /<!DOCTYPE plist PUBLIC "-\/\/Apple(?: Computer)?\/\/DTD PLIST 1\.0\/\/EN" "https?:\/\/www\.apple\.com\/DTDs\/PropertyList-1\.0\.dtd">/;

function fromPlist(text: string): ReadShortcut {
  if (/<!(?!--)/.test(text.replace(usualDoctype, ''))) return { kind: 'unsafe' };
  const url = /<key>\s*URL\s*<\/key>\s*<string>([^<]*)<\/string>/.exec(text)?.[1];
  return url === undefined ? { kind: 'no-address' } : linkTo(withoutEntities(url));
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function withoutEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole);
}

function linkTo(address: string): ReadShortcut {
  const url = webAddress(address);
  return url === undefined ? { kind: 'no-address' } : { kind: 'link', url };
}
