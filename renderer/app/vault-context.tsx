// How screens reach the vault: the worker is the truth, a screen asks and asks again after every change.
import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Act } from '../../shared/journal/change.ts';
import type { Result } from '../../shared/result.ts';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import { useProvided } from '../ui/use-provided.ts';
import type { Vault, VaultCall, VaultRequest, VaultResponse } from '../vault/contract.ts';
import { keepSame } from './keep-same.ts';
import { listenPaced } from './paced-changes.ts';

/** What the status line says about saving. */
export interface SaveState {
  /** Acts sent and not yet acknowledged. */
  readonly pending: number;
  /** Wall clock of the newest acknowledged act of this session, milliseconds since 1970. */
  readonly savedAt: number | undefined;
}

interface VaultAccess {
  readonly vault: Vault;
  readonly act: (acts: readonly Act[]) => Promise<Result<{ readonly at: number }>>;
}

const AccessContext = createContext<VaultAccess | undefined>(undefined);
const SaveContext = createContext<SaveState>({ pending: 0, savedAt: undefined });

interface VaultProviderProps {
  readonly vault: Vault;
  readonly children: ReactNode;
}

export function VaultProvider({ vault, children }: VaultProviderProps) {
  const toast = useToast();
  const [saving, setSaving] = useState<SaveState>({ pending: 0, savedAt: undefined });
  const act = useCallback(
    async (acts: readonly Act[]) => {
      setSaving((state) => ({ ...state, pending: state.pending + 1 }));
      const answer = await vault.ask('act', acts);
      setSaving(({ pending, savedAt }) => ({
        pending: pending - 1,
        savedAt: answer.ok ? answer.value.at : savedAt,
      }));
      if (!answer.ok) toast({ tone: 'bad', text: sentenceOf(answer.error) });
      return answer;
    },
    [vault, toast],
  );
  const access = useMemo(() => ({ vault, act }), [vault, act]);
  return (
    <AccessContext value={access}>
      <SaveContext value={saving}>{children}</SaveContext>
    </AccessContext>
  );
}

function useAccess(): VaultAccess {
  return useProvided(AccessContext, 'VaultProvider');
}

export function useVault(): Vault {
  return useAccess().vault;
}

/** Records acts. The answer comes when they are on the disk; a failure is also said in a toast. */
export function useAct(): VaultAccess['act'] {
  return useAccess().act;
}

export function useSaveState(): SaveState {
  return use(SaveContext);
}

export type VaultQuery<C extends VaultCall> =
  | { readonly state: 'asking' }
  | { readonly state: 'answered'; readonly value: VaultResponse<C> }
  | { readonly state: 'failed'; readonly error: ErrorCode };

/**
 * Asks the vault and asks again after changes, at most one question at a time. While it asks again, the last answer
 * stays; an answer to a request that is no longer the current one is dropped. Requests are compared as JSON.
 */
export function useVaultQuery<C extends VaultCall>(
  call: C,
  request: VaultRequest<C>,
): VaultQuery<C> {
  const vault = useVault();
  const key = JSON.stringify([call, request]);
  const [answer, setAnswer] = useState<{ readonly key: string; readonly query: VaultQuery<C> }>();
  const current = useRef(request);
  useEffect(() => {
    current.current = request;
  });
  useEffect(() => {
    let stopped = false;
    let asking = false;
    let again = false;
    const ask = () => {
      if (asking) {
        again = true;
        return;
      }
      asking = true;
      again = false;
      void askTogether(vault, call, current.current, key).then((result) => {
        asking = false;
        if (stopped) return;
        setAnswer((before) => keepSame(before, { key, query: queryOf(result) }));
        if (again) ask();
      });
    };
    ask();
    const stopListening = listenPaced(vault, ask);
    return () => {
      stopped = true;
      stopListening();
    };
  }, [vault, call, key]);
  return answer?.key === key ? answer.query : { state: 'asking' };
}

/** Questions asked in this turn of the event loop: all who hear of a change ask at once and share one answer. */
const asked = new WeakMap<Vault, Map<string, Promise<unknown>>>();

function askTogether<C extends VaultCall>(
  vault: Vault,
  call: C,
  request: VaultRequest<C>,
  key: string,
): Promise<Result<VaultResponse<C>>> {
  const questions = asked.get(vault) ?? new Map<string, Promise<unknown>>();
  asked.set(vault, questions);
  const same = questions.get(key) as Promise<Result<VaultResponse<C>>> | undefined;
  if (same !== undefined) return same;
  const answer = vault.ask(call, request);
  questions.set(key, answer);
  queueMicrotask(() => questions.delete(key));
  return answer;
}

function queryOf<C extends VaultCall>(result: Result<VaultResponse<C>>): VaultQuery<C> {
  return result.ok
    ? { state: 'answered', value: result.value }
    : { state: 'failed', error: result.error };
}
