import type { FindQuery, FoundPlaces } from '../../shared/search/find-in-text.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import type { FromFinder, ToFinder } from './find-messages.ts';

/** Looks through one text in a worker of its own. Only the newest question is answered. */
export class Finder {
  readonly #worker = new Worker(new URL('./find.worker.ts', import.meta.url), { type: 'module' });
  #asked = 0;
  #answer: ((found: FoundPlaces) => void) | undefined;

  constructor({ text, ranges }: Pick<WorkingText, 'text' | 'ranges'>) {
    this.#worker.addEventListener('message', ({ data }: MessageEvent<FromFinder>) => {
      if (data.id === this.#asked) this.#answer?.(data.found);
    });
    this.#send({ kind: 'text', text, aside: ranges });
  }

  find(query: FindQuery, answer: (found: FoundPlaces) => void): void {
    this.#answer = answer;
    this.#send({ kind: 'find', id: ++this.#asked, query });
  }

  end(): void {
    this.#worker.terminate();
  }

  #send(message: ToFinder): void {
    this.#worker.postMessage(message);
  }
}
