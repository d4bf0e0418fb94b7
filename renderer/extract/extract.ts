// The importer's side of extraction: one warm worker, one document at a time, ended when a document takes too long.
import type { ImportedText } from '../vault/calls/import.ts';
import { isReply, type ExtractRequest } from './messages.ts';

/** A cold worker on a slow machine may take long to start; that is no fault of the document. */
const startMs = 60_000;
/** After the last page the whole text is put together without a word, so long documents get more. */
const finishMsPerPage = 5;

export interface Extractor {
  /**
   * Reads one document; further calls wait their turn. `bytes` is transferred and empty afterwards. Whatever the document
   * does is an answer; the promise is rejected only when `signal` was aborted or the extractor ended.
   */
  extract(
    bytes: ArrayBuffer,
    name: string,
    onProgress: (page: number, pages: number) => void,
    signal: AbortSignal,
  ): Promise<ImportedText>;
  /** Ends the worker, and with it the document being read. */
  end(): void;
}

/** Tests may start another worker and wait less long. */
interface ExtractorOptions {
  readonly startWorker?: () => Worker;
  /** Silence after which a document is given up: no page finished in that time. */
  readonly silenceMs?: number;
}

export function createExtractor({
  startWorker = startExtractWorker,
  silenceMs = 10_000,
}: ExtractorOptions = {}): Extractor {
  const ended = new AbortController();
  let warm: Worker | undefined = startWorker();
  let turn: Promise<unknown> = Promise.resolve();

  async function readNow(
    request: ExtractRequest,
    onProgress: (page: number, pages: number) => void,
    signal: AbortSignal,
  ): Promise<ImportedText> {
    signal.throwIfAborted();
    warm ??= startWorker();
    const worker = warm;
    const outcome = await converse(worker, request, onProgress, signal, silenceMs);
    if (outcome === 'silent' || outcome === 'crashed' || outcome === 'aborted') {
      worker.terminate();
      if (warm === worker) warm = undefined;
    }
    signal.throwIfAborted();
    if (outcome === 'silent' || outcome === 'aborted') return givenUp('took-too-long');
    return outcome === 'crashed' ? givenUp('damaged') : outcome;
  }

  return {
    extract(bytes, name, onProgress, signal) {
      const either = AbortSignal.any([signal, ended.signal]);
      const answer = turn.then(() => readNow({ bytes, name }, onProgress, either));
      turn = answer.catch(() => undefined);
      return answer;
    },
    end() {
      ended.abort();
      warm?.terminate();
      warm = undefined;
    },
  };
}

function startExtractWorker(): Worker {
  return new Worker(new URL('./extract.worker.ts', import.meta.url), { type: 'module' });
}

type Outcome = ImportedText | 'silent' | 'crashed' | 'aborted';

function converse(
  worker: Worker,
  request: ExtractRequest,
  onProgress: (page: number, pages: number) => void,
  signal: AbortSignal,
  silenceMs: number,
): Promise<Outcome> {
  return new Promise((resolve) => {
    const listening = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const settle = (outcome: Outcome) => {
      clearTimeout(timer);
      listening.abort();
      resolve(outcome);
    };
    const wait = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(settle, ms, 'silent' satisfies Outcome);
    };
    const whileListening = { signal: listening.signal };
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<unknown>) => {
        if (!isReply(data)) return;
        switch (data.kind) {
          case 'begun':
            wait(silenceMs);
            break;
          case 'page':
            wait(silenceMs + (data.page === data.pages ? finishMsPerPage * data.pages : 0));
            onProgress(data.page, data.pages);
            break;
          case 'done':
            settle(data.text);
        }
      },
      whileListening,
    );
    worker.addEventListener(
      'error',
      () => {
        settle('crashed');
      },
      whileListening,
    );
    signal.addEventListener(
      'abort',
      () => {
        settle('aborted');
      },
      whileListening,
    );
    wait(startMs);
    worker.postMessage(request, [request.bytes]);
  });
}

function givenUp(reason: 'took-too-long' | 'damaged'): ImportedText {
  return {
    status: 'unreadable',
    reason,
    format: 'unknown',
    extractor: '',
    pages: 0,
    words: 0,
    unreadable: 0,
    details: {},
  };
}
