// `.url` and `.webloc`: the address of a page, and nothing to read.
import { readShortcut, type ReadShortcut } from '../../shared/web/shortcut.ts';
import { decodeText } from '../../shared/text/decode.ts';
import type { ImportedText } from '../vault/calls/import.ts';
import { mostLinkBytes } from './budget.ts';

/** Undefined for what is no such file. */
export function extractLink(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
): ImportedText | undefined {
  if (bytes.length > mostLinkBytes) return undefined;
  const decoded = decodeText(bytes);
  const shortcut = decoded.kind === 'text' ? readShortcut(decoded.text) : undefined;
  return shortcut === undefined ? undefined : linkText(shortcut, name);
}

function linkText(shortcut: ReadShortcut, name: string): ImportedText {
  const nothing = { format: 'link', extractor: '', pages: 0, words: 0, unreadable: 0 } as const;
  switch (shortcut.kind) {
    case 'unsafe':
      return { ...nothing, status: 'unreadable', reason: 'unsafe', details: {} };
    case 'no-address':
      return { ...nothing, status: 'unreadable', reason: 'damaged', details: {} };
    case 'link': {
      const title = name.replace(/\.(?:url|webloc)$/i, '').trim();
      return {
        ...{ ...nothing, status: 'no-text' },
        details: { url: shortcut.url, ...(title !== '' && { title }) },
        proposed: { url: 'stated', ...(title !== '' && { title: 'guess' }) },
      };
    }
  }
}
