import { useState } from 'react';
import type { FoundAnnotation } from '../../shared/annotation/found.ts';
import type { SourceId } from '../../shared/evidence/ids.ts';
import { useVault } from '../app/vault-context.tsx';
import { Button } from '../ui/Button.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import { takeOver } from './take-over.ts';

interface TakeOverProps {
  readonly source: SourceId;
  readonly found: readonly FoundAnnotation[];
}

/** Offers a document's own highlights and notes as marks. */
export function TakeOver({ source, found }: TakeOverProps) {
  const vault = useVault();
  const toast = useToast();
  const [state, setState] = useState<'offered' | 'taking' | 'taken'>('offered');
  if (state === 'taken' || found.length === 0) return null;
  const take = async (): Promise<void> => {
    setState('taking');
    const taken = await takeOver(vault, source, found);
    setState(taken.ok ? 'taken' : 'offered');
    if (!taken.ok) toast({ tone: 'bad', text: sentenceOf(taken.error) });
    else if (taken.value === 0) toast({ text: 'All of them are marks already.' });
    else {
      toast({
        text: taken.value === 1 ? '1 mark made.' : `${taken.value} marks made.`,
        action: { label: 'Undo', run: () => void vault.ask('undo', null) },
      });
    }
  };
  return (
    <Button
      variant="quiet"
      icon="pen"
      disabled={state === 'taking'}
      title={authorsOf(found)}
      onClick={() => void take()}
    >
      {found.length === 1
        ? 'Take over 1 highlight as a mark'
        : `Take over ${found.length} highlights as marks`}
    </Button>
  );
}

/** Who made them, as the document says: told here, and written into no mark. */
function authorsOf(found: readonly FoundAnnotation[]): string {
  const authors = [...new Set(found.map(({ author }) => author).filter((name) => name !== ''))];
  const days = found.flatMap(({ changed }) => (changed === '' ? [] : [changed])).sort();
  const made =
    authors.length === 0 ? 'Highlights and notes in the PDF' : `By ${authors.join(', ')}`;
  const last = days.at(-1);
  return last === undefined ? made : `${made}, last changed ${last}`;
}
