import { useState } from 'react';
import type { FoundAnnotation } from '../../shared/annotation/found.ts';
import type { Source } from '../../shared/evidence/source.ts';
import { useVault } from '../app/vault-context.tsx';
import { useImport } from '../import/import-context.tsx';
import { readDocument } from '../import/import-sources.ts';
import { TakeOver } from '../import/TakeOver.tsx';
import { Button } from '../ui/Button.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';

/** Of a PDF in the library: looks for highlights of its own, and offers them as marks. */
export function OwnHighlights({ source }: { readonly source: Source }) {
  const vault = useVault();
  const toast = useToast();
  const { startExtractor } = useImport();
  const [found, setFound] = useState<readonly FoundAnnotation[]>();
  const [looking, setLooking] = useState(false);
  const look = async (): Promise<void> => {
    const original = await vault.ask('original:read', { source: source.id });
    if (!original.ok) {
      toast({ tone: 'bad', text: sentenceOf(original.error) });
      return;
    }
    const extractor = await startExtractor();
    const never = new AbortController().signal;
    const read = await readDocument(original.value, source.original.name, extractor, never);
    extractor.end();
    setFound(read.annotations ?? []);
  };
  if (found === undefined) {
    return (
      <Button
        variant="quiet"
        icon="pen"
        disabled={looking}
        onClick={() => {
          setLooking(true);
          void look().finally(() => {
            setLooking(false);
          });
        }}
      >
        {looking ? 'Looking…' : 'Look for its own highlights'}
      </Button>
    );
  }
  if (found.length === 0) return <p role="status">It has no highlights or notes of its own.</p>;
  return <TakeOver source={source.id} found={found} />;
}
