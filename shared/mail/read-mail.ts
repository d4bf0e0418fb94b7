// A mail (RFC 5322, MIME) → what it says, and what came with it.
import type { Bytes } from '../bytes.ts';
import { firstName } from './addresses.ts';
import { decodeCharset } from './charset.ts';
import { fieldValue, type HeaderField } from './header-fields.ts';
import { decodeWords } from './header-words.ts';
import { mailDay } from './mail-date.ts';
import { readMime, type MimePart } from './mime-part.ts';
import { partName } from './part-name.ts';
import { decodeTransfer } from './transfer.ts';

/** A text of the mail in one or both of the ways it was sent. */
export interface MailBody {
  readonly plain?: {
    readonly text: string;
    /** Lines that end with a blank go on (RFC 3676); `joined`: without that blank. */
    readonly flowed: 'no' | 'yes' | 'joined';
  };
  /** As sent; the reader of web pages decides what its bytes are. */
  readonly html?: { readonly bytes: Bytes; readonly charset: string };
}

interface MailAttachment {
  readonly name: string;
  /** As the mail calls it. */
  readonly mediaType: string;
  readonly bytes: Bytes;
}

export interface Mail {
  /** Sender, recipients, date and subject as they are written, in this order. */
  readonly header: readonly { readonly label: string; readonly value: string }[];
  readonly subject: string;
  /** The sender's name, or empty. */
  readonly author: string;
  /** `YYYY-MM-DD`, or empty. */
  readonly day: string;
  readonly bodies: readonly MailBody[];
  readonly attachments: readonly MailAttachment[];
  /** What it says is encrypted: of it there is the header only. */
  readonly isEncrypted: boolean;
}

export type ReadMail =
  { readonly kind: 'read'; readonly mail: Mail } | { readonly kind: 'too-large' | 'unsafe' };

const shownFields = ['From', 'To', 'Cc', 'Date', 'Subject'] as const;

export function readMail(bytes: Bytes): ReadMail {
  const mime = readMime(bytes);
  if (mime.kind !== 'read') return mime;
  const { root } = mime;
  const sorted: Sorted = { bodies: [], attached: [] };
  sortPart(root, sorted);
  const charset = charsetOf(root);
  const field = (name: string) => decodeWords(fieldValue(root.fields, name) ?? '', charset);
  const header = shownFields
    .map((label) => ({ label, value: field(label.toLowerCase()) }))
    .filter(({ value }) => value !== '');
  return {
    kind: 'read',
    mail: {
      header,
      subject: field('subject'),
      author: firstName(fieldValue(root.fields, 'from') ?? '', charset),
      day: mailDay(field('date')),
      bodies: sorted.bodies,
      attachments: sorted.attached.map(attachmentOf),
      isEncrypted: isEncrypted(root),
    },
  };
}

interface Sorted {
  readonly bodies: MailBody[];
  readonly attached: MimePart[];
}

/** As deep as `readMime` went. */
function sortPart(part: MimePart, into: Sorted): void {
  if (part.parts.length === 0) {
    if (isBody(part)) into.bodies.push(bodyOf(part));
    else into.attached.push(part);
  } else if (part.type === 'multipart/alternative') {
    sortAlternatives(part, into);
  } else {
    for (const inner of part.parts) sortPart(inner, into);
  }
}

/** The same text in several ways: one body of all of them. What is no text and comes along is attached. */
function sortAlternatives({ parts }: MimePart, into: Sorted): void {
  let body: MailBody = {};
  for (const inner of parts) {
    const own: Sorted = { bodies: [], attached: into.attached };
    sortPart(inner, own);
    for (const found of own.bodies) body = { ...found, ...body };
  }
  if (body.plain !== undefined || body.html !== undefined) into.bodies.push(body);
}

function isBody({ type, disposition, fileName }: MimePart): boolean {
  const isText = type === 'text/plain' || type === 'text/html';
  return isText && disposition !== 'attachment' && fileName === '';
}

function bodyOf(part: MimePart): MailBody {
  const [bytes, charset] = [contentOf(part), charsetOf(part)];
  if (part.type === 'text/html') return { html: { bytes, charset } };
  const { parameters } = part;
  const isFlowed = parameters.get('format')?.toLowerCase() === 'flowed';
  const isJoined = parameters.get('delsp')?.toLowerCase() === 'yes';
  return {
    plain: {
      text: decodeCharset(bytes, charset),
      flowed: isFlowed ? (isJoined ? 'joined' : 'yes') : 'no',
    },
  };
}

function attachmentOf(part: MimePart, index: number): MailAttachment {
  const bytes = contentOf(part);
  return { name: partName(part, bytes, index + 1), mediaType: part.type, bytes };
}

function contentOf({ fields, body }: MimePart): Bytes {
  return decodeTransfer(body, fieldValue(fields, 'content-transfer-encoding') ?? '');
}

/** Of a part; of a multipart, that of the first text in it: programs write all of a mail in one. */
function charsetOf(part: MimePart): string {
  const own = part.parameters.get('charset');
  if (own !== undefined) return own;
  const first = part.parts[0];
  return first === undefined ? '' : charsetOf(first);
}

function isEncrypted({ type, parameters, fields }: MimePart): boolean {
  if (type === 'multipart/encrypted') return true;
  if (type !== 'application/pkcs7-mime' && type !== 'application/x-pkcs7-mime') return false;
  const kind = parameters.get('smime-type') ?? '';
  return !/signed|certs/i.test(kind) && !hasSignedName(fields);
}

function hasSignedName(fields: readonly HeaderField[]): boolean {
  return /\.p7s\b/i.test(fieldValue(fields, 'content-disposition') ?? '');
}
