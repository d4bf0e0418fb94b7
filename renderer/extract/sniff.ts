// What a file is, by its content. Names lie; only where the content is silent (a PDF without its header) they are asked.
import { isLockedOffice } from './docx.ts';

/** `locked`: a document of Office that wants a password. */
export type ContentKind = 'empty' | 'pdf' | 'docx' | 'locked' | 'text' | 'other';

/** What a DOCX is packed in; also other documents, which its reader tells apart. */
const zip = 'PK\x03\x04';
/** Of older Office, and of newer documents with a password. */
const container = '\xd0\xcf\x11\xe0';
const latin1 = new TextDecoder('latin1');
/** As far as readers look for a PDF's header behind rubbish. */
const headBytes = 1024;

/** Beginnings of formats that are not read yet, as Latin-1. */
const otherFormats: readonly string[] = [
  'PK\x05\x06', // an empty zip
  '\x89PNG',
  '\xff\xd8\xff', // JPEG
  'GIF8',
  'RIFF',
  'II*\0', // TIFF
  'MM\0*',
  '\x1f\x8b', // gzip
  '7z\xbc\xaf',
  'Rar!',
  '\x7fELF',
];
/** Texts whose markup would drown what they say. */
const otherMarkup = /^(?:\xef\xbb\xbf)?\s*(?:<!doctype html|<html|<\?xml|\{\\rtf|%!PS)/i;

export function sniff(bytes: Uint8Array<ArrayBuffer>, name: string): ContentKind {
  if (bytes.length === 0) return 'empty';
  const head = latin1.decode(bytes.subarray(0, headBytes));
  if (head.startsWith(zip)) return 'docx';
  if (head.startsWith(container)) return isLockedOffice(bytes) ? 'locked' : 'other';
  if (head.includes('%PDF-')) return 'pdf';
  if (otherFormats.some((start) => head.startsWith(start)) || otherMarkup.test(head))
    return 'other';
  return /\.pdf$/i.test(name) ? 'pdf' : 'text';
}
