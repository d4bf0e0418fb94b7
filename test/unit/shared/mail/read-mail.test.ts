import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail, type Mail } from '../../../../shared/mail/read-mail.ts';
import {
  asBytes,
  attachedPart,
  base64,
  madeMail,
  mailHead,
  mailOf,
  multipart,
  textPart,
} from '../../../support/made-up-mail.ts';

function read(bytes: Uint8Array<ArrayBuffer>): Mail {
  const result = readMail(bytes);
  if (result.kind !== 'read') throw new Error(result.kind);
  return result.mail;
}

const decoder = new TextDecoder();
const plainOf = (mail: Mail) => mail.bodies.map(({ plain }) => plain?.text);

describe('a mail', () => {
  test('tells who, to whom, when and about what, and has its text and what is attached', () => {
    const mail = read(
      madeMail(
        '=?utf-8?Q?Mills_=E2=80=93?= =?utf-8?B?5rW36Zuy?=',
        multipart('mixed', [
          textPart('The mills are closed.'),
          attachedPart('list.csv', 'a,b'),
          attachedPart('=?utf-8?q?=E6=B5=B7=E9=9B=B2.txt?=', 'x', 'text/plain'),
        ]),
      ),
    );
    expect(mail.header).toEqual([
      { label: 'From', value: '"Weber, R." <r.weber@delta.example>' },
      { label: 'To', value: 'desk@haiyun.example' },
      { label: 'Date', value: 'Tue, 3 Mar 2026 10:15:00 +0800' },
      { label: 'Subject', value: 'Mills –海雲' },
    ]);
    expect(mail).toMatchObject({ subject: 'Mills –海雲', author: 'Weber, R.', day: '2026-03-03' });
    expect(plainOf(mail)).toEqual(['The mills are closed.']);
    expect(
      mail.attachments.map(({ name, mediaType, bytes }) => [
        name,
        mediaType,
        decoder.decode(bytes),
      ]),
    ).toEqual([
      ['list.csv', 'application/octet-stream', 'a,b'],
      ['海雲.txt', 'text/plain', 'x'],
    ]);
    expect(mail.isEncrypted).toBe(false);
  });

  test('of two ways has one text, and what came along with one of them is attached', () => {
    const picture = attachedPart('logo.png', 'P', 'image/png');
    const mail = read(
      madeMail(
        'Two',
        multipart('alternative', [
          textPart('plain'),
          multipart(
            'related',
            [textPart('<p>rich</p>', 'text/html; charset=utf-8'), picture],
            'in',
          ),
        ]),
      ),
    );
    expect(mail.bodies).toHaveLength(1);
    expect(mail.bodies[0]).toMatchObject({ plain: { text: 'plain' }, html: { charset: 'utf-8' } });
    expect(mail.attachments.map(({ name }) => name)).toEqual(['logo.png']);
  });

  test('within a mail is attached whole, under its subject', () => {
    const inner = madeMail('The inner one', textPart('inside'));
    const forwarded = { head: ['Content-Type: message/rfc822'], body: decoder.decode(inner) };
    const mail = read(madeMail('Fwd', multipart('mixed', [textPart('see below'), forwarded])));
    expect(mail.attachments.map(({ name }) => name)).toEqual(['The inner one.eml']);
    expect(mail.attachments[0]?.bytes).toEqual(inner);
  });

  test('that is encrypted says so, one that is signed is read', () => {
    const sealed = multipart('encrypted', [attachedPart('a.asc', 'x'), attachedPart('b.asc', 'y')]);
    expect(read(madeMail('Secret', sealed))).toMatchObject({
      isEncrypted: true,
      subject: 'Secret',
    });
    const enveloped = {
      head: ['Content-Type: application/pkcs7-mime; smime-type=enveloped-data'],
      body: 'MIA',
    };
    expect(read(madeMail('Secret', enveloped)).isEncrypted).toBe(true);
    const signed = multipart('signed', [
      textPart('said'),
      attachedPart('smime.p7s', 'x', 'application/pkcs7-signature'),
    ]);
    const mail = read(madeMail('Signed', signed));
    expect([plainOf(mail), mail.isEncrypted, mail.attachments.length]).toEqual([
      ['said'],
      false,
      1,
    ]);
  });
});

