import { pictureType } from '../../shared/picture/picture.ts';

/** `%PDF-` may stand anywhere in the first 1,024 bytes (ISO 32000-2, 7.5.2, and every reader's practice). */
const pdfSignature = '%PDF-';
export const headBytes = 1024;

const typesByEnding: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  docm: 'application/vnd.ms-word.document.macroenabled.12',
  eml: 'message/rfc822',
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  mhtml: 'multipart/related',
  mht: 'multipart/related',
  url: 'application/internet-shortcut',
  webloc: 'application/x-webloc',
  md: 'text/markdown',
  markdown: 'text/markdown',
  txt: 'text/plain',
  text: 'text/plain',
};

/**
 * The media type an original is kept under: by its content where that says something, else by its name, else as the system
 * named it. Only a label: what can be read of it is found out by the extractor.
 */
export function mediaTypeOf(
  name: string,
  head: Uint8Array<ArrayBuffer>,
  systemType: string,
): string {
  const picture = pictureType(head);
  if (picture !== undefined) return picture;
  const start = Array.from(head, (byte) => String.fromCharCode(byte)).join('');
  if (start.includes(pdfSignature)) return 'application/pdf';
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  return typesByEnding[ending] ?? (systemType === '' ? 'application/octet-stream' : systemType);
}
