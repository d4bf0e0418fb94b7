import { useState } from 'react';
import type { ComposedQuote } from '../../shared/quote/composed-quote.ts';
import {
  isComposed,
  marksInQuotes,
  quotableId,
  type Quotable,
} from '../../shared/quote/quotable.ts';

interface Choice {
  readonly isChosen: (one: Quotable) => boolean;
  readonly choose: (some: readonly Quotable[], wanted: boolean) => void;
  /** A quote was made of it: it is left out at first, since the quote stands for it. */
  readonly isInQuote: (one: Quotable) => boolean;
}

/** What is to be exported. Kept as what was turned, not as what is chosen: a mark made meanwhile is in. */
export function useChoice(composed: readonly ComposedQuote[]): Choice {
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const used = marksInQuotes(composed);
  const isInQuote = (one: Quotable): boolean => !isComposed(one) && used.has(one.mark.id);
  const isChosen = (one: Quotable): boolean => turned.has(quotableId(one)) === isInQuote(one);
  return {
    isChosen,
    isInQuote,
    choose: (some, wanted) => {
      const changed = new Set(turned);
      for (const one of some) {
        if (isChosen(one) === wanted) continue;
        const id = quotableId(one);
        if (!changed.delete(id)) changed.add(id);
      }
      setTurned(changed);
    },
  };
}
