import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './LinkButton.module.css';

/** A button that goes somewhere, in the middle of a sentence or a list: it looks like a link. */
export function LinkButton({ className, ...rest }: ComponentPropsWithRef<'button'>) {
  return (
    <button type="button" dir="auto" {...rest} className={classNames(styles['link'], className)} />
  );
}
