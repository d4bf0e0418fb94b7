import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { MarkId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import { toggle } from './filter-marks.ts';

interface Chosen {
  /** Of those that are listed. */
  readonly marks: readonly Mark[];
  readonly has: (id: MarkId) => boolean;
  readonly choose: (mark: Pick<Mark, 'id'>, how: 'toggle' | 'to') => void;
  readonly clear: () => void;
}

const none: ReadonlySet<MarkId> = new Set();

/** Several marks that are acted on together, as in a list of files: Ctrl takes one in or out, Shift goes on to one. */
export function useChosen(listed: readonly Mark[]): Chosen {
  const [ids, setIds] = useState(none);
  const latest = useRef<{ listed: readonly Mark[]; last: MarkId | undefined }>({
    listed,
    last: undefined,
  });
  useEffect(() => {
    latest.current.listed = listed;
  }, [listed]);
  const choose = useCallback((mark: Pick<Mark, 'id'>, how: 'toggle' | 'to') => {
    const { listed: marks, last } = latest.current;
    latest.current.last = mark.id;
    if (how === 'toggle') {
      setIds((old) => toggle(old, mark.id));
      return;
    }
    const from = marks.findIndex(({ id }) => id === last);
    const to = marks.findIndex(({ id }) => id === mark.id);
    const [first, end] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    const between = marks.slice(first, end + 1).map(({ id }) => id);
    setIds((old) => new Set([...old, ...between]));
  }, []);
  const marks = useMemo(() => listed.filter(({ id }) => ids.has(id)), [listed, ids]);
  return {
    marks,
    has: (id) => ids.has(id),
    choose,
    clear: () => {
      setIds(none);
    },
  };
}
