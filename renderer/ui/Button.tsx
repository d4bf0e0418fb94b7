import type { ComponentPropsWithRef } from 'react';
import styles from './Button.module.css';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';

interface ButtonProps extends ComponentPropsWithRef<'button'> {
  readonly variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  readonly size?: 'm' | 'l';
  /** Takes the whole width it is given. */
  readonly wide?: boolean;
  readonly icon?: IconName;
  /** The shortcut, shown as a key: "Ctrl L". */
  readonly keys?: string;
}

/** The text is a verb. */
export function Button({
  variant = 'plain',
  size = 'm',
  wide = false,
  icon,
  keys,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={classNames(
        styles['button'],
        styles[variant],
        size === 'l' && styles['large'],
        wide && styles['wide'],
        className,
      )}
    >
      {icon !== undefined && <Icon name={icon} />}
      {children}
      {keys !== undefined && <kbd aria-hidden="true">{keys}</kbd>}
    </button>
  );
}

interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  readonly icon: IconName;
  /** Read aloud and shown as the tooltip. */
  readonly label: string;
}

export function IconButton({ icon, label, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={classNames(styles['iconOnly'], className)}
    >
      <Icon name={icon} />
    </button>
  );
}
