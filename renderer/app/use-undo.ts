import { useCallback } from 'react';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast, type Toast } from '../ui/Toast.tsx';
import type { Vault } from '../vault/contract.ts';
import { changeWords } from './change-words.ts';
import { useVault } from './vault-context.tsx';

/** Undo and redo of acts for the whole window, saying what was done. */
export function useUndo(): { readonly undo: () => void; readonly redo: () => void } {
  const vault = useVault();
  const toast = useToast();
  return {
    undo: useCallback(() => void reverse('undo', vault, toast), [vault, toast]),
    redo: useCallback(() => void reverse('redo', vault, toast), [vault, toast]),
  };
}

const words = {
  undo: { done: 'Undone', counter: 'redo', counterLabel: 'Redo' },
  redo: { done: 'Done again', counter: 'undo', counterLabel: 'Undo' },
} as const;

async function reverse(
  call: 'undo' | 'redo',
  vault: Vault,
  toast: (toast: Toast) => void,
): Promise<void> {
  const answer = await vault.ask(call, null);
  const { done, counter, counterLabel } = words[call];
  if (answer.ok) {
    toast({
      text: `${done}: ${changeWords[answer.value.kind]}.`,
      action: { label: counterLabel, run: () => void reverse(counter, vault, toast) },
    });
  } else if (answer.error === 'nothing-to-undo') {
    toast({ text: `There is nothing to ${call}.` });
  } else toast({ tone: 'bad', text: sentenceOf(answer.error) });
}
