// One report check for the whole window: it stays while the person reads a source and comes back.
import {
  createContext,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import { useVault } from '../app/vault-context.tsx';
import type { Extractor } from '../extract/extract.ts';
import { useProvided } from '../ui/use-provided.ts';
import type { CheckedView } from './check-messages.ts';
import { checkReportFile, type CheckProgress } from './check-report-file.ts';

export type ReportCheck =
  | { readonly kind: 'none' }
  | { readonly kind: 'running'; readonly name: string; readonly progress: CheckProgress }
  | { readonly kind: 'failed'; readonly name: string; readonly error: ErrorCode }
  | {
      readonly kind: 'checked';
      readonly name: string;
      readonly view: CheckedView;
      readonly identifiers: readonly string[];
    };

interface ReportCheckAccess {
  readonly check: ReportCheck;
  /** What must not stand in a report, as typed; kept for this session only. */
  readonly identifiers: string;
  readonly setIdentifiers: (typed: string) => void;
  readonly start: (file: File) => void;
  readonly stop: () => void;
  readonly putAway: () => void;
}

const ReportCheckContext = createContext<ReportCheckAccess | undefined>(undefined);

export function useReportCheck(): ReportCheckAccess {
  return useProvided(ReportCheckContext, 'ReportCheckProvider');
}

interface ReportCheckProviderProps {
  readonly startExtractor: () => Promise<Extractor>;
  readonly children: ReactNode;
}

export function ReportCheckProvider({ startExtractor, children }: ReportCheckProviderProps) {
  const vault = useVault();
  const [check, setCheck] = useState<ReportCheck>({ kind: 'none' });
  const [typed, setTyped] = useState('');
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);

  const start = useCallback(
    (file: File) => {
      running.current?.abort();
      const abort = new AbortController();
      running.current = abort;
      const { name } = file;
      const identifiers = identifiersIn(typed);
      const show = (next: ReportCheck) => {
        if (running.current === abort) setCheck(next);
      };
      const onProgress = (progress: CheckProgress) => {
        show({ kind: 'running', name, progress });
      };
      const options = { vault, startExtractor, identifiers, signal: abort.signal, onProgress };
      checkReportFile(file, options).then(
        (answer) => {
          show(
            answer.ok
              ? { kind: 'checked', name, view: answer.value, identifiers }
              : { kind: 'failed', name, error: answer.error },
          );
        },
        () => {
          show({ kind: 'failed', name, error: 'internal' });
        },
      );
    },
    [vault, startExtractor, typed],
  );
  const access = useMemo<ReportCheckAccess>(
    () => ({
      check,
      identifiers: typed,
      setIdentifiers: setTyped,
      start,
      stop: () => running.current?.abort(),
      putAway: () => {
        running.current?.abort();
        running.current = undefined;
        setCheck({ kind: 'none' });
      },
    }),
    [check, typed, start],
  );
  return <ReportCheckContext value={access}>{children}</ReportCheckContext>;
}

/** Parted by commas, semicolons or line ends. */
function identifiersIn(typed: string): readonly string[] {
  return typed
    .split(/[,;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}
