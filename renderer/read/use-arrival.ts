import { useEffect, useRef } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { TextRange } from '../../shared/text/text-map.ts';

interface Arrival {
  /** The mark the reader was opened for. */
  readonly target: MarkId | undefined;
  /** The passage it was opened for. */
  readonly place: TextRange | undefined;
  /** `undefined` until they are read. */
  readonly marks: readonly Mark[] | undefined;
  readonly goTo: (mark: Mark) => void;
  readonly show: (ranges: readonly TextRange[]) => void;
}

/** Goes to what the reader was opened for, once for each time it was asked for. */
export function useArrival({ target, place, marks, goTo, show }: Arrival): void {
  const arrived = useRef<MarkId>(undefined);
  useEffect(() => {
    if (target === undefined || arrived.current === target) return;
    const mark = marks?.find(({ id }) => id === target);
    if (mark === undefined) return;
    arrived.current = target;
    goTo(mark);
  }, [target, marks, goTo]);
  const shown = useRef<TextRange>(undefined);
  useEffect(() => {
    if (place === undefined || shown.current === place) return;
    shown.current = place;
    show([place]);
  }, [place, show]);
}
