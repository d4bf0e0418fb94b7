import { useEffect, useState } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Source } from '../../shared/evidence/source.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { useVault } from '../app/vault-context.tsx';

export type ReadText =
  | { readonly state: 'reading' }
  | { readonly state: 'failed'; readonly error: ErrorCode }
  | { readonly state: 'ready'; readonly work: WorkingText };

/** A source's text, read once for as long as it is the same text. Without a source there is nothing to wait for. */
export function useWorkingText(
  source: Source['id'] | undefined,
  file: string | undefined,
): ReadText {
  const vault = useVault();
  const [text, setText] = useState<ReadText>({ state: 'reading' });
  useEffect(() => {
    if (source === undefined) return;
    let gone = false;
    void vault.ask('text:read', { source }).then((answer) => {
      if (gone) return;
      const work = answer.ok ? decodeWorkingText(new Uint8Array(answer.value)) : answer;
      setText(
        work.ok ? { state: 'ready', work: work.value } : { state: 'failed', error: work.error },
      );
    });
    return () => {
      gone = true;
      setText({ state: 'reading' });
    };
  }, [vault, source, file]);
  return text;
}
