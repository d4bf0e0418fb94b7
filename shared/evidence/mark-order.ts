import type { Mark } from './mark.ts';

/** Of marks at one place of the text: on a scan all stand at its beginning, and only page and height tell them apart. */
export function byPageAndHeight(a: Mark, b: Mark): number {
  return a.firstPage - b.firstPage || (a.area?.y ?? 0) - (b.area?.y ?? 0);
}
