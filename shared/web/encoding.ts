// Bytes of a web page → text. By the HTML standard (13.2.3, "The input byte stream") a byte-order mark wins, then what the
// transport said, then what the page declares. Saved pages often declare an encoding their bytes are not in: what is
// declared is held against the bytes before it is believed.
import { plausibility } from './encoding-plausibility.ts';

interface DecodedPage {
  readonly text: string;
  /** Label of the Encoding standard. */
  readonly encoding: string;
}

/** The prescan of the standard looks at 1,024 bytes; pages with long comments before their `meta` are common. */
const prescanBytes = 8192;
const sampleBytes = 1 << 16;
/** A declared encoding is kept unless another reads clearly better. */
const clearlyBetter = 0.2;

/** Asked in this order where nothing is declared, or what is declared does not fit. */
const candidates = [
  'gb18030',
  'shift_jis',
  'euc-jp',
  'big5',
  'euc-kr',
  'windows-1251',
  'koi8-r',
  'windows-1256',
  'windows-1255',
  'windows-1253',
  'windows-1254',
  'windows-1250',
  'windows-874',
  'windows-1252',
] as const;

/** `transport`: what stood beside the bytes, such as the charset of an MHTML part; empty where there is nothing. */
export function decodePage(bytes: Uint8Array<ArrayBuffer>, transport = ''): DecodedPage {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return decodeAs(bytes, marked);
  const wide = zeroPattern(bytes);
  if (wide !== undefined) return decodeAs(bytes, wide);
  const sample = sampleOf(bytes);
  // Nothing but UTF-8 is valid UTF-8 by chance: it needs no declaration, and a wrong one does not unmake it.
  if (isUtf8(bytes)) return decodeAs(bytes, declaresIso2022(bytes, transport) ?? 'utf-8');
  const declared = declaredEncodings(bytes, transport).filter((label) => label !== 'utf-8');
  const scored = [...declared, ...candidates].map((label) => ({
    label,
    score: plausibility(decodeAs(sample, label).text),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a), scored[0] ?? nothing);
  const said = declared.length > 0 ? scored[0] : undefined;
  const chosen = said !== undefined && said.score >= best.score - clearlyBetter ? said : best;
  // Broken UTF-8 (a page cut off in a character) still reads better as UTF-8 than as anything else.
  const broken = plausibility(decodeAs(sample, 'utf-8').text);
  return decodeAs(bytes, broken > chosen.score ? 'utf-8' : chosen.label);
}

const nothing = { label: 'windows-1252', score: -Infinity };

function decodeAs(bytes: Uint8Array<ArrayBuffer>, label: string): DecodedPage {
  return { text: new TextDecoder(label).decode(bytes), encoding: label };
}

function byteOrderMark([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : undefined;
}

/** UTF-16 without a mark: every other byte of markup is zero. */
function zeroPattern(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0 && bytes[3] === 0) return 'utf-16le';
  return bytes[0] === 0 && bytes[1] === 0x3c && bytes[2] === 0 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array<ArrayBuffer>): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** ISO-2022-JP is written in ASCII bytes: only a declaration and its escapes together tell. */
function declaresIso2022(bytes: Uint8Array<ArrayBuffer>, transport: string): string | undefined {
  return bytes.includes(0x1b) && declaredEncodings(bytes, transport).includes('iso-2022-jp')
    ? 'iso-2022-jp'
    : undefined;
}

const declarations =
  /<meta\s[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})/gi;

/** Labels a decoder knows, the transport's first. */
function declaredEncodings(bytes: Uint8Array<ArrayBuffer>, transport: string): readonly string[] {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, prescanBytes));
  const named = [...head.matchAll(declarations)].map(([, meta, xml]) => meta ?? xml ?? '');
  return [transport, ...named].flatMap((label) => known(label));
}

function known(label: string): readonly string[] {
  const name = label.trim().toLowerCase();
  if (name === '') return [];
  // A page that can be read to this declaration is not in UTF-16 (HTML standard, 13.2.3.2).
  if (name.startsWith('utf-16')) return ['utf-8'];
  if (name === 'x-user-defined') return ['windows-1252'];
  if (name === 'gb2312' || name === 'gbk') return ['gb18030'];
  try {
    new TextDecoder(name);
    return [name];
  } catch {
    return [];
  }
}

/** The stretches that tell encodings apart: those around bytes beyond ASCII. */
function sampleOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const sample = new Uint8Array(sampleBytes);
  let length = 0;
  let i = 0;
  while (i < bytes.length && length < sampleBytes) {
    if ((bytes[i] ?? 0) < 0x80) {
      i++;
      continue;
    }
    // To the next line end or mark-up: no encoding has those inside a character.
    let end = i;
    while (end < bytes.length && bytes[end] !== 0x0a && bytes[end] !== 0x3c) end++;
    const start = Math.max(i - (i > 0 && (bytes[i - 1] ?? 0) >= 0x40 ? 1 : 0), 0);
    const piece = bytes.subarray(start, Math.min(end, start + sampleBytes - length - 1));
    sample.set(piece, length);
    length += piece.length;
    sample[length++] = 0x0a;
    i = Math.max(end, i + 1);
  }
  return sample.slice(0, length);
}
