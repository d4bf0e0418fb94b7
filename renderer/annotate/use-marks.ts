import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { PersonId, SourceId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Act } from '../../shared/journal/change.ts';
import { keepSame } from '../app/keep-same.ts';
import { useAct, useVault } from '../app/vault-context.tsx';
import { applyPending } from './pending-acts.ts';

interface Marks {
  /** In document order, with what was done and is not acknowledged yet. `undefined` until they are read or one is made. */
  readonly marks: readonly Mark[] | undefined;
  /** Shows the acts at once and records them; takes them back when that fails, which a toast then says. */
  readonly record: (acts: readonly Act[]) => Promise<boolean>;
}

export function useMarks(source: SourceId, person: PersonId): Marks {
  const vault = useVault();
  const act = useAct();
  const [saved, setSaved] = useState<readonly Mark[]>();
  const [pending, setPending] = useState<readonly (readonly Act[])[]>([]);
  const questions = useRef({ asked: 0, shown: 0 });

  /** Reads the marks; `settled` acts are in the answer and leave the list of pending ones with it, in one step. */
  const read = useCallback(
    (settled?: readonly Act[]) => {
      const question = ++questions.current.asked;
      return vault.ask('marks:read', { source }).then((answer) => {
        if (answer.ok && question > questions.current.shown) {
          questions.current.shown = question;
          setSaved((before) => keepSame(before, answer.value));
        }
        if (settled !== undefined) setPending((acts) => acts.filter((other) => other !== settled));
      });
    },
    [vault, source],
  );

  useEffect(() => {
    void read();
    return vault.listen((event) => {
      if (event.kind === 'changed' && event.subjects.some((each) => concerns(each, source)))
        void read();
    });
  }, [vault, read, source]);

  const record = useCallback(
    async (acts: readonly Act[]) => {
      setPending((waiting) => [...waiting, acts]);
      const answer = await act(acts);
      if (answer.ok) await read(acts);
      else setPending((waiting) => waiting.filter((other) => other !== acts));
      return answer.ok;
    },
    [act, read],
  );

  // A mark made before the others are read is there at once: the next key is meant for it.
  const isKnown = saved !== undefined || pending.length > 0;
  const marks = useMemo(
    () => (isKnown ? applyPending(saved ?? [], pending.flat(), person) : undefined),
    [isKnown, saved, pending, person],
  );
  return { marks, record };
}

/** The library names people and tags. While files are added others change many times a second, and this one does not. */
function concerns(subject: string, source: SourceId): boolean {
  return (
    subject === 'library' ||
    subject === `source/${source}` ||
    subject.startsWith(`marks/${source}/`)
  );
}
