import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { LockerSettings } from '../../shared/evidence/settings.ts';
import { useBridge } from '../app/bridge-context.ts';
import styles from './Cover.module.css';
import { HidingContext } from './hiding-context.ts';
import { coverPage, uncoverPage } from './cover-page.ts';

/** How long a covered page waits for its person before it locks. */
const waitMs = 60_000;

interface CoverProps {
  readonly onLock: () => Promise<void>;
  readonly children: ReactNode;
}

/**
 * One key hides everything, on every screen. F9, because one key is found blind, types nothing and means nothing to the
 * browser; and Ctrl+Shift+H, because some keyboards have F9 behind another key. Not Esc twice: people press Esc to step
 * back. With an open locker it locks at once, unless the locker's settings say to wait; before one is open (a recovery key
 * may be on the screen) it waits.
 */
export function Cover({ onLock, children }: CoverProps) {
  const bridge = useBridge();
  const dialog = useRef<HTMLDialogElement>(null);
  const mode = useRef<LockerSettings['hiding']>('wait');
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  /** Decided when the key is pressed: locking changes the mode behind the cover. */
  const returns = useRef(false);
  const [waits, setWaits] = useState(false);

  const lock = useRef(onLock);
  useEffect(() => {
    lock.current = onLock;
  });

  const show = useCallback(() => {
    clearTimeout(waiting.current);
    if (dialog.current !== null) uncoverPage(dialog.current);
    void bridge.ask('window:cover', { on: false });
  }, [bridge]);

  const hide = useCallback(() => {
    const cover = dialog.current;
    if (cover === null || cover.open) return;
    // Before anything else and without React: what is on the screen is gone with the next frame.
    coverPage(cover);
    void bridge.ask('window:cover', { on: true });
    returns.current = mode.current === 'wait';
    setWaits(returns.current);
    if (!returns.current) void lock.current();
    else waiting.current = setTimeout(() => void lock.current(), waitMs);
  }, [bridge]);

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const cover = dialog.current;
      const isHiding = isHidingKey(event);
      if (cover === null || (!isHiding && !cover.open)) return;
      // Behind the cover no key does anything but locking; Esc above all, which would close it.
      if (cover.open && !isHiding && isLockingKey(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      if (!isHiding || event.repeat) return;
      if (!cover.open) hide();
      else if (returns.current) show();
    };
    window.addEventListener('keydown', press, { capture: true });
    return () => {
      window.removeEventListener('keydown', press, { capture: true });
      clearTimeout(waiting.current);
    };
  }, [hide, show]);

  const hiding = useMemo(
    () => ({
      hide,
      setMode: (next: LockerSettings['hiding']) => {
        mode.current = next;
      },
    }),
    [hide],
  );
  return (
    <HidingContext value={hiding}>
      {children}
      {/* The key does the same; a click is for whoever has only a mouse at hand. */}
      {/* eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions -- see above */}
      <dialog
        ref={dialog}
        className={styles['cover']}
        aria-label="Hidden"
        onCancel={(event) => {
          event.preventDefault();
        }}
        onClick={() => {
          if (returns.current) show();
        }}
      >
        {waits && <p>F9 or a click brings it back.</p>}
      </dialog>
    </HidingContext>
  );
}

/** By the cap: an input method that is composing names every key "Process". */
function isHidingKey({ code, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  const command = (ctrlKey || metaKey) && shiftKey && !altKey;
  return code === 'F9' || (command && code === 'KeyH');
}

function isLockingKey({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && key.toLowerCase() === 'l';
}
