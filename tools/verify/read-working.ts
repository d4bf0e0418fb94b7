// A document as the program reads it: through the same door as an import, with pdf.js on this thread.
import path from 'node:path';
import { readDocument } from '../../renderer/extract/document.ts';
import type { SourceDetails } from '../../shared/evidence/source.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { data, worker } from './pdfjs-in-node.ts';

type ReadWorking =
  | { readonly working: WorkingText; readonly details: Partial<SourceDetails> }
  /** Why there is no text. */
  | { readonly working?: never; readonly why: string };

export async function readWorking(
  bytes: Uint8Array<ArrayBuffer>,
  file: string,
): Promise<ReadWorking> {
  const options = { worker, data, onPage: () => undefined };
  const { working, details, status, reason } = await readDocument(
    bytes,
    path.basename(file),
    options,
  );
  if (status !== 'text' || working === undefined)
    return { why: status === 'no-text' ? 'no text' : (reason ?? status) };
  const decoded = decodeWorkingText(new Uint8Array(working));
  return decoded.ok ? { working: decoded.value, details } : { why: 'damaged' };
}
