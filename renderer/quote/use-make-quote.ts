import { useCallback } from 'react';
import { randomId, type SourceId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { QuoteContent } from '../../shared/evidence/quote.ts';
import { holdsReference } from '../../shared/quote/printed-mark.ts';
import { quoteOfMarks } from '../../shared/quote/quote-of-marks.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { useNavigation } from '../app/navigation.ts';
import { useAct, useVault } from '../app/vault-context.tsx';
import type { Vault } from '../vault/contract.ts';
import { makeQuoteAct } from './quote-acts.ts';

/** Makes a quote of marks of one source, at once, and opens it: there is no dialog to be filled in first. */
export function useMakeQuote(): (marks: readonly Mark[]) => void {
  const vault = useVault();
  const act = useAct();
  const { go } = useNavigation();
  return useCallback(
    (marks) => {
      const content = quoteOfMarks(marks);
      const [first] = marks;
      if (content === undefined || first === undefined) return;
      const quote = randomId();
      void (async () => {
        const footnotesOmitted = await holdsReferences(vault, first.source, content);
        const made = { ...content, footnotesOmitted };
        const answer = await act([makeQuoteAct(quote, first.source, made)]);
        if (answer.ok) go({ screen: 'quote', quote });
      })();
    },
    [vault, act, go],
  );
}

/** Whether references to notes stand among the words: a quote begins without them, and says so. */
async function holdsReferences(
  vault: Vault,
  source: SourceId,
  { passages }: QuoteContent,
): Promise<boolean> {
  const read = await vault.ask('text:read', { source });
  const work = read.ok ? decodeWorkingText(new Uint8Array(read.value)) : read;
  if (!work.ok) return false;
  const { text, ranges } = work.value;
  // Those of an earlier text stand elsewhere now.
  const placed = passages
    .map(({ anchor }) => anchor)
    .filter(({ start, end, exact }) => text.slice(start, end) === exact);
  return holdsReference(placed, ranges);
}
