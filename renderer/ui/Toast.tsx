import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { Button, IconButton } from './Button.tsx';
import { classNames } from './class-names.ts';
import styles from './Toast.module.css';

export interface Toast {
  readonly text: string;
  /** `bad` stays until it is closed and interrupts a screen reader; the others leave by themselves. */
  readonly tone?: 'plain' | 'bad';
  readonly action?: { readonly label: string; readonly run: () => void };
}

const shownMs = 6000;
const mostShown = 3;

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);

/** Says something at the foot of the window. */
export function useToast(): (toast: Toast) => void {
  return use(ToastContext);
}

export function ToastHost({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly (Toast & { readonly id: number })[]>([]);
  const close = useCallback((id: number) => {
    setToasts((shown) => shown.filter((toast) => toast.id !== id));
  }, []);
  const show = useMemo(() => {
    let last = 0;
    return (toast: Toast) => {
      const id = ++last;
      // The same trouble once more is one message, drawn anew so that it is heard again.
      const isSame = ({ text, tone }: Toast) => tone === 'bad' && text === toast.text;
      setToasts((shown) =>
        [...shown.filter((each) => !isSame(each)), { ...toast, id }].slice(-mostShown),
      );
      if (toast.tone !== 'bad') setTimeout(close, shownMs, id);
    };
  }, [close]);
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles['host']} role="region" aria-label="Messages">
        {toasts.map(({ id, text, tone, action }) => (
          <div
            key={id}
            role={tone === 'bad' ? 'alert' : 'status'}
            className={classNames(styles['toast'], tone === 'bad' && styles['bad'])}
          >
            <span className={styles['text']}>{text}</span>
            {action !== undefined && (
              <Button
                variant="quiet"
                onClick={() => {
                  close(id);
                  action.run();
                }}
              >
                {action.label}
              </Button>
            )}
            <IconButton
              icon="close"
              label="Close this message"
              onClick={() => {
                close(id);
              }}
            />
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
