// Parses one untrusted document at a time and holds no key. pdf.js's own worker code runs on this same thread: one thread
// to end when a document does not.
import { PDFWorker, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { readDocument, unreadable } from './document.ts';
import { isRequest, type ExtractReply, type ExtractRequest } from './messages.ts';

// Its warnings quote what documents hold.
const worker = PDFWorker.create({ verbosity: VerbosityLevel.ERRORS });

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (isRequest(data)) void read(data);
});

async function read({ bytes, name }: ExtractRequest): Promise<void> {
  reply({ kind: 'begun' });
  const onPage = (page: number, pages: number) => {
    reply({ kind: 'page', page, pages });
  };
  // What escapes is a fault met on hostile input (a stack or a heap that ran out): the next document is read all the same.
  const text = await readDocument(new Uint8Array(bytes), name, { worker, onPage }).catch(() =>
    unreadable('damaged', 'unknown'),
  );
  const parts = text.parts?.map((part) => part.bytes) ?? [];
  reply({ kind: 'done', text }, text.working ? [text.working, ...parts] : parts);
}

function reply(message: ExtractReply, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}
