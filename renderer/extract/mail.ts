// A mail → the working text, what it says of itself, and what was attached to it.
import { proposeDetails, type Proposal } from '../../shared/details/propose.ts';
import type { DetailsConfidence, SourceDetails } from '../../shared/evidence/source.ts';
import { mailDocument } from '../../shared/mail/mail-document.ts';
import { readMail, type Mail } from '../../shared/mail/read-mail.ts';
import { buildRichText } from '../../shared/text/build-rich-text.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { readPage } from '../../shared/web/read-page.ts';
import type { ImportedText } from '../vault/calls/import.ts';

export const mailExtractor = 'mail/2';

export type MailResult =
  | {
      readonly kind: 'read';
      readonly work: WorkingText;
      readonly proposal: Proposal;
      readonly parts: NonNullable<ImportedText['parts']>;
    }
  /** Its header says who, to whom and when; what, only who has the key can read. */
  | { readonly kind: 'encrypted'; readonly proposal: Proposal }
  | { readonly kind: 'too-large' | 'unsafe' };

/** `onStage` is called as the reading goes on. */
export function extractMail(bytes: Uint8Array<ArrayBuffer>, onStage: () => void): MailResult {
  const read = readMail(bytes);
  if (read.kind !== 'read') return read;
  onStage();
  const { mail } = read;
  if (mail.isEncrypted) return { kind: 'encrypted', proposal: proposalOf(mail, '', undefined) };
  const rich = mailDocument(
    mail,
    (html, charset) => readPage(html, { charset, onStage })?.document,
  );
  const work = buildRichText(rich, 'mail', mailExtractor);
  onStage();
  const { details, confidence } = proposeDetails(work, { ...noInfo, language: rich.language });
  return {
    kind: 'read',
    work,
    proposal: proposalOf(mail, details.language ?? '', confidence.language),
    parts: mail.attachments.map(({ name, mediaType, bytes: own }) => {
      return { name, mediaType, bytes: own.buffer };
    }),
  };
}

const noInfo = { title: '', author: '' };

/** Its header names them; of its text only the language is asked: a mail may hold anybody's title and date. */
function proposalOf(
  { subject, author, day }: Mail,
  language: string,
  languageConfidence: DetailsConfidence['language'],
): Proposal {
  const details: Partial<SourceDetails> = {
    ...(subject !== '' && { title: subject }),
    ...(author !== '' && { author }),
    ...(day !== '' && { published: { value: day, precision: 'day' } }),
  };
  const stated = Object.fromEntries(
    Object.keys(details).map((field) => [field, 'stated' as const]),
  );
  return language === '' || languageConfidence === undefined
    ? { details, confidence: stated }
    : {
        details: { ...details, language },
        confidence: { ...stated, language: languageConfidence },
      };
}

const fieldName = /^([A-Za-z][A-Za-z-]*)[ \t]*:/gm;
const everyMail: ReadonlySet<string> = new Set([
  ...['from', 'to', 'cc', 'subject', 'date', 'reply-to', 'sender', 'content-type'],
]);
/** Nobody writes these by hand. */
const onTheWay: ReadonlySet<string> = new Set([
  ...['received', 'return-path', 'delivered-to', 'message-id', 'mime-version', 'x-mailer'],
  ...['dkim-signature', 'arc-seal', 'authentication-results', 'user-agent', 'x-original-to'],
]);

/** By the fields at its head; a name that says so helps one whose head is short. */
export function isMail(head: string, name: string): boolean {
  if (!/^(?:From [^\n]*\n)?[A-Za-z][A-Za-z-]*[ \t]*:/.test(head)) return false;
  const [block = ''] = head.split(/\r?\n\r?\n/, 1);
  const names = new Set(Array.from(block.matchAll(fieldName), ([, own = '']) => own.toLowerCase()));
  const usual = [...names].filter((own) => everyMail.has(own)).length;
  const telling = [...names].filter((own) => onTheWay.has(own)).length;
  if (/\.eml$/i.test(name)) return usual + telling > 0;
  return telling > 0 && usual + telling > 2;
}
