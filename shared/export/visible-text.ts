// Text as a file may carry it: nothing in it is invisible without being said, nothing breaks the format.

const bidiControls = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Without characters that XML forbids or that no reader sees: control characters as their pictures (␛), halves of
 * surrogate pairs and non-characters as �, vertical tab and form feed as the line breaks they are. Everything else
 * verbatim, direction controls too: Arabic text has them by right.
 */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\v\f]/g, '\n')
    .replace(/[\p{Cc}\ufffe\uffff]/gu, (character) => {
      const code = character.charCodeAt(0);
      if (code === 0x09 || code === 0x0a) return character;
      if (code < 0x20) return String.fromCharCode(0x2400 + code);
      return code === 0x7f ? '␡' : '\ufffd';
    });
}

/**
 * For what a person typed or a file claims of itself (titles, notes, tags): printable, and direction controls spelled
 * out, since a title that reorders the line it stands in can forge a citation.
 */
export function plainly(text: string): string {
  return printable(text).replace(bidiControls, (control) => `⟨${codePoint(control)}⟩`);
}

/** Whether anything of it can be seen: white space, direction controls, joiners and what is ignored by default cannot. */
export function isVisible(text: string): boolean {
  return /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** What a reader of the passage should know that cannot be seen. */
export function remarksOn(exact: string): readonly string[] {
  const remarks: string[] = [];
  const controls = new Set(exact.match(bidiControls));
  if (controls.size > 0) {
    remarks.push(`holds invisible direction controls: ${[...controls].map(codePoint).join(', ')}`);
  }
  if (printable(exact) !== exact.replace(/\r\n?|[\v\f]/g, '\n')) {
    remarks.push('holds characters that cannot be printed; the JSON file has them as they are');
  }
  return remarks;
}

function codePoint(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
