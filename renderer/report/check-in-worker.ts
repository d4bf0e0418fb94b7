// The two workers of a report check, each started for one request and ended after it. Stopping ends them in the middle of
// whatever they do.
import { fail, ok, type Result } from '../../shared/result.ts';
import type {
  CheckReply,
  CheckRequest,
  ReadReply,
  ReadReport,
  ReportFile,
  ReportView,
} from './check-messages.ts';

/** A file that takes longer was made to. */
const readingMs = 60_000;

/** Errors: `report-unreadable`, `cancelled`. */
export function readInWorker(file: ReportFile, signal: AbortSignal): Promise<Result<ReadReport>> {
  const worker = new Worker(new URL('./read-report.worker.ts', import.meta.url), {
    type: 'module',
  });
  const limit = AbortSignal.timeout(readingMs);
  return converse<ReadReply, ReadReport>(worker, file, [file.bytes], {
    signal: AbortSignal.any([signal, limit]),
    stopped: () => fail(signal.aborted ? 'cancelled' : 'report-unreadable'),
    crashed: () => fail('report-unreadable'),
    answered: (reply) => (reply === null ? fail('report-unreadable') : ok(reply)),
  });
}

/** Errors: `cancelled`, `internal`. */
export function checkInWorker(
  request: CheckRequest,
  signal: AbortSignal,
): Promise<Result<ReportView>> {
  const worker = new Worker(new URL('./report-check.worker.ts', import.meta.url), {
    type: 'module',
  });
  const moved = request.sources.map(({ working }) => working);
  return converse<CheckReply, ReportView>(worker, request, moved, {
    signal,
    stopped: () => fail('cancelled'),
    crashed: () => fail('internal'),
    answered: (reply) => (reply.kind === 'checked' ? ok(reply.view) : fail('internal')),
  });
}

interface Outcomes<Reply, Value> {
  readonly signal: AbortSignal;
  readonly stopped: () => Result<Value>;
  readonly crashed: () => Result<Value>;
  readonly answered: (reply: Reply) => Result<Value>;
}

function converse<Reply, Value>(
  worker: Worker,
  request: unknown,
  moved: Transferable[],
  { signal, stopped, crashed, answered }: Outcomes<Reply, Value>,
): Promise<Result<Value>> {
  const { promise, resolve } = Promise.withResolvers<Result<Value>>();
  const stop = (): void => {
    resolve(stopped());
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  worker.addEventListener('error', () => {
    resolve(crashed());
  });
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    resolve(answered(data));
  });
  worker.postMessage(request, moved);
  return promise.finally(() => {
    signal.removeEventListener('abort', stop);
    worker.terminate();
  });
}
