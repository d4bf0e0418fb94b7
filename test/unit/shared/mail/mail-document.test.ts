import { describe, expect, test } from 'vitest';
import { mailDocument } from '../../../../shared/mail/mail-document.ts';
import type { Mail, MailBody } from '../../../../shared/mail/read-mail.ts';
import type { RichBlock, RichDocument } from '../../../../shared/text/rich-document.ts';

const mailWith = (body: MailBody): Mail => ({
  header: [{ label: 'Subject', value: 'Mills' }],
  ...{ subject: 'Mills', author: '', day: '', attachments: [], isEncrypted: false },
  bodies: [body],
});

const paragraph = (text: string): RichBlock => ({ kind: 'paragraph', inlines: [{ text }] });
const page =
  (...texts: readonly string[]) =>
  (): RichDocument => ({
    language: 'en',
    direction: 'ltr',
    blocks: texts.map(paragraph),
  });

function linesOf({ blocks }: RichDocument): string[] {
  return blocks.map((block) => {
    const text = block.kind === 'table' ? '' : block.inlines.map((inline) => inline.text).join('');
    const isAside = 'boilerplate' in block;
    return `${block.kind}${isAside ? ' (aside)' : ''}: ${text}`;
  });
}

const plain = (text: string, flowed: 'no' | 'yes' | 'joined' = 'no') =>
  linesOf(mailDocument(mailWith({ plain: { text, flowed } }), () => undefined)).slice(1);

test('the header stands before the text, line by line', () => {
  const { blocks } = mailDocument(mailWith({}), () => undefined);
  expect(blocks).toEqual([
    { kind: 'paragraph', inlines: [{ text: 'Subject: ', bold: true }, { text: 'Mills' }] },
  ]);
});

describe('plain text', () => {
  test('has paragraphs, replies as quotations, and a signature aside', () => {
    const text =
      'Dear all,\r\n\r\nThey left.\r\n> When did they?\r\n> > Who?\r\n\r\n-- \r\nR. Weber\r\nDelta Watch';
    expect(plain(text)).toEqual([
      'paragraph: Dear all,',
      'paragraph: They left.',
      'quote: When did they?',
      'quote: Who?',
      'paragraph (aside): -- ',
      'paragraph (aside): R. Weber',
      'paragraph (aside): Delta Watch',
    ]);
  });

  test('that a program wrapped is joined, in replies too', () => {
    const lines = [
      'The inspectors of the northern provinces visited the mills along the',
      'river and found nobody who would speak to them about the wages they',
      'had been promised in the spring of that year, nor about the shelters.',
    ];
    expect(plain(lines.join('\n'))).toEqual([`paragraph: ${lines.join(' ')}`]);
    expect(plain(lines.map((line) => `> ${line}`).join('\n'))).toEqual([
      `quote: ${lines.join(' ')}`,
    ]);
  });

  test('that flows goes on where a line ends with a blank', () => {
    expect(plain('one \ntwo\n three\n> four \n> five\n-- \nR.', 'yes')).toEqual([
      'paragraph: one two',
      'paragraph: three',
      'quote: four five',
      'paragraph (aside): -- ',
      'paragraph (aside): R.',
    ]);
    expect(plain('海 \n雲', 'joined')).toEqual(['paragraph: 海雲']);
  });
});

describe('of a text sent in two ways', () => {
  const both = (text: string, ...html: readonly string[]) =>
    linesOf(
      mailDocument(
        mailWith({
          plain: { text, flowed: 'no' },
          html: { bytes: new Uint8Array(), charset: '' },
        }),
        page(...html),
      ),
    ).slice(1);

  test('the plain one is read where it says the same', () => {
    expect(
      both('The mills\n\nare closed <https://a.example>.', 'The mills', 'are closed.'),
    ).toEqual(['paragraph: The mills', 'paragraph: are closed <https://a.example>.']);
  });

  test('the other one where the plain one says less', () => {
    expect(both('Your program cannot show this.', 'The mills are closed.')).toEqual([
      'paragraph: The mills are closed.',
    ]);
  });
});
