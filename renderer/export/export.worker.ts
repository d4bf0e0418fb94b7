// Builds the files of an export off the UI thread. One request, then the worker is ended by whoever started it.
import { buildFiles, type BuildRequest } from '../../shared/export/build-files.ts';
import type { BuildMessage } from './build-in-worker.ts';

self.addEventListener('message', (event: MessageEvent<BuildRequest>) => {
  const tell = (message: BuildMessage): void => {
    self.postMessage(message);
  };
  buildFiles(event.data, ({ format }) => {
    tell({ kind: 'made', format });
  }).then(
    (files) => {
      tell({ kind: 'finished', files });
    },
    () => {
      tell({ kind: 'failed' });
    },
  );
});
