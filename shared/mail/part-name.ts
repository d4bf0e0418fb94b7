// What an attachment is called in the library. Its own name comes from whoever sent it.
import { decodeWords } from './header-words.ts';
import { fieldValue, readHeader } from './header-fields.ts';
import type { MimePart } from './mime-part.ts';

const longest = 160;
const longestEnding = 16;
const endings: Readonly<Record<string, string>> = {
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'text/rfc822-headers': '.txt',
  'message/delivery-status': '.txt',
  'message/rfc822': '.eml',
  'application/pdf': '.pdf',
  'application/pgp-signature': '.asc',
  'application/pgp-encrypted': '.asc',
  'application/pkcs7-signature': '.p7s',
  'application/pkcs7-mime': '.p7m',
  'application/ms-tnef': '.dat',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
};

/** `number` counts attachments from 1, for those without a name. `content` is decoded. */
export function partName(part: MimePart, content: Uint8Array<ArrayBuffer>, number: number): string {
  const stated = safeName(part.fileName);
  if (stated !== '') return stated;
  const ending = endings[part.type] ?? '';
  const subject = part.type === 'message/rfc822' ? safeName(subjectOf(content)) : '';
  return subject === '' ? `attachment ${number}${ending}` : shorten(`${subject}${ending}`);
}

function subjectOf(mail: Uint8Array<ArrayBuffer>): string {
  return decodeWords(fieldValue(readHeader(mail)?.fields ?? [], 'subject') ?? '');
}

/** The last piece of a path, without what turns a line round, hides or ends it. */
function safeName(name: string): string {
  const own = name.split(/[/\\]/).findLast((piece) => piece.trim() !== '') ?? '';
  const visible = own
    .toWellFormed()
    .replace(/[\p{Cc}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffd\u2028\u2029]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  return /^\.*$/.test(visible) ? '' : shorten(visible);
}

function shorten(name: string): string {
  if (name.length <= longest) return name;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 && name.length - dot <= longestEnding ? name.slice(dot) : '';
  return `${name.slice(0, longest - ending.length - 1)}…${ending}`.toWellFormed();
}
