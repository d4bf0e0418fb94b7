/**
 * What is shown before a cell that holds items of numbered lists, given their markers: the number, or the first and the last
 * of several. A cell is one line of the text, so none can stand before its own item. Bullets are not shown.
 */
export function cellMarker(markers: readonly string[]): string {
  const numbers = markers.filter((marker) => /[\p{L}\p{N}]/u.test(marker));
  const [first = '', ...others] = numbers;
  const last = others.at(-1);
  return last === undefined ? first : `${first} – ${last}`;
}
