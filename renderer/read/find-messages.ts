// What goes between the reader and the worker that looks through its text.
import type { FindQuery, FoundPlaces } from '../../shared/search/find-in-text.ts';
import type { MarkedRange } from '../../shared/text/working-text.ts';

export type ToFinder =
  | { readonly kind: 'text'; readonly text: string; readonly aside: readonly MarkedRange[] }
  | { readonly kind: 'find'; readonly id: number; readonly query: FindQuery };

export interface FromFinder {
  readonly id: number;
  readonly found: FoundPlaces;
}
