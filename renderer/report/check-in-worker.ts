import { fail, ok, type Result } from '../../shared/result.ts';
import type { CheckReply, CheckRequest, ReportView } from './check-messages.ts';

/** Runs a check in a worker of its own. Stopping ends the worker in the middle of whatever it does. */
export function checkInWorker(
  request: CheckRequest,
  signal: AbortSignal,
): Promise<Result<ReportView>> {
  const worker = new Worker(new URL('./report-check.worker.ts', import.meta.url), {
    type: 'module',
  });
  const { promise, resolve } = Promise.withResolvers<Result<ReportView>>();
  const stop = (): void => {
    resolve(fail('cancelled'));
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  worker.addEventListener('error', () => {
    resolve(fail('internal'));
  });
  worker.addEventListener('message', ({ data }: MessageEvent<CheckReply>) => {
    switch (data.kind) {
      case 'checked':
        resolve(ok(data.view));
        return;
      case 'unreadable':
        resolve(fail('report-unreadable'));
        return;
      case 'failed':
        resolve(fail('internal'));
        return;
    }
  });
  const moved = [request.file.bytes, ...request.sources.map(({ working }) => working)];
  worker.postMessage(request, moved);
  return promise.finally(() => {
    signal.removeEventListener('abort', stop);
    worker.terminate();
  });
}
