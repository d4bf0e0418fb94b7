import { useEffect, useRef, useState } from 'react';

interface SavedText {
  readonly text: string;
  readonly write: (text: string) => void;
  /** At once, as when the field is left. */
  readonly save: () => void;
}

const pauseMs = 1000;

/** A text that is saved when typing pauses and when its field goes; a half-typed one outlives a crash or a lock. */
export function useSavedText(held: string, onSave: (text: string) => void): SavedText {
  const [text, setText] = useState(held);
  const draft = useRef({ text: held, saved: held, onSave });
  useEffect(() => {
    draft.current.onSave = onSave;
  });

  const save = (): void => {
    const { text: written, saved } = draft.current;
    if (written === saved) return;
    draft.current.saved = written;
    draft.current.onSave(written);
  };
  useEffect(() => {
    const timer = setTimeout(save, pauseMs);
    return () => {
      clearTimeout(timer);
    };
  }, [text]);
  // Leaving the screen is leaving the field, though it is not blurred first.
  useEffect(() => save, []);

  const write = (written: string): void => {
    draft.current.text = written;
    setText(written);
  };
  return { text, write, save };
}
