import { useCallback, useMemo, useState } from 'react';
import { randomId, type MarkId } from '../../shared/evidence/ids.ts';
import type { Mark } from '../../shared/evidence/mark.ts';
import type { Act } from '../../shared/journal/change.ts';
import { useVault } from '../app/vault-context.tsx';
import { useToast } from '../ui/Toast.tsx';
import {
  newTagActs,
  noteAct,
  readingAct,
  recolourAct,
  removeAct,
  restyleAct,
  reviewAct,
  tagAct,
  untagAct,
} from './mark-acts.ts';
import type { Editing, MarkCommands } from './mark-commands.ts';

interface CommandParts {
  readonly record: (acts: readonly Act[]) => Promise<boolean>;
  /** Shows the mark in the document. */
  readonly reveal: (mark: Mark) => void;
  readonly reshape: (mark: Mark) => void;
  readonly copy: (mark: Mark) => void;
  readonly quote: (mark: Mark) => void;
}

interface MarkState {
  readonly selected: MarkId | undefined;
  readonly editing: Editing | undefined;
  readonly commands: MarkCommands;
  /** Selects no mark. */
  readonly deselect: () => void;
}

/** Which mark is selected, what of it is being edited, and what a person can do with it. */
export function useMarkCommands(parts: CommandParts): MarkState {
  const { record, reveal, reshape, copy, quote } = parts;
  const vault = useVault();
  const toast = useToast();
  const [focus, setFocus] = useState<{
    readonly id: MarkId;
    readonly editing: Editing | undefined;
  }>();
  const commands = useMemo((): MarkCommands => {
    const act = (...acts: readonly Act[]): void => void record(acts);
    return {
      goTo: (mark) => {
        setFocus({ id: mark.id, editing: undefined });
        reveal(mark);
      },
      select: ({ id }) => {
        setFocus({ id, editing: undefined });
      },
      edit: ({ id }, editing) => {
        setFocus({ id, editing });
      },
      stopEditing: ({ id }) => {
        // Leaving the field by choosing another mark must not take that choice back.
        setFocus((old) => (old?.id === id ? { id, editing: undefined } : old));
      },
      recolour: (mark, colour) => {
        setFocus({ id: mark.id, editing: undefined });
        act(recolourAct(mark, colour));
      },
      note: (mark, text) => record([noteAct(mark, text)]),
      correct: (mark, reading) => record([readingAct(mark, reading)]),
      review: (mark, review) => {
        act(reviewAct(mark, review));
      },
      restyle: (mark, kind) => {
        act(restyleAct(mark, kind));
      },
      all: (acts) => void record(acts),
      tag: (mark, tag) => {
        act(tagAct(mark, tag.id));
      },
      makeTag: (mark, name) => {
        act(...newTagActs(mark, randomId(), name));
      },
      untag: (mark, tag) => {
        act(untagAct(mark, tag));
      },
      remove: (mark) => {
        setFocus(undefined);
        void record([removeAct(mark)]).then((done) => {
          if (!done) return;
          toast({
            text: 'Mark deleted.',
            action: { label: 'Undo', run: () => void vault.ask('undo', null) },
          });
        });
      },
      reshape: (mark) => {
        setFocus({ id: mark.id, editing: undefined });
        reshape(mark);
      },
      copy,
      quote,
    };
  }, [record, reveal, reshape, copy, quote, toast, vault]);
  const deselect = useCallback(() => {
    setFocus(undefined);
  }, []);
  return { selected: focus?.id, editing: focus?.editing, commands, deselect };
}
