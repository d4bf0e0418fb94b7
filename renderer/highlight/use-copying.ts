import { useCallback, useEffect } from 'react';
import { useBridge } from '../app/bridge-context.ts';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';

/** Puts a text on the clipboard, by main: the page itself has no right to. */
export function useCopyText(): (text: string) => void {
  const { ask } = useBridge();
  const toast = useToast();
  return useCallback(
    (text) => {
      void ask('clipboard:write', { text }).then((answer) => {
        if (answer.ok) toast({ text: 'Copied.' });
        else toast({ tone: 'bad', text: sentenceOf(answer.error) });
      });
    },
    [ask, toast],
  );
}

/** Ctrl+C (and the system's own Copy) takes what `copied` answers; without it, copying is as everywhere. */
export function useCopying(copied: (() => string) | undefined): void {
  useEffect(() => {
    if (copied === undefined) return;
    const copy = (event: ClipboardEvent): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea');
      if (typing || event.clipboardData === null) return;
      event.clipboardData.setData('text/plain', copied());
      event.preventDefault();
    };
    document.addEventListener('copy', copy);
    return () => {
      document.removeEventListener('copy', copy);
    };
  }, [copied]);
}
