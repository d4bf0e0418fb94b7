import type { BuildRequest, BuiltFile } from '../../shared/export/build-files.ts';
import { fail, ok, type Result } from '../../shared/result.ts';

export type BuildMessage =
  | { readonly kind: 'made'; readonly format: BuiltFile['format'] }
  | { readonly kind: 'finished'; readonly files: readonly BuiltFile[] }
  | { readonly kind: 'failed' };

/** Runs `buildFiles` in a worker of its own. Stopping ends the worker in the middle of whatever it does. */
export function buildInWorker(
  request: BuildRequest,
  onMade: (format: BuiltFile['format']) => void,
  signal: AbortSignal,
): Promise<Result<readonly BuiltFile[]>> {
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve } = Promise.withResolvers<Result<readonly BuiltFile[]>>();
  const stop = (): void => {
    resolve(fail('cancelled'));
  };
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop);
  worker.addEventListener('error', () => {
    resolve(fail('export-failed'));
  });
  worker.addEventListener('message', ({ data }: MessageEvent<BuildMessage>) => {
    switch (data.kind) {
      case 'made':
        onMade(data.format);
        return;
      case 'finished':
        resolve(ok(data.files));
        return;
      case 'failed':
        resolve(fail('export-failed'));
        return;
    }
  });
  worker.postMessage(request);
  return promise.finally(() => {
    signal.removeEventListener('abort', stop);
    worker.terminate();
  });
}
