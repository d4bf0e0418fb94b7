// Mails written by hand, part by part, so that nothing tidies them.

/** Each character is one byte. */
export function asBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0));
}

/** UTF-8 in base64, in lines of 76. */
export function base64(content: string | Uint8Array): string {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return text.replace(/.{76}/g, '$&\r\n');
}

export const mailHead = [
  'Received: from mail.delta.example by mx.haiyun.example; Tue, 3 Mar 2026 10:16:00 +0800',
  'From: "Weber, R." <r.weber@delta.example>',
  'To: desk@haiyun.example',
  'Date: Tue, 3 Mar 2026 10:15:00 +0800',
  'Message-ID: <1@delta.example>',
  'MIME-Version: 1.0',
];

interface MadePart {
  readonly head: readonly string[];
  readonly body: string;
}

export function mailOf(head: readonly string[], body: string): Uint8Array<ArrayBuffer> {
  return asBytes([...head, '', body].join('\r\n'));
}

export function multipart(kind: string, parts: readonly MadePart[], boundary = 'cut'): MadePart {
  const inner = parts.map(({ head, body }) => [`--${boundary}`, ...head, '', body].join('\r\n'));
  return {
    head: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    body: [...inner, `--${boundary}--`, ''].join('\r\n'),
  };
}

export function textPart(text: string, type = 'text/plain; charset=utf-8'): MadePart {
  return {
    head: [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64'],
    body: base64(text),
  };
}

export function attachedPart(
  name: string,
  content: string | Uint8Array,
  type = 'application/octet-stream',
): MadePart {
  return {
    head: [
      `Content-Type: ${type}`,
      'Content-Transfer-Encoding: base64',
      `Content-Disposition: attachment; filename="${name}"`,
    ],
    body: base64(content),
  };
}

/** A mail of a subject and what is in it. */
export function madeMail(subject: string, part: MadePart): Uint8Array<ArrayBuffer> {
  return mailOf([...mailHead, `Subject: ${subject}`, ...part.head], part.body);
}
