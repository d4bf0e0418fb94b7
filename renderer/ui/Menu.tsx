import { useId, useRef, type KeyboardEvent } from 'react';
import { Button, IconButton } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Menu.module.css';

interface MenuItem {
  readonly label: string;
  readonly icon?: IconName;
  readonly keys?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly run: () => void;
}

interface MenuProps {
  readonly label: string;
  /** Without an icon, the label is the button's text. */
  readonly icon?: IconName;
  readonly items: readonly MenuItem[];
}

/** A button with a list of acts, by the WAI-ARIA menu button pattern; the browser's popover closes it on Esc and outside. */
export function Menu({ label, icon, items }: MenuProps) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const opener = { popoverTarget: id, 'aria-haspopup': 'menu' as const };
  return (
    <>
      {icon === undefined ? (
        <Button {...opener}>
          {label}
          <Icon name="down" />
        </Button>
      ) : (
        <IconButton {...opener} icon={icon} label={label} />
      )}
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={styles['menu']}
        onKeyDown={moveFocus}
        onToggle={(event) => {
          if (event.newState === 'open') itemsOf(event.currentTarget)[0]?.focus();
        }}
      >
        {items.map((item) => (
          <button
            key={item.label}
            type="button"
            role="menuitem"
            disabled={item.disabled}
            className={item.danger === true ? styles['danger'] : styles['item']}
            onClick={() => {
              list.current?.hidePopover();
              item.run();
            }}
          >
            {item.icon !== undefined && <Icon name={item.icon} />}
            <span className={styles['text']}>{item.label}</span>
            {item.keys !== undefined && <kbd aria-hidden="true">{item.keys}</kbd>}
          </button>
        ))}
      </div>
    </>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  // It closes the menu, and must not close what lies under it as well.
  if (event.key === 'Escape') event.stopPropagation();
  const items = itemsOf(event.currentTarget);
  const at = items.findIndex((item) => item === document.activeElement);
  const to = {
    ArrowDown: (at + 1) % items.length,
    ArrowUp: (at - 1 + items.length) % items.length,
    Home: 0,
    End: items.length - 1,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  items[to]?.focus();
}

function itemsOf(menu: HTMLElement): readonly HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>('[role="menuitem"]:enabled')];
}
