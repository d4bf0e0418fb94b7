import type { Source } from '../../shared/evidence/source.ts';
import type { Vault } from '../vault/contract.ts';
import type { PageSession } from './page-session.ts';
import { PdfSession } from './pdf-session.ts';
import { PictureSession } from './picture-session.ts';

/**
 * The pages of a source's original, for whoever closes them again. `undefined` for a text, and where the original is not
 * there or cannot be drawn: its text, read at import, can still be shown.
 */
export async function openPages(
  vault: Vault,
  source: Source['id'],
  format: Source['format'],
): Promise<PageSession | undefined> {
  if (format !== 'pdf' && format !== 'image') return undefined;
  const original = await vault.ask('original:read', { source });
  if (!original.ok) return undefined;
  const bytes = new Uint8Array(original.value);
  const opened = format === 'pdf' ? PdfSession.open(bytes) : PictureSession.open(bytes);
  return opened.catch(() => undefined);
}
