import { useCallback, useMemo, useRef, useState } from 'react';
import { useVault } from '../app/vault-context.tsx';
import type { SecretEdit, SecretField, SecretState } from '../vault/calls/opening.ts';

type ByField<T> = Partial<Readonly<Record<SecretField, T>>>;

/** How often the vault emptied all buffers, and which it filled by itself since. */
interface Buffers {
  readonly cleared: number;
  readonly filled: ByField<{ readonly times: number; readonly length: number }>;
}

export interface Secrets {
  /** What the vault says of each field; answers that were overtaken are dropped. */
  readonly states: ByField<SecretState>;
  readonly edit: (edit: SecretEdit) => void;
  /** Asks what the vault says of a field now, by an edit that changes nothing. */
  readonly askAgain: (field: SecretField) => void;
  /** The vault has filled a field by itself with so many code points. */
  readonly take: (field: SecretField, length: number) => void;
  /** Empties the vault's buffers and all fields. */
  readonly clear: () => void;
  /** `key` and `initialLength` of a secret field: it is made anew when its buffer changed without it. */
  readonly keyOf: (field: SecretField) => string;
  readonly startOf: (field: SecretField) => number;
}

export function useSecrets(): Secrets {
  const vault = useVault();
  const [states, setStates] = useState<Secrets['states']>({});
  const [buffers, setBuffers] = useState<Buffers>({ cleared: 0, filled: {} });
  const edits = useRef(new Map<SecretField, number>());

  const edit = useCallback(
    (request: SecretEdit) => {
      const { field } = request;
      const number = (edits.current.get(field) ?? 0) + 1;
      edits.current.set(field, number);
      void vault.ask('secret:edit', request).then((answer) => {
        if (!answer.ok || edits.current.get(field) !== number) return;
        setStates((before) => ({ ...before, [field]: answer.value }));
      });
    },
    [vault],
  );
  const askAgain = useCallback(
    (field: SecretField) => {
      edit({ field, from: 0, to: 0, insert: '' });
    },
    [edit],
  );
  const take = useCallback(
    (field: SecretField, length: number) => {
      setBuffers(({ cleared, filled }) => {
        const times = (filled[field]?.times ?? 0) + 1;
        return { cleared, filled: { ...filled, [field]: { times, length } } };
      });
      askAgain(field);
    },
    [askAgain],
  );
  const clear = useCallback(() => {
    edits.current.clear();
    void vault.ask('secret:clear', null);
    setStates({});
    setBuffers(({ cleared }) => ({ cleared: cleared + 1, filled: {} }));
  }, [vault]);

  return useMemo(
    () => ({
      states,
      edit,
      askAgain,
      take,
      clear,
      keyOf: (field) => `${field} ${buffers.cleared} ${buffers.filled[field]?.times ?? 0}`,
      startOf: (field) => buffers.filled[field]?.length ?? 0,
    }),
    [states, edit, askAgain, take, clear, buffers],
  );
}
