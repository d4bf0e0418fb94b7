import { useCallback } from 'react';
import type { Quote } from '../../shared/evidence/quote.ts';
import { useNavigation } from '../app/navigation.ts';
import { useAct, useVault } from '../app/vault-context.tsx';
import { useToast } from '../ui/Toast.tsx';
import { removeQuoteAct } from './quote-acts.ts';

/** Removes the quote and goes back to the others; undo brings it back. */
export function useRemoving(quote: Pick<Quote, 'id' | 'source'>): () => void {
  const act = useAct();
  const vault = useVault();
  const toast = useToast();
  const { go } = useNavigation();
  return useCallback(() => {
    void act([removeQuoteAct(quote)]).then((answer) => {
      if (!answer.ok) return;
      go({ screen: 'quotes' });
      toast({
        text: 'Quote removed.',
        action: { label: 'Undo', run: () => void vault.ask('undo', null) },
      });
    });
  }, [act, vault, toast, go, quote]);
}
