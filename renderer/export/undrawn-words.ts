// What is said of characters that could not be drawn in a PDF.

const mostNamed = 20;

/** By code, because a font that could show them is what is missing. */
export function undrawnInPrint(characters: readonly string[]): string {
  return `No font could draw these characters here: ${codesOf(characters)}. Where they stand there is a box, or nothing. The other files of this export hold them.`;
}

export function undrawnOnScreen(characters: readonly string[]): string {
  return `The PDF could not draw these characters: ${named(characters)} (${codesOf(characters)}). Where they stand it shows a box, or nothing, and says so on its first page. The Word file and the others hold them.`;
}

function named(characters: readonly string[]): string {
  return characters.slice(0, mostNamed).join(' ') + (characters.length > mostNamed ? ' …' : '');
}

function codesOf(characters: readonly string[]): string {
  const codes = characters
    .slice(0, mostNamed)
    .map((character) => `U+${hexOf(character.codePointAt(0) ?? 0)}`);
  const more = characters.length - codes.length;
  return codes.join(', ') + (more > 0 ? ` and ${more} more` : '');
}

function hexOf(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
