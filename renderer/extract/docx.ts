// A Word document → the working text. A file that is locked with a password is no zip but one of Microsoft's older containers.
import { proposeDetails, type Proposal } from '../../shared/details/propose.ts';
import type { UnreadableReason } from '../../shared/evidence/source.ts';
import { readDocx } from '../../shared/docx/read-docx.ts';
import { richDocx } from '../../shared/docx/rich-docx.ts';
import { buildRichText } from '../../shared/text/build-rich-text.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';

export const docxExtractor = 'docx/2';

type DocxResult =
  | {
      readonly kind: 'read';
      readonly work: WorkingText;
      readonly proposal: Proposal;
    }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason };

const reasons = {
  'not-a-docx': 'not-a-known-format',
  damaged: 'damaged',
  'too-large': 'too-large',
  unsafe: 'unsafe',
  encrypted: 'encryption-unknown',
} as const satisfies Record<string, UnreadableReason>;

/** `onPiece` is called as the reading goes on. */
export function extractDocx(bytes: Uint8Array<ArrayBuffer>, onPiece: () => void): DocxResult {
  const read = readDocx(bytes, onPiece);
  if (read.kind !== 'read') return { kind: 'unreadable', reason: reasons[read.kind] };
  const rich = richDocx(read.document);
  const work = buildRichText(rich, 'docx', docxExtractor);
  const { title, creator } = read.document.properties;
  const info = { title, author: creator, language: rich.language };
  return { kind: 'read', work, proposal: proposeDetails(work, info) };
}

/** What Office makes of a document that is locked: a container with this stream in it, its name in UTF-16. */
const lockedStream = Array.from('EncryptedPackage', (sign) => sign.charCodeAt(0));

export function isLockedOffice(bytes: Uint8Array<ArrayBuffer>): boolean {
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (lockedStream.every((byte, i) => bytes[at + 2 * i] === byte && bytes[at + 2 * i + 1] === 0))
      return true;
  }
  return false;
}
