// Words that stand nowhere but where they were planted, and every form they could be written in.
import type { Random } from './random.ts';

/** Capitals and small letters without those that look alike; no dictionary word is ever one of these. */
const letters = 'BCDFGHJKMNPQRTVWXZbcdfghjkmnpqrtvwxz';
const canaryLetters = 14;

export function makeCanary(random: Random): string {
  return Array.from({ length: canaryLetters }, () => random.pick(Array.from(letters))).join('');
}

/** By the name of the form. Each also with all letters small and all letters capital, as a search index keeps them. */
export function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const forms = new Map<string, Buffer>();
  const cased = { '': text, ' small': text.toLowerCase(), ' capital': text.toUpperCase() };
  for (const [how, written] of Object.entries(cased)) {
    const utf8 = Buffer.from(written);
    const utf16 = Buffer.from(written, 'utf16le');
    const hex = utf8.toString('hex');
    const bigEndian = Buffer.from(utf16).swap16(); // a copy: it turns round where it lies
    const made: Readonly<Record<string, string | Buffer>> = {
      utf8,
      utf16le: utf16,
      utf16be: bigEndian,
      hex,
      'hex capital': hex.toUpperCase(),
      percent: hex.replace(/../g, '%$&'),
      'percent capital': hex.toUpperCase().replace(/../g, '%$&'),
      json: Array.from(bigEndian.toString('hex').matchAll(/.{4}/g), ([unit]) => `\\u${unit}`).join(
        '',
      ),
      ...phasesOf('base64', utf8),
      ...phasesOf('base64 utf16le', utf16),
    };
    for (const [form, bytes] of Object.entries(made))
      forms.set(`${form}${how}`, Buffer.from(bytes));
  }
  return forms;
}

/** Base64 depends on where in a group of three bytes it begins: the letters that depend on the word alone. */
function phasesOf(name: string, bytes: Buffer): Readonly<Record<string, string>> {
  const phases = [0, 1, 2].map((phase) => {
    const encoded = Buffer.concat([Buffer.alloc(phase), bytes]).toString('base64');
    const from = Math.ceil((phase * 8) / 6);
    const to = Math.floor(((phase + bytes.length) * 8) / 6);
    return [`${name} ${String(phase)}`, encoded.slice(from, to)] as const;
  });
  return Object.fromEntries(phases);
}
