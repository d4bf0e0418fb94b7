import { useEffect, useState } from 'react';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Source } from '../../shared/evidence/source.ts';
import { decodeWorkingText } from '../../shared/text/codec.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';
import { useVault } from '../app/vault-context.tsx';
import type { Vault } from '../vault/contract.ts';
import { warmPdfEngine } from './pdf-session.ts';
import { openPages } from './open-pages.ts';
import type { PageSession } from './page-session.ts';

export type ReaderContent =
  | { readonly state: 'loading' }
  | { readonly state: 'failed'; readonly error: ErrorCode }
  /** `session` is there for a source whose pages can be drawn; without it the text is shown. */
  | {
      readonly state: 'ready';
      readonly work: WorkingText;
      readonly session: PageSession | undefined;
    };

/** Reads what the reader shows of a source, and lets go of it when another is shown. */
export function useReaderContent(source: Source): ReaderContent {
  const vault = useVault();
  const [content, setContent] = useState<ReaderContent>({ state: 'loading' });
  const { id, format } = source;
  const version = [source.original.file, source.working?.file].join(' ');
  useEffect(() => {
    let gone = false;
    let open: PageSession | undefined;
    void load(vault, id, format).then((loaded) => {
      open = loaded.state === 'ready' ? loaded.session : undefined;
      if (gone) void open?.close();
      else setContent(loaded);
    });
    return () => {
      gone = true;
      void open?.close();
      setContent({ state: 'loading' });
    };
  }, [vault, id, format, version]);
  return content;
}

async function load(
  vault: Vault,
  source: Source['id'],
  format: Source['format'],
): Promise<ReaderContent> {
  if (format === 'pdf') warmPdfEngine();
  // The original first: pdf.js reads it while the text is on its way.
  const [session, text] = await Promise.all([
    openPages(vault, source, format),
    vault.ask('text:read', { source }),
  ]);
  const work = text.ok ? decodeWorkingText(new Uint8Array(text.value)) : text;
  if (work.ok) return { state: 'ready', work: work.value, session };
  void session?.close();
  return { state: 'failed', error: work.error };
}
