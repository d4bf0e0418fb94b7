// One import at a time for the whole window: it goes on while the person reads something else.
import {
  createContext,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import { useVault } from '../app/vault-context.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import { useProvided } from '../ui/use-provided.ts';
import type { Vault } from '../vault/contract.ts';
import type { Extractor } from '../extract/extract.ts';
import { importSources, type ImportProgress, type ImportResult } from './import-sources.ts';
import type { PageParts } from './page-parts.ts';

interface ImportState {
  /** Undefined while nothing is being imported. */
  readonly progress: ImportProgress | undefined;
  /** Of the running import, or of the last one until it is put away. */
  readonly results: readonly ImportResult[];
  readonly stopping: boolean;
}

interface ImportAccess extends ImportState {
  /**
   * Adds files; behind those being imported now, if any. `afterwards` is called when all that waits is done. What was
   * `leftOut` on the way is told with the results.
   */
  readonly add: (
    files: readonly File[],
    afterwards?: () => void,
    leftOut?: readonly PageParts[],
  ) => void;
  readonly stop: () => void;
  readonly putAway: () => void;
  /** For a document that is read without being added. */
  readonly startExtractor: () => Promise<Extractor>;
}

const idle: ImportState = { progress: undefined, results: [], stopping: false };

const ImportContext = createContext<ImportAccess | undefined>(undefined);

export function useImport(): ImportAccess {
  return useProvided(ImportContext, 'ImportProvider');
}

interface ImportProviderProps {
  readonly startExtractor: () => Promise<Extractor>;
  readonly children: ReactNode;
}

export function ImportProvider({ startExtractor, children }: ImportProviderProps) {
  const vault = useVault();
  const toast = useToast();
  const [state, setState] = useState(idle);
  const running = useRef<AbortController>(undefined);
  const waiting = useRef<File[]>([]);
  const after = useRef<(() => void)[]>([]);
  useEffect(() => () => running.current?.abort(), []);

  const add = useCallback(
    (files: readonly File[], afterwards?: () => void, leftOut: readonly PageParts[] = []) => {
      const told = leftOut.map(({ folder, page, count }): ImportResult => ({
        name: folder,
        outcome: { kind: 'part-of-page', page, count },
      }));
      waiting.current.push(...files);
      if (afterwards !== undefined) after.current.push(afterwards);
      if (running.current !== undefined) {
        setState((before) => ({ ...before, results: [...before.results, ...told] }));
        return;
      }
      if (waiting.current.length === 0) return;
      const abort = new AbortController();
      running.current = abort;
      setState({ ...idle, results: told });
      runImports({ waiting: waiting.current, startExtractor, vault, abort, setState })
        .catch(() => {
          waiting.current.splice(0);
          toast({ tone: 'bad', text: sentenceOf('internal') });
        })
        .finally(() => {
          running.current = undefined;
          setState((before) => ({ ...before, progress: undefined, stopping: false }));
          for (const call of after.current.splice(0)) call();
        });
    },
    [vault, toast, startExtractor],
  );
  const access = useMemo<ImportAccess>(
    () => ({
      ...state,
      add,
      startExtractor,
      stop: () => {
        running.current?.abort();
        setState((before) => ({ ...before, stopping: true }));
      },
      putAway: () => {
        setState(idle);
      },
    }),
    [state, add, startExtractor],
  );
  return <ImportContext value={access}>{children}</ImportContext>;
}

interface Run {
  /** Emptied batch by batch; files added meanwhile make the next batch. */
  readonly waiting: File[];
  readonly startExtractor: () => Promise<Extractor>;
  readonly vault: Vault;
  readonly abort: AbortController;
  readonly setState: (change: (before: ImportState) => ImportState) => void;
}

async function runImports({ waiting, startExtractor, vault, abort, setState }: Run): Promise<void> {
  const extractor = await startExtractor();
  let earlier = 0;
  while (waiting.length > 0) {
    const batch = waiting.splice(0);
    await importSources(batch, {
      vault,
      extractor,
      signal: abort.signal,
      onProgress: (progress) => {
        const done = earlier + progress.done;
        const total = earlier + progress.total + waiting.length;
        setState((before) => ({ ...before, progress: { ...progress, done, total } }));
      },
      onResult: (result) => {
        setState((before) => ({ ...before, results: [...before.results, result] }));
      },
    });
    earlier += batch.length;
  }
  extractor.end();
}