describe('the text of a mail', () => {
  const inCharset = (charset: string, bytes: readonly number[]) =>
    plainOf(
      read(
        mailOf(
          [...mailHead, `Content-Type: text/plain; charset=${charset}`],
          String.fromCharCode(...bytes),
        ),
      ),
    )[0];

  test('is in the character set it names, in UTF-8 where it is that, and never lost', () => {
    const utf8 = [...new TextEncoder().encode('é–')];
    expect(inCharset('gb2312', [0xba, 0xa3, 0xd4, 0xc6])).toBe('海云');
    expect(inCharset('cp932', [0x8a, 0x43])).toBe('海');
    expect(inCharset('iso-8859-1', utf8)).toBe('é–');
    expect(inCharset('us-ascii', [0xe9, 0x20, 0x61])).toBe('é a');
    expect(inCharset('nobody-knows', utf8)).toBe('é–');
    expect(inCharset('utf-8', [0x61, 0xff, 0x62])).toBe('a\ufffdb');
  });

  test('of quoted-printable joins broken lines and keeps what is no code', () => {
    const head = [
      ...mailHead,
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Type: text/plain; charset=utf-8',
    ];
    const text = plainOf(read(mailOf(head, 'caf=C3=A9 =\r\ngoes= \r\n on=3D =zz =')))[0];
    expect(text).toBe('café goes on= =zz ');
  });

  test('stands where a boundary is missing, and ends with the mail where the last one is', () => {
    const none = mailOf([...mailHead, 'Content-Type: multipart/mixed; boundary=x'], 'all of it');
    expect(plainOf(read(none))).toEqual(['all of it']);
    const cut = mailOf(
      [...mailHead, 'Content-Type: multipart/mixed; boundary=x'],
      '--x\r\n\r\nfirst\r\n--x\r\n\r\nsecond',
    );
    expect(plainOf(read(cut))).toEqual(['first', 'second']);
  });

  test('is parted by whole boundaries only', () => {
    const body = '--x\r\n\r\none\r\n--xy\r\n--x y\r\ntwo\r\n--x  \r\n\r\nthree\r\n--x--\r\nafter';
    expect(
      plainOf(read(mailOf([...mailHead, 'Content-Type: multipart/mixed; boundary=x'], body))),
    ).toEqual(['one\n--xy\n--x y\ntwo', 'three']);
  });
});

describe('the name of an attachment', () => {
  const nameFor = (disposition: string, type = 'application/pdf') =>
    read(
      madeMail(
        'Names',
        multipart('mixed', [
          {
            head: [`Content-Type: ${type}`, `Content-Disposition: attachment; ${disposition}`],
            body: 'x',
          },
        ]),
      ),
    ).attachments[0]?.name;

  test.each([
    ['filename=report.pdf', 'report.pdf'],
    ['filename="a; b.pdf"', 'a; b.pdf'],
    ["filename*=utf-8''%E6%B5%B7%E9%9B%B2.pdf", '海雲.pdf'],
    ["filename*0*=utf-8''%E6%B5; filename*1*=%B7; filename*2=.pdf", '海.pdf'],
    ['filename="../../etc/passwd"', 'passwd'],
    ['filename="C:\\\\temp\\\\x.pdf"', 'x.pdf'],
    ["filename*=utf-8''user%E2%80%AEfdp.exe", 'userfdp.exe'],
    ['filename=".."', 'attachment 1.pdf'],
    ['size=3', 'attachment 1.pdf'],
  ])('%s is %s', (disposition, name) => {
    expect(nameFor(disposition)).toBe(name);
  });

  test('is cut in its middle where it is too long, and keeps its ending', () => {
    const name = nameFor(`filename="${'a'.repeat(300)}.pdf"`);
    expect(name).toHaveLength(160);
    expect(name).toMatch(/^a+….pdf$/);
  });
});

describe('refused is', () => {
  const kindOf = (bytes: Uint8Array<ArrayBuffer>) => readMail(bytes).kind;

  test('a mail of more parts than any has, or nested deeper', () => {
    const many = Array.from({ length: 10_000 }, () => ({ head: [], body: 'x' }));
    expect(kindOf(madeMail('Many', multipart('mixed', many)))).toBe('too-large');
    let nested = textPart('x');
    for (let depth = 0; depth < 30; depth++) nested = multipart('mixed', [nested], `b${depth}`);
    expect(kindOf(madeMail('Deep', nested))).toBe('unsafe');
  });

  test('a header larger than any real one, in one field or in many', () => {
    expect(kindOf(asBytes(`Subject: ${'a'.repeat(2 ** 21)}\r\n\r\nx`))).toBe('too-large');
    expect(kindOf(asBytes(`${'X-A: b\r\n'.repeat(200_000)}\r\nx`))).toBe('too-large');
  });
});

test('every attachment comes back byte by byte', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 }), (contents) => {
      const parts = contents.map((bytes, i) => attachedPart(`${i}.bin`, bytes));
      const mail = read(madeMail('Bytes', multipart('mixed', [textPart('text'), ...parts])));
      expect(mail.attachments.map(({ bytes }) => [...bytes])).toEqual(
        contents.map((bytes) => [...bytes]),
      );
    }),
  );
});

test('whatever the bytes, there is an answer', () => {
  const whole = madeMail(
    'Any',
    multipart('mixed', [textPart('text'), attachedPart('a.txt', base64('b'))]),
  );
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, value) => {
      const bytes = whole.slice();
      bytes[at] = value;
      expect(['read', 'too-large', 'unsafe']).toContain(readMail(bytes).kind);
    }),
    { numRuns: 300 },
  );
});
