// What was written and could not be saved, kept until it can be: the field it was written in may be gone by then. It lies in the
// memory of the page alone, which ends with the lock.
import { useSyncExternalStore } from 'react';

/** Whether the text is on the disk now; whoever saves has said why not. */
export type SaveText = (text: string) => Promise<boolean>;

interface Unsaved {
  readonly text: string;
  readonly save: SaveText;
}

const texts = new Map<string, Unsaved>();
const listeners = new Set<() => void>();

/** `field` names it among all fields: what it is about, and of which thing. */
export function unsavedText(field: string): string | undefined {
  return texts.get(field)?.text;
}

export function keepUnsaved(field: string, text: string, save: SaveText): void {
  texts.set(field, { text, save });
  tell();
}

/** The last chance, before the page ends: there may be room again. Undefined where nothing waits, which most of the time is so. */
export function saveUnsaved(): Promise<unknown> | undefined {
  if (texts.size === 0) return undefined;
  const tries = [...texts].map(async ([field, unsaved]) => {
    const kept = await unsaved.save(unsaved.text);
    if (kept && texts.get(field) === unsaved) forgetUnsaved(field);
  });
  return Promise.all(tries);
}

export function forgetUnsaved(field: string): void {
  if (texts.delete(field)) tell();
}

/** Draws anew whatever shows the text when it is kept or forgotten. */
export function useUnsavedText(field: string): string | undefined {
  return useSyncExternalStore(listen, () => unsavedText(field));
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
