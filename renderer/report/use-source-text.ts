import { useEffect, useState } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import { useVault } from '../app/vault-context.tsx';

/** The working text of a source; undefined while it is read, and where it cannot be. */
export function useSourceText(source: SourceId | undefined): string | undefined {
  const vault = useVault();
  const [read, setRead] = useState<{ readonly source: SourceId; readonly text: string }>();
  useEffect(() => {
    if (source === undefined) return;
    let gone = false;
    void vault.ask('text:read', { source }).then((answer) => {
      const work = answer.ok ? decodeWorkingText(new Uint8Array(answer.value)) : answer;
      if (!gone && work.ok) setRead({ source, text: work.value.text });
    });
    return () => {
      gone = true;
    };
  }, [vault, source]);
  return read?.source === source ? read?.text : undefined;
}
