import { useEffect, useRef, type RefObject } from 'react';

/** Takes the first file dropped on an element. The window's own drop zone, asked later, sees that it is taken. */
export function useFileDrop(
  target: RefObject<HTMLElement | null>,
  onFile: (file: File) => void,
): void {
  const latest = useRef(onFile);
  useEffect(() => {
    latest.current = onFile;
  });
  useEffect(() => {
    const element = target.current;
    if (element === null) return;
    const accept = (event: DragEvent) => {
      if (event.dataTransfer?.types.includes('Files') === true) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      if (file === undefined) return;
      event.preventDefault();
      latest.current(file);
    };
    const listening = new AbortController();
    element.addEventListener('dragover', accept, { signal: listening.signal });
    element.addEventListener('drop', drop, { signal: listening.signal });
    return () => {
      listening.abort();
    };
  }, [target]);
}
