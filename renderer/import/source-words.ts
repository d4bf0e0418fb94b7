// What the status of a source means, in words for a person.
import type { SourceHarm } from '../vault/calls/safekeeping.ts';
import type { SourceStatus, UnreadableReason } from '../../shared/evidence/source.ts';

interface Readability {
  readonly status: SourceStatus;
  readonly reason?: UnreadableReason;
}

const reasonWords: Readonly<
  Record<UnreadableReason, { readonly short: string; readonly why: string }>
> = {
  'empty-file': { short: 'empty file', why: 'the file is empty' },
  'not-a-known-format': {
    short: 'unknown format',
    why: 'it is not a PDF, a Word document (.docx), a mail (.eml), a saved web page, a plain text, a Markdown file or a picture (PNG, JPEG, WebP, GIF, BMP); other documents can be saved as one of these',
  },
  damaged: { short: 'damaged', why: 'the file is damaged or not complete' },
  'encoding-unknown': {
    short: 'unknown encoding',
    why: 'its characters are written in a way the program does not know',
  },
  'too-large': { short: 'too large', why: 'it is larger than the program can read safely' },
  'took-too-long': {
    short: 'took too long',
    why: 'reading it took too long, so it was stopped',
  },
  'encryption-unknown': {
    short: 'unknown encryption',
    why: 'it is encrypted in a way the program does not know',
  },
  unsafe: {
    short: 'not safe to read',
    why: 'it holds instructions that are never followed, so it was not read',
  },
};

/** What is not as it was sealed, for a pill and in a sentence. */
export const harmWords: Readonly<
  Record<SourceHarm, { readonly short: string; readonly sentence: string }>
> = {
  damaged: {
    short: 'damaged here',
    sentence:
      'A part of this source is damaged in the locker. Its marks are kept; bring it back from a backup under Safekeeping.',
  },
  missing: {
    short: 'missing here',
    sentence:
      'A part of this source is missing from the locker. Its marks are kept; bring it back from a backup under Safekeeping.',
  },
  'not-arrived': {
    short: 'not arrived',
    sentence:
      'A part of this source has not arrived on this device. If the folder is being synchronised, wait for it.',
  },
  'key-missing': {
    short: 'key missing',
    sentence:
      'The keys of this source are damaged or have not arrived. Its marks are kept; bring them back from a backup under Safekeeping.',
  },
};

/** For a pill: two or three words. */
export function statusLabel({ status, reason }: Readability): string {
  switch (status) {
    case 'text':
      return 'text ready';
    case 'no-text':
      return 'no text';
    case 'needs-password':
      return 'needs a password';
    case 'unreadable':
      return reason === undefined ? 'not readable' : reasonWords[reason].short;
  }
}

/** A sentence: what could not be read, why, and that the original is there. Undefined where all is well. */
export function statusSentence({ status, reason }: Readability): string | undefined {
  switch (status) {
    case 'text':
      return undefined;
    case 'no-text':
      return 'It holds pictures and no text: it can be looked at and marked by area, but nothing can be found in it. The original is kept unchanged.';
    case 'needs-password':
      return 'The document is locked with a password of its own. Save a copy without it and add that; the original is kept unchanged.';
    case 'unreadable': {
      const why = reason === undefined ? 'the program could not read it' : reasonWords[reason].why;
      return `No text could be taken from it: ${why}. The original is kept unchanged.`;
    }
  }
}
