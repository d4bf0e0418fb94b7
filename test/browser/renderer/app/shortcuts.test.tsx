import { useState } from 'react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  keysOf,
  ShortcutContext,
  ShortcutRegistry,
  useShortcuts,
  type Shortcut,
} from '../../../../renderer/app/shortcuts.ts';
import { ShortcutSheet } from '../../../../renderer/app/ShortcutSheet.tsx';
import { putAway, show } from '../../../support/showing.tsx';

let registry = new ShortcutRegistry();
let singleKeys = true;

beforeEach(() => {
  registry = new ShortcutRegistry();
  singleKeys = true;
});
afterEach(putAway);

window.addEventListener('keydown', (event) => {
  registry.handle(event, singleKeys);
});

function shortcut(keys: string, run: () => void, more: Partial<Shortcut> = {}): Shortcut {
  return { keys, run, label: keys, group: 'Test', ...more };
}

function press(key: string, more: KeyboardEventInit = {}): readonly string[] {
  return keysOf(new KeyboardEvent('keydown', { key, ...more }));
}

test('names keys as they are written in the registry', () => {
  expect(press('f', { ctrlKey: true, shiftKey: true })).toContain('Ctrl+Shift+F');
  expect(press('z', { metaKey: true })).toContain('Ctrl+Z');
  expect(press('ArrowLeft', { altKey: true })).toContain('Alt+Left');
  expect(press('H')).toContain('h');
  expect(press('?', { shiftKey: true })).toContain('?');
  expect(press('Escape')).toContain('Esc');
});

test('knows a key by its cap where the layout or the system types another sign', () => {
  expect(press('>', { shiftKey: true, code: 'Period' })).toContain('Shift+.');
  expect(press(':', { shiftKey: true, code: 'Period' })).toContain('Shift+.');
  expect(press('¡', { altKey: true, code: 'Digit1' })).toContain('Alt+1');
});

test('a key is for what is on the screen when it is pressed', async () => {
  const ran: number[] = [];
  let setShown: (shown: number) => void = () => undefined;
  function Counter() {
    const [shown, set] = useState(0);
    setShown = set;
    useShortcuts([shortcut('2', () => ran.push(shown))]);
    return <p>{shown}</p>;
  }
  const root = show(
    <ShortcutContext value={registry}>
      <Counter />
    </ShortcutContext>,
  );
  await expect.element(page.getByText('0')).toBeVisible();
  // In the same turn that draws it, as whoever watches the page may do.
  const seen = new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: '2' }));
      observer.disconnect();
      resolve(undefined);
    });
    observer.observe(root, { subtree: true, characterData: true, childList: true });
  });
  setTimeout(() => {
    setShown(1);
  });
  await seen;
  expect(ran).toEqual([1]);
});

test('letters alone are left to whoever is typing; keys with Ctrl are not', async () => {
  const single = vi.fn();
  const combined = vi.fn();
  registry.register([shortcut('h', single), shortcut('Ctrl+Shift+F', combined)]);
  show(<input aria-label="note" />);
  await page.getByLabelText('note').click();
  await userEvent.keyboard('h{Control>}{Shift>}f{/Shift}{/Control}');
  expect(single).not.toHaveBeenCalled();
  expect(combined).toHaveBeenCalledOnce();

  (document.activeElement as HTMLElement).blur();
  await userEvent.keyboard('h');
  expect(single).toHaveBeenCalledOnce();
});

test('letters alone can be switched off', async () => {
  const run = vi.fn();
  registry.register([shortcut('h', run), shortcut('?', run), shortcut('Alt+Left', run)]);
  singleKeys = false;
  await userEvent.keyboard('h?');
  expect(run).not.toHaveBeenCalled();
  await userEvent.keyboard('{Alt>}{ArrowLeft}{/Alt}');
  expect(run).toHaveBeenCalledOnce();
});

test('the nearest that wants the key gets it; one that does not lets it pass', async () => {
  const frame = vi.fn();
  const screen = vi.fn();
  let selecting = true;
  registry.register([shortcut('h', frame)]);
  registry.register([shortcut('h', screen, { when: () => selecting })]);
  await userEvent.keyboard('h');
  selecting = false;
  await userEvent.keyboard('h');
  expect(screen).toHaveBeenCalledOnce();
  expect(frame).toHaveBeenCalledOnce();
});

test('a dialog keeps the keys below it quiet, except those that must always work', async () => {
  const undo = vi.fn();
  const lock = vi.fn();
  registry.register([shortcut('Ctrl+Z', undo), shortcut('Ctrl+L', lock, { inDialogs: true })]);
  show(
    <ShortcutContext value={registry}>
      <ShortcutSheet onClose={() => undefined} />
    </ShortcutContext>,
  );
  await expect.element(page.getByRole('dialog')).toBeVisible();
  await userEvent.keyboard('{Control>}z{/Control}{Control>}l{/Control}');
  expect(undo).not.toHaveBeenCalled();
  expect(lock).toHaveBeenCalledOnce();
});

test('the sheet lists what is registered now, and a component’s keys leave with it', async () => {
  function Reader() {
    useShortcuts([shortcut('h', () => undefined, { label: 'Mark', group: 'Reader' })]);
    return null;
  }
  const sheet = (reading: boolean) => (
    <ShortcutContext value={registry}>
      {reading && <Reader />}
      <ShortcutSheet onClose={() => undefined} />
    </ShortcutContext>
  );
  const unregister = registry.register([shortcut('Ctrl+L', () => undefined, { label: 'Lock' })]);
  show(sheet(true));
  await expect.element(page.getByText('Lock')).toBeVisible();
  // The dialog is open before a component has registered its keys.
  await expect.poll(() => registry.list().map(({ label }) => label)).toEqual(['Lock', 'Mark']);
  show(sheet(false));
  await expect.element(page.getByText('Lock')).toBeVisible();
  await expect.poll(() => registry.list().map(({ label }) => label)).toEqual(['Lock']);
  unregister();
  expect(registry.list()).toEqual([]);
});
