// Looks through one text off the UI thread: half a million words take longer than a frame. Holds that text and nothing else,
// and is ended with the document.
import { findInText } from '../../shared/search/find-in-text.ts';
import { indexForFinding, type FindIndex } from '../../shared/search/find-index.ts';
import type { FromFinder, ToFinder } from './find-messages.ts';

let index: FindIndex | undefined;

self.addEventListener('message', ({ data }: MessageEvent<ToFinder>) => {
  if (data.kind === 'text') {
    index = indexForFinding(data.text, data.aside);
    return;
  }
  if (index === undefined) return;
  const found = findInText(index, data.query);
  const answer: FromFinder = { id: data.id, found };
  self.postMessage(answer, { transfer: [found.starts.buffer, found.ends.buffer] });
});
