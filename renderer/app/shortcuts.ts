// One registry of keys: what is registered works and is listed on the `?` sheet, and nothing else is.
import { createContext, use, useLayoutEffect, useRef } from 'react';

export interface Shortcut {
  /**
   * `Ctrl+Shift+F`, `Alt+Left`, `?`, `h`, `Shift+.`: modifiers in the order Ctrl, Alt, Shift, then the key. Letters are
   * capital beside Ctrl or Alt and small alone; `?` and its like are written as they are typed. Ctrl is ⌘ on a Mac.
   */
  readonly keys: string;
  readonly label: string;
  /** Heading on the sheet: "Everywhere", "Reader". */
  readonly group: string;
  readonly run: () => void;
  /** Only then it takes the key; otherwise the key does what it does without us. */
  readonly when?: () => boolean;
  /** Also while a dialog is open. */
  readonly inDialogs?: boolean;
}

type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'target'
>;

export class ShortcutRegistry {
  /** Later registered is nearer to the person: a dialog before its screen, a screen before the frame. */
  #registered: readonly (readonly Shortcut[])[] = [];

  register(shortcuts: readonly Shortcut[]): () => void {
    this.#registered = [shortcuts, ...this.#registered];
    return () => {
      this.#registered = this.#registered.filter((other) => other !== shortcuts);
    };
  }

  list(): readonly Shortcut[] {
    return [...this.#registered].reverse().flat();
  }

  /** Runs the shortcut for this key, if there is one now. Without `singleKeys`, characters alone are left alone. */
  handle(press: KeyPress, singleKeys: boolean): boolean {
    if (press.isComposing) return false;
    const inDialog = isInDialog(press.target);
    const quiet = !singleKeys || isTyping(press.target);
    const keys = keysOf(press).filter((written) => !(quiet && isSingleKey(written)));
    const found = this.#registered
      .flat()
      .find(
        (shortcut) =>
          keys.includes(shortcut.keys) &&
          (shortcut.inDialogs === true || !inDialog) &&
          (shortcut.when?.() ?? true),
      );
    found?.run();
    return found !== undefined;
  }
}

const names: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  Escape: 'Esc',
  ' ': 'Space',
};

/** Keys that carry other signs with Shift or Alt, by layout and system, and are meant by their cap. */
const caps: Readonly<Record<string, string>> = { Period: '.', Comma: ',' };

/** What a press may be written as: the sign it types, then the cap it stands on (`Shift+.`, `Alt+1` on a Mac). */
export function keysOf(press: KeyPress): readonly string[] {
  const { key, code, shiftKey } = press;
  const named = names[key] ?? key;
  const isSign = isOneCharacter(named) && named.toLowerCase() === named.toUpperCase();
  const typed = withModifiers(press, named, shiftKey && !isSign);
  const cap = /^Digit\d$/.test(code) ? code.slice(-1) : caps[code];
  return cap === undefined ? [typed] : [typed, withModifiers(press, cap, shiftKey)];
}

function withModifiers(
  { ctrlKey, metaKey, altKey }: KeyPress,
  named: string,
  shift: boolean,
): string {
  const command = ctrlKey || metaKey;
  // Beside a modifier letters are written as on the cap; alone, `h` is the key h whatever Caps Lock says.
  const upper = isOneCharacter(named) && (command || altKey) ? named.toUpperCase() : named;
  const cap = isOneCharacter(named) && !command && !altKey ? named.toLowerCase() : upper;
  return [command && 'Ctrl', altKey && 'Alt', shift && 'Shift', cap].filter(Boolean).join('+');
}

/** WCAG 2.1.4: a key without Ctrl or Alt that types a character. */
function isSingleKey(keys: string): boolean {
  return isOneCharacter(keys.replace(/^Shift\+/, ''));
}

function isOneCharacter(text: string): boolean {
  return Array.from(text).length === 1;
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  const untyped = ['button', 'checkbox', 'radio', 'color', 'range', 'file', 'submit', 'reset'];
  return target instanceof HTMLInputElement && !untyped.includes(target.type);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog') !== null;
}

export const ShortcutContext = createContext(new ShortcutRegistry());

/** Keys registered inside count only while this answers so: of two documents side by side one has the keys. */
export const ShortcutScope = createContext<() => boolean>(() => true);

/** Registers these keys while the component is shown. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const registry = use(ShortcutContext);
  const counts = use(ShortcutScope);
  const latest = useRef(shortcuts);
  // With the drawing, not after it: a key pressed in between would be for what is no longer on the screen. Two tests failed now and
  // then that pressed one as soon as they saw what it was for.
  useLayoutEffect(() => {
    latest.current = shortcuts;
  });
  // Registered once a list of keys, run by position in the newest list: acts close over state that changes at every render.
  const written = shortcuts.map(({ keys }) => keys).join('\n');
  useLayoutEffect(() => {
    const stable = latest.current.map((shortcut, at): Shortcut => ({
      keys: shortcut.keys,
      label: shortcut.label,
      group: shortcut.group,
      run: () => latest.current[at]?.run(),
      inDialogs: shortcut.inDialogs === true,
      when: () => counts() && (latest.current[at]?.when?.() ?? true),
    }));
    return registry.register(stable);
  }, [registry, counts, written]);
}
