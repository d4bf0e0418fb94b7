// What was written and could not be saved, kept until it can be: the field it was written in may be gone by then. It lies in the
// memory of the page alone, which ends with the lock.
import { useSyncExternalStore } from 'react';

const texts = new Map<string, string>();
const listeners = new Set<() => void>();

/** `field` names it among all fields: what it is about, and of which thing. */
export function unsavedText(field: string): string | undefined {
  return texts.get(field);
}

export function keepUnsaved(field: string, text: string): void {
  texts.set(field, text);
  tell();
}

export function forgetUnsaved(field: string): void {
  if (texts.delete(field)) tell();
}

/** Draws anew whatever shows the text when it is kept or forgotten. */
export function useUnsavedText(field: string): string | undefined {
  return useSyncExternalStore(listen, () => texts.get(field));
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}
