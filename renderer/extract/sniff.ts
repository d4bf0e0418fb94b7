// What a file is, by its content. Names lie; only where the content is silent (a PDF without its header) they are asked.
import { pictureType } from '../../shared/picture/picture.ts';
import { isLockedOffice } from './docx.ts';
import { isMail } from './mail.ts';

/** `locked`: a document of Office that wants a password. */
export type ContentKind =
  'empty' | 'pdf' | 'picture' | 'docx' | 'locked' | 'mail' | 'html' | 'mhtml' | 'text' | 'other';

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
  'RIFF',
  'II*\0', // TIFF
  'MM\0*',
  '\x89PNG', // spoilt on its way: a picture has four more bytes of signature
  '\x1f\x8b', // gzip
  '7z\xbc\xaf',
  'Rar!',
  '\x7fELF',
];
/** Texts whose markup would drown what they say. */
const otherMarkup = /^(?:\xef\xbb\xbf)?\s*(?:<\?xml|<svg|\{\\rtf|%!PS)/i;
/** Comments may come first, such as "saved from url"; zero bytes of UTF-16 are taken away before. */
const page =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[^]){0,600}-->\s*){0,5}<(?:!doctype\s+html|html|head|body|title|meta)\b/i;
const pageName = /\.(?:x?html?|shtml|xht)$/i;
const savedHead = /^(?:from|subject|date|mime-version|content-type|snapshot-content-location)\s*:/i;

export function sniff(bytes: Uint8Array<ArrayBuffer>, name: string): ContentKind {
  if (bytes.length === 0) return 'empty';
  const head = latin1.decode(bytes.subarray(0, headBytes));
  // Before the PDF, whose header may stand further down: in a picture's comment, too.
  if (pictureType(bytes) !== undefined) return 'picture';
  if (head.startsWith(zip)) return 'docx';
  if (head.startsWith(container)) return isLockedOffice(bytes) ? 'locked' : 'other';
  if (isSavedMessage(head, name)) return 'mhtml';
  // Before the PDF: one may be attached in the clear.
  if (isMail(head, name)) return 'mail';
  if (head.includes('%PDF-')) return 'pdf';
  if (page.test(head.replaceAll('\0', ''))) return 'html';
  if (otherFormats.some((start) => head.startsWith(start)) || otherMarkup.test(head))
    return 'other';
  if (pageName.test(name) && head.replaceAll('\0', '').includes('<')) return 'html';
  return /\.pdf$/i.test(name) ? 'pdf' : 'text';
}

/** A page saved as a message; mails look like it, but say nothing of where they were saved. */
function isSavedMessage(head: string, name: string): boolean {
  if (!savedHead.test(head)) return false;
  return (
    /^snapshot-content-location:|^from:\s*"?<?saved by/im.test(head) || /\.mht(?:ml)?$/i.test(name)
  );
}
