import type { ComponentPropsWithRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './TextInput.module.css';

export function TextInput({ className, ...rest }: ComponentPropsWithRef<'input'>) {
  return (
    <input
      type="text"
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={classNames(styles['input'], className)}
    />
  );
}

export function TextArea({ className, ...rest }: ComponentPropsWithRef<'textarea'>) {
  return (
    <textarea
      autoComplete="off"
      spellCheck={false}
      {...rest}
      className={classNames(styles['input'], styles['area'], className)}
    />
  );
}

export function Select({ className, ...rest }: ComponentPropsWithRef<'select'>) {
  return <select {...rest} className={classNames(styles['input'], className)} />;
}
