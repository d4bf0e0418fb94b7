import { useState } from 'react';
import type { Person } from '../../shared/evidence/person.ts';
import { useVault } from '../app/vault-context.tsx';
import { useToast } from '../ui/Toast.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { KeyView } from '../vault/calls/keys.ts';
import styles from './KeysScreen.module.css';
import { ProvenDialog } from './ProvenDialog.tsx';

interface RemoveDialogProps {
  readonly keyView: KeyView;
  /** Undefined where nobody knows. */
  readonly person: Person | undefined;
  readonly onClose: () => void;
  /** Called once it is taken away, where the person wants new keys as well. */
  readonly onRenew: () => void;
}

export function RemoveDialog({ keyView, person, onClose, onRenew }: RemoveDialogProps) {
  const vault = useVault();
  const toast = useToast();
  const [renews, setRenews] = useState(false);
  return (
    <ProvenDialog
      title={`Take away “${keyView.label}”`}
      action="Take it away"
      busyLabel="Taking it away…"
      danger
      run={(proof) => vault.ask('keys:remove', { slot: keyView.slot, proof })}
      onDone={() => {
        toast({ text: 'It no longer opens this locker.' });
        if (renews) onRenew();
        else onClose();
      }}
      onClose={onClose}
      above={
        <>
          <p>
            This passphrase {person === undefined ? '' : `of ${person.name} `}will no longer open
            the locker. What {person?.name ?? 'this person'} did stays, with the name.
          </p>
          <Notice tone="warn">
            <b>It still opens every copy and backup made until now.</b> Whoever could open the
            locker may also have kept its inner keys.
          </Notice>
          <label className={styles['choice']}>
            <input
              type="checkbox"
              checked={renews}
              onChange={({ target }) => {
                setRenews(target.checked);
              }}
            />
            <span>
              Renew all keys afterwards, so that what is kept of this passphrase or of the inner
              keys opens nothing from now on
            </span>
          </label>
        </>
      }
    />
  );
}
