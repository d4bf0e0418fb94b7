import { useCallback } from 'react';
import { randomId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import { quoteOfMarks } from '../../shared/quote/quote-of-marks.ts';
import { useNavigation } from '../app/navigation.ts';
import { useAct } from '../app/vault-context.tsx';
import { makeQuoteAct } from './quote-acts.ts';

/** Makes a quote of marks of one source, at once, and opens it: there is no dialog to be filled in first. */
export function useMakeQuote(): (marks: readonly Mark[]) => void {
  const act = useAct();
  const { go } = useNavigation();
  return useCallback(
    (marks) => {
      const content = quoteOfMarks(marks);
      const [first] = marks;
      if (content === undefined || first === undefined) return;
      const quote = randomId();
      void act([makeQuoteAct(quote, first.source, content)]).then((answer) => {
        if (answer.ok) go({ screen: 'quote', quote });
      });
    },
    [act, go],
  );
}
