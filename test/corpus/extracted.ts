// A PDF of the corpus as the program reads it, through the same door as an import.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readDocument } from '../../renderer/extract/document.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { data, worker } from '../../tools/verify/pdfjs-in-node.ts';

export function bytesOf(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file));
}

/** Undefined for a document that cannot be read. */
export async function extracted(file: string): Promise<WorkingText | undefined> {
  const options = { worker, data, onPage: () => undefined };
  const { working } = await readDocument(bytesOf(file), path.basename(file), options);
  if (working === undefined) return undefined;
  const decoded = decodeWorkingText(new Uint8Array(working));
  if (!decoded.ok) throw new Error(decoded.error);
  return decoded.value;
}
