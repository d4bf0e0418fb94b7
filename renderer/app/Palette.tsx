import { use, useId, useMemo, useState, type KeyboardEvent } from 'react';
import { displayTitle } from '../../shared/evidence/source.ts';
import { Dialog } from '../ui/Dialog.tsx';
import { TextInput } from '../ui/TextInput.tsx';
import { fuzzyScore } from './fuzzy.ts';
import { useNavigation, type Place } from './navigation.ts';
import styles from './Palette.module.css';
import { ShortcutContext, type Shortcut } from './shortcuts.ts';
import { useVaultQuery } from './vault-context.tsx';

interface Command {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly keys?: string;
  readonly run: () => void;
}

const rooms: readonly (readonly [label: string, place: Place])[] = [
  ['Library', { screen: 'library' }],
  ['Search', { screen: 'search', query: '' }],
  ['Quotes', { screen: 'quotes' }],
  ['Tags', { screen: 'tags' }],
  ['Check a report', { screen: 'report' }],
  ['Keys and people', { screen: 'keys' }],
  ['Activity', { screen: 'activity' }],
  ['Safekeeping', { screen: 'safekeeping' }],
  ['Trash', { screen: 'trash' }],
  ['Settings', { screen: 'settings' }],
];
const mostShown = 30;

interface PaletteProps {
  /** What could be done by key when it was opened. */
  readonly shortcuts: readonly Shortcut[];
  readonly onClose: () => void;
}

/** Everything that has a key, and every screen, source and tag, by a few letters of its name. */
export function Palette({ shortcuts, onClose }: PaletteProps) {
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const commands = useCommands(shortcuts);
  const shown = useMemo(() => best(commands, typed), [commands, typed]);
  const take = (command: Command | undefined): void => {
    if (command === undefined) return;
    onClose();
    // After the dialog has given the focus back: what runs may want it.
    setTimeout(command.run);
  };
  const press = (event: KeyboardEvent): void => {
    const length = Math.max(1, shown.length);
    if (event.key === 'ArrowDown') setAt((at + 1) % length);
    else if (event.key === 'ArrowUp') setAt((at - 1 + length) % length);
    else if (event.key === 'Enter') take(shown[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="Go to or do" onClose={onClose}>
      <TextInput
        role="combobox"
        aria-label="What to go to or do"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={shown.length > 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        placeholder="A source, a tag, a screen or an act"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Found" className={styles['list']}>
        {shown.map((command, i) => (
          <div
            key={command.id}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            ref={(option) => {
              if (i === at) option?.scrollIntoView({ block: 'nearest' });
            }}
            className={styles['option']}
            onPointerDown={(event) => {
              event.preventDefault();
              take(command);
            }}
          >
            <span dir="auto">{command.label}</span>
            <small>{command.kind}</small>
            {command.keys !== undefined && <kbd>{command.keys.replaceAll('+', ' ')}</kbd>}
          </div>
        ))}
      </div>
      {shown.length === 0 && <p role="status">Nothing has such a name.</p>}
    </Dialog>
  );
}

function useCommands(shortcuts: readonly Shortcut[]): readonly Command[] {
  const { go } = useNavigation();
  const library = useVaultQuery('library:read', null);
  const view = library.state === 'answered' ? library.value : undefined;
  return useMemo(() => {
    const to = (place: Place) => () => {
      go(place);
    };
    const acts = [...new Map(shortcuts.map((one) => [one.label, one])).values()];
    return [
      ...rooms.map(([label, place]) => ({
        ...{ id: `room ${label}`, label, kind: 'screen', run: to(place) },
      })),
      ...acts.map(({ label, keys, run }) => ({
        ...{ id: `act ${label}`, label, keys, run, kind: 'act' },
      })),
      ...(view?.sources ?? []).map((source) => ({
        ...{ id: source.id, label: displayTitle(source), kind: 'source' },
        run: to({ screen: 'reader', source: source.id }),
      })),
      ...(view?.tags ?? []).map((tag) => ({
        ...{ id: tag.id, label: tag.name, kind: 'tag' },
        run: to({ screen: 'search', query: `tag:"${tag.name}"` }),
      })),
    ];
  }, [shortcuts, view, go]);
}

function best(commands: readonly Command[], typed: string): readonly Command[] {
  return commands
    .map((command) => ({ command, score: fuzzyScore(command.label, typed) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, mostShown)
    .map(({ command }) => command);
}

/** What works by key now, for a palette that is about to open: inside of it, the keys are the dialog's. */
export function usePossibleActs(): () => readonly Shortcut[] {
  const registry = use(ShortcutContext);
  return () => registry.list().filter(({ when }) => when?.() ?? true);
}
