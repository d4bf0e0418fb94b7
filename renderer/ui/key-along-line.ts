/**
 * The arrow as a tree or a list of tabs means it: `ArrowRight` is onward and inward, `ArrowLeft` back and outward, also where
 * the line runs to the left and the two keys change places. Other keys as they are.
 */
export function keyAlongLine({
  key,
  currentTarget,
}: {
  readonly key: string;
  readonly currentTarget: Element;
}): string {
  if (getComputedStyle(currentTarget).direction !== 'rtl') return key;
  return { ArrowRight: 'ArrowLeft', ArrowLeft: 'ArrowRight' }[key] ?? key;
}
