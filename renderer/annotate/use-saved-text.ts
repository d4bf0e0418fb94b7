import { useEffect, useRef, useState } from 'react';
import { forgetUnsaved, keepUnsaved, unsavedText, type SaveText } from './unsaved-texts.ts';

interface SavedText {
  readonly text: string;
  readonly write: (text: string) => void;
  /** At once, as when the field is left. Whether it is on the disk now; one that is not is tried again with the next pause or leaving. */
  readonly save: () => Promise<boolean>;
}

const pauseMs = 1000;

/**
 * A text that is saved when typing pauses and when its field goes; a half-typed one outlives a crash or a lock. One that could not be
 * saved is there again when the `field` of that name is opened anew, and is tried again.
 */
export function useSavedText(field: string, held: string, onSave: SaveText): SavedText {
  const [text, setText] = useState(() => unsavedText(field) ?? held);
  const draft = useRef({ field, text, saved: held, onSave });
  useEffect(() => {
    draft.current.onSave = onSave;
  });

  const save = async (): Promise<boolean> => {
    const { field: name, text: written, saved } = draft.current;
    if (written === saved) {
      forgetUnsaved(name);
      return true;
    }
    draft.current.saved = written;
    const kept = await draft.current.onSave(written);
    const isNewest = draft.current.saved === written;
    if (kept) forgetUnsaved(name);
    else if (isNewest) {
      draft.current.saved = saved;
      keepUnsaved(name, written, draft.current.onSave);
    }
    return kept;
  };
  useEffect(() => {
    const timer = setTimeout(() => void save(), pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  // Leaving the screen is leaving the field, though it is not blurred first.
  useEffect(() => () => void save(), []);

  const write = (written: string): void => {
    draft.current.text = written;
    setText(written);
  };
  return { text, write, save };
}
