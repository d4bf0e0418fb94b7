// Texts made to hurt: encodings that lie, lines without an end, lists without a bottom, letters that hide.
import type { HostileFile } from './hostile-pdfs.ts';
import { scriptThatTells } from './hostile-pdfs.ts';

const says = 'The shelter was open to nobody in the winter of that year, said the staff.';

/** `full` adds what takes long or much memory. */
export function hostileTexts(full: boolean): readonly HostileFile[] {
  const markup = `<script>${scriptThatTells}</script><img src="https://hostile.invalid/x.png" onerror="${scriptThatTells}">`;
  const files: Readonly<Record<string, string | Uint8Array>> = {
    'empty.txt': '',
    'utf-16-le.txt': Buffer.from(`\ufeff${says}`, 'utf16le'),
    'utf-16-be.txt': Buffer.from(`\ufeff${says}`, 'utf16le').swap16(),
    'utf-16-no-mark.txt': Buffer.from(says, 'utf16le'),
    'utf-16-odd.txt': Buffer.concat([Buffer.from(`\ufeff${says}`, 'utf16le'), Buffer.of(0x41)]),
    'utf-16-lone-halves.txt': Buffer.from(`\ufeff\ud800${says}\udc00`, 'utf16le'),
    'utf-7.txt': `+ADw-script+AD4-${scriptThatTells}+ADw-/script+AD4- ${says}`,
    'utf-8-broken.txt': Buffer.concat([
      Buffer.from(says),
      Buffer.from('c3286080fffef8888080', 'hex'),
    ]),
    'utf-8-overlong.txt': Buffer.concat([
      Buffer.from('c0bc736372697074c0be', 'hex'),
      Buffer.from(says),
    ]),
    'utf-8-marks.txt': `\ufeff\ufeff\ufeff${says}\ufeff`,
    'nul.txt': `${says}\0${says}\0\0\0`,
    'only-nul.txt': new Uint8Array(100_000),
    'controls.txt': `\u001b[2J\u001b]0;title\u0007${says}\u0008\u0008\u0008\u000c\u0085\u2028\u2029`,
    'bidi.txt': `\u202e${says}\u202d\u2066\u2067\u2068${says}\u2069 user\u202etxt.exe`,
    'zero-width.txt': Array.from(says).join('\u200b\u200c\u200d\u2060\u180e'),
    'combining.txt': `Z${'\u0351'.repeat(100_000)} ${says}`,
    'tags.txt': `${says}${Array.from('hidden order', (letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join('')}`,
    'markup.txt': `${markup}${says}`,
    'markup.md': `# ${markup}\n\n[${says}](javascript:${scriptThatTells})\n\n![x](https://hostile.invalid/x.png)\n\n<iframe src="https://hostile.invalid/"></iframe>\n`,
    'list-10000-deep.md': Array.from(
      { length: 10_000 },
      (_, depth) => `${' '.repeat(depth)}- ${says}`,
    )
      .join('\n')
      .slice(0, full ? 40_000_000 : 4_000_000),
    'quote-10000-deep.md': `${'>'.repeat(10_000)} ${says}`,
    'brackets-deep.md': `${'['.repeat(100_000)}${says}${']('.repeat(100_000)}`,
    'emphasis-many.md': `${'*_'.repeat(200_000)}${says}`,
    'headings-100000.md': `${'# '.repeat(6)}${'## Heading\n\nText.\n\n'.repeat(full ? 100_000 : 20_000)}`,
    'table-wide.md': `|${' a |'.repeat(50_000)}\n|${'---|'.repeat(50_000)}\n`,
    'line-without-end.txt': Buffer.alloc(full ? 199_000_000 : 8_000_000, 'word '),
    'line-without-blank.txt': Buffer.alloc(full ? 50_000_000 : 2_000_000, 'w'),
    'too-large.txt': full ? Buffer.alloc(201_000_000, 'word ') : `${says} A second file of words.`,
    'pdf-in-name-only.pdf': says,
    'program.txt': Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(4096)]),
    'page.html': `<!doctype html><title>x</title>${markup}<meta http-equiv="refresh" content="0;url=https://hostile.invalid/"><p>${says}</p>`,
    'drawing.svg': `<svg xmlns="http://www.w3.org/2000/svg" onload="${scriptThatTells}"><script>${scriptThatTells}</script></svg>`,
    'entities.xml': `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 9 }, (_, i) => `<!ENTITY a${String(i)} "${`&a${i === 0 ? '' : String(i - 1)};`.repeat(10)}">`).join('')}<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&a8;&x;</a>`,
    '=cmd|calc!A1.txt': `${says} It has a name like a formula.`,
    '\u202etxt.fdp.txt': `${says} It has a name that turns round.`,
    '<img src=x onerror=alert(1)>.txt': `${says} It has a name like markup.`,
  };
  return Object.entries(files).map(([name, made]) => ({
    name,
    bytes: typeof made === 'string' ? Buffer.from(made) : made,
  }));
}
