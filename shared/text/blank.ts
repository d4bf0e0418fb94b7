/** White space as JavaScript's `\s` has it (ECMA-262, WhiteSpace and LineTerminator), by UTF-16 code unit. */
export function isBlank(code: number): boolean {
  if (code < 0x1680) return code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0;
  return (
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x3000 ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680 ||
    code === 0xfeff
  );
}

/** Code units that are not white space, in `text` up to `end`: the length of a text in squeezed coordinates. */
export function countSolid(text: string, end = text.length): number {
  let solid = 0;
  for (let i = 0; i < end; i++) if (!isBlank(text.charCodeAt(i))) solid++;
  return solid;
}
