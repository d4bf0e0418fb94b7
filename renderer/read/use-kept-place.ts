import { useCallback, useEffect, useRef } from 'react';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { useVault } from '../app/vault-context.tsx';
import type { DocumentHandle, ReadingPlace } from './document-handle.ts';

const keepAfterMs = 600;

interface KeptPlaceParts {
  readonly source: SourceId;
  readonly workingFile: string;
  readonly document: DocumentHandle;
  /** Opened for a mark or a passage: then one goes there, and not to where one was. */
  readonly isAwaited: boolean;
}

/** Goes back to where the source was left on this device, and remembers where one goes. Answers what to tell of each rest. */
export function useKeptPlace({
  source,
  workingFile,
  document,
  isAwaited,
}: KeptPlaceParts): (place: ReadingPlace) => void {
  const vault = useVault();
  const isBack = useRef(isAwaited);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const unkept = useRef<ReadingPlace>(undefined);
  useEffect(() => {
    if (isBack.current) return;
    let gone = false;
    void vault.ask('place:read', { source }).then((answer) => {
      if (gone || isBack.current) return;
      isBack.current = true;
      const place = answer.ok ? answer.value : null;
      if (place !== null && place.workingFile === workingFile) document.returnTo(place);
    });
    return () => {
      gone = true;
    };
  }, [vault, source, workingFile, document]);
  const keep = useCallback(() => {
    clearTimeout(timer.current);
    const place = unkept.current;
    unkept.current = undefined;
    if (place !== undefined) {
      void vault.ask('place:keep', { source, place: { workingFile, ...place } });
    }
  }, [vault, source, workingFile]);
  useEffect(() => keep, [keep]);

  return useCallback(
    (place: ReadingPlace) => {
      // What is laid out before one is back is the first page.
      if (!isBack.current) return;
      unkept.current = place;
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, keepAfterMs);
    },
    [keep],
  );
}
