import type { Mark } from '../../shared/evidence/mark.ts';
import { useShortcuts } from '../app/shortcuts.ts';

/** `q` makes a quote of the selected mark. */
export function useQuoteKey(mark: Mark | undefined, quote: (mark: Mark) => void): void {
  useShortcuts([
    {
      keys: 'q',
      label: 'Make a quote of the selected mark',
      group: 'Reader',
      // An area has no words to quote.
      when: () => mark !== undefined && mark.area === undefined,
      run: () => {
        if (mark !== undefined) quote(mark);
      },
    },
  ]);
}
