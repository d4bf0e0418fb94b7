// Signs that stand in a run as elements.

/** The text an empty element of a run stands for. */
export function signOf(name: string, attributes: ReadonlyMap<string, string>): string {
  switch (name) {
    case 'tab':
    case 'ptab':
      return '\t';
    case 'br':
      return ['page', 'column'].includes(attributes.get('type') ?? '') ? ' ' : '\n';
    case 'cr':
      return '\n';
    case 'noBreakHyphen':
      return '\u2011';
    case 'sym':
      return symbol(attributes.get('font') ?? '', attributes.get('char') ?? '');
    default:
      return '';
  }
}

/** Characters 0x21 to 0x7e of the font Symbol; of the others what documents use. */
const greek =
  '!∀#∃%&∍()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼';
const wingdings: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x71, '❑'],
  [0x76, '❖'],
  [0xa7, '▪'],
  [0xa8, '◻'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xe8, '➔'],
  [0xfb, '✗'],
  [0xfc, '✓'],
  [0xfd, '☒'],
  [0xfe, '☑'],
]);

function symbol(font: string, hex: string): string {
  const code = Number.parseInt(hex, 16);
  if (!/^[\da-f]{1,6}$/i.test(hex) || code > 0x10ffff || code < 0x20) return '';
  // Fonts of symbols have theirs where no character has its place.
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (/^symbol/i.test(font) && own >= 0x21 && own <= 0x7e) return greek.charAt(own - 0x21);
  if (/^symbol/i.test(font) && own === 0xb7) return '•';
  const known = /^wingdings/i.test(font) ? wingdings.get(own) : undefined;
  return known ?? String.fromCodePoint(code).toWellFormed();
}

/** Where a field's instruction leads: `HYPERLINK "https://…" \o "…"`. */
export function linkOfField(instruction: string): string | undefined {
  const found = /^\s*HYPERLINK\s+(?:\\[mnht]\s+)*(?:"([^"]+)"|([^\s"\\]\S*))/i.exec(instruction);
  return found?.[1] ?? found?.[2];
}
