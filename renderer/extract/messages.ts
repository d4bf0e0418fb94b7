// What the importer and the extract worker say to each other.
import type { ImportedText } from '../vault/calls/import.ts';

/** The bytes are transferred: the sender's buffer is empty afterwards. */
export interface ExtractRequest {
  readonly bytes: ArrayBuffer;
  readonly name: string;
}

export type ExtractReply =
  /** The worker has started and has the document: from here on silence counts. */
  | { readonly kind: 'begun' }
  | { readonly kind: 'page'; readonly page: number; readonly pages: number }
  | { readonly kind: 'done'; readonly text: ImportedText };

/**
 * Told by its shape: pdf.js's worker script greets whatever thread it runs in, so other messages arrive too. What the
 * document itself made of the text is parsed where it is decoded (`decodeWorkingText`).
 */
export function isReply(data: unknown): data is ExtractReply {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return false;
  if (data.kind === 'begun') return true;
  if (data.kind === 'page') {
    return 'page' in data && 'pages' in data && isNumber(data.page) && isNumber(data.pages);
  }
  return data.kind === 'done' && 'text' in data && typeof data.text === 'object';
}

export function isRequest(data: unknown): data is ExtractRequest {
  return (
    typeof data === 'object' &&
    data !== null &&
    'bytes' in data &&
    data.bytes instanceof ArrayBuffer &&
    'name' in data &&
    typeof data.name === 'string'
  );
}

function isNumber(value: unknown): boolean {
  return typeof value === 'number';
}
