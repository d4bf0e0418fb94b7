import { useCallback, useEffect, useState } from 'react';
import type { TextRange } from '../../shared/text/text-map.ts';

const shownMs = 1500;

/** A passage pointed out for a moment, and the way to point one out. */
export function useFlash(): readonly [TextRange | undefined, (range: TextRange) => void] {
  const [flash, setFlash] = useState<TextRange>();
  useEffect(() => {
    if (flash === undefined) return;
    const timer = setTimeout(() => {
      setFlash(undefined);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [flash]);
  const show = useCallback(({ start, end }: TextRange) => {
    setFlash({ start, end });
  }, []);
  return [flash, show];
}
