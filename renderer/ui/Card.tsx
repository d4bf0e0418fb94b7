import type { ComponentPropsWithRef } from 'react';
import styles from './Card.module.css';
import { classNames } from './class-names.ts';

interface CardProps extends ComponentPropsWithRef<'div'> {
  readonly selected?: boolean;
}

export function Card({ selected = false, className, ...rest }: CardProps) {
  return (
    <div {...rest} className={classNames(styles['card'], selected && styles['on'], className)} />
  );
}
