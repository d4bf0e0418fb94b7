import { displayTitle, type Source } from '../../shared/evidence/source.ts';
import type { Act } from '../../shared/journal/change.ts';
import { useAct } from '../app/vault-context.tsx';
import { useToast } from '../ui/Toast.tsx';
import type { LibrarySource } from './source-list.ts';

interface Removing {
  readonly remove: (source: LibrarySource) => void;
  readonly removeAll: (sources: readonly LibrarySource[]) => void;
}

/** Removing is undone from the toast by its own reverse act, whatever was done in between. */
export function useRemoving(): Removing {
  const act = useAct();
  const toast = useToast();
  const removeAll = (sources: readonly LibrarySource[]) => {
    void act(sources.map((source) => sourceAct(source, 'source-removed'))).then((answer) => {
      if (!answer.ok) return;
      toast({
        text: removedWords(sources),
        action: {
          label: 'Bring back',
          run: () => void act(sources.map((source) => sourceAct(source, 'source-restored'))),
        },
      });
    });
  };
  return {
    removeAll,
    remove: (source) => {
      removeAll([source]);
    },
  };
}

function sourceAct({ id }: Pick<Source, 'id'>, kind: 'source-removed' | 'source-restored'): Act {
  return { subject: `source/${id}`, kind, payload: { source: id } };
}

function removedWords(sources: readonly LibrarySource[]): string {
  const [first, ...others] = sources;
  const marks = sources.reduce((sum, source) => sum + source.marks, 0);
  if (first !== undefined && others.length === 0) {
    return `Removed “${displayTitle(first)}”.${marks === 0 ? '' : ' Its marks are kept with it.'}`;
  }
  const count = sources.length.toLocaleString();
  return `Removed ${count} sources.${marks === 0 ? '' : ' Their marks are kept with them.'}`;
}
