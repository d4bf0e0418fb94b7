// Screens read the library again after changes: at once after one, a few times a second while many arrive. Each reading
// keeps the worker and this thread busy, and both carry the next act to the disk.
import type { Vault } from '../vault/contract.ts';

const apartMs = 100;

interface Pace {
  readonly listeners: Set<() => void>;
  toldMs: number;
  timer: ReturnType<typeof setTimeout> | undefined;
  stop: () => void;
}

const paces = new WeakMap<Vault, Pace>();

/** Calls `listener` after changes, with all others of this vault in one turn; the last change is never missed. */
export function listenPaced(vault: Vault, listener: () => void): () => void {
  const pace = paces.get(vault) ?? startPace(vault);
  pace.listeners.add(listener);
  return () => {
    pace.listeners.delete(listener);
    if (pace.listeners.size > 0 || paces.get(vault) !== pace) return;
    clearTimeout(pace.timer);
    pace.stop();
    paces.delete(vault);
  };
}

function startPace(vault: Vault): Pace {
  const pace: Pace = {
    listeners: new Set(),
    toldMs: -Infinity,
    timer: undefined,
    stop: () => undefined,
  };
  const tell = () => {
    pace.timer = undefined;
    pace.toldMs = performance.now();
    for (const listener of [...pace.listeners]) listener();
  };
  pace.stop = vault.listen(({ kind }) => {
    if (kind !== 'changed') return;
    if (pace.timer !== undefined) return;
    const waitMs = pace.toldMs + apartMs - performance.now();
    if (waitMs <= 0) tell();
    else pace.timer = setTimeout(tell, waitMs);
  });
  paces.set(vault, pace);
  return pace;
}
