import { useState } from 'react';
import { useVault, useVaultQuery } from '../app/vault-context.tsx';
import { Problem } from '../lock/Problem.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Page } from '../ui/Page.tsx';
import { sentenceOf } from '../ui/sentence-of.ts';
import { useToast } from '../ui/Toast.tsx';
import type { KeysView } from '../vault/calls/keys.ts';
import { AddDialog } from './AddDialog.tsx';
import { ChangeDialog } from './ChangeDialog.tsx';
import styles from './KeysScreen.module.css';
import { LabelDialog, PersonDialog } from './NameDialogs.tsx';
import { KeyLine, PersonCard, type KeyWish } from './PersonCard.tsx';
import { CheckRecoveryDialog, ReplaceRecoveryDialog } from './RecoveryDialogs.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { RenewDialog } from './RenewDialog.tsx';

type Wish =
  | KeyWish
  | { readonly kind: 'check-recovery' }
  | { readonly kind: 'replace-recovery' }
  | { readonly kind: 'renew' };

/** Who can open the locker, and with what. */
export function KeysScreen() {
  const keys = useVaultQuery('keys:read', null);
  const [wish, setWish] = useState<Wish>();
  return (
    <Page
      title="Keys and people"
      lead="Everybody opens the locker with a passphrase of their own. Names lie inside it, sealed."
    >
      {keys.state === 'failed' && <Problem error={keys.error} />}
      {keys.state === 'answered' && (
        <>
          <Lists view={keys.value} onWish={setWish} />
          {wish !== undefined && (
            <WishDialog
              wish={wish}
              view={keys.value}
              onClose={() => {
                setWish(undefined);
              }}
              onRenew={() => {
                setWish({ kind: 'renew' });
              }}
            />
          )}
        </>
      )}
    </Page>
  );
}

interface ListsProps {
  readonly view: KeysView;
  readonly onWish: (wish: Wish) => void;
}

function Lists({ view: { people, recovery, unknown, renewalBegun }, onWish }: ListsProps) {
  const passphrases = people.reduce((sum, { keys }) => sum + keys.length, unknown.length);
  return (
    <>
      <section className={styles['section']} aria-labelledby="people">
        <div className={styles['head']}>
          <h2 id="people">People</h2>
          <Button
            icon="add"
            onClick={() => {
              onWish({ kind: 'add', person: undefined });
            }}
          >
            Add a person…
          </Button>
        </div>
        {people.map((each) => (
          <PersonCard key={each.person.id} keys={each} isLast={passphrases === 1} onWish={onWish} />
        ))}
        {unknown.map((keyView) => (
          <Card key={keyView.slot} className={styles['key']}>
            <KeyLine keyView={keyView} />
            <span className={styles['quiet']}>
              Whose it is has not arrived here yet. If the folder is being synchronised, wait for
              it.
            </span>
            <Button
              variant="quiet"
              onClick={() => {
                onWish({ kind: 'remove', keyView, person: undefined });
              }}
            >
              Take away…
            </Button>
          </Card>
        ))}
      </section>
      <section className={styles['section']} aria-labelledby="recovery">
        <h2 id="recovery">Recovery key</h2>
        <p className={styles['quiet']}>
          The sheet of paper that opens the locker when every passphrase is forgotten. There is one
          for everybody.
        </p>
        <Card className={styles['key']}>
          <span className={styles['line']}>
            {recovery.length === 0 && <b>There is none: replace it to get one.</b>}
            {recovery.map((keyView) => (
              <KeyLine key={keyView.slot} keyView={keyView} />
            ))}
          </span>
          <span className={styles['acts']}>
            <Button
              onClick={() => {
                onWish({ kind: 'check-recovery' });
              }}
            >
              Check a recovery key…
            </Button>
            <Button
              onClick={() => {
                onWish({ kind: 'replace-recovery' });
              }}
            >
              Replace…
            </Button>
          </span>
        </Card>
      </section>
      <RenewSection isBegun={renewalBegun} onWish={onWish} />
    </>
  );
}

function RenewSection({
  isBegun,
  onWish,
}: Pick<ListsProps, 'onWish'> & { readonly isBegun: boolean }) {
  const vault = useVault();
  const toast = useToast();
  const drop = async () => {
    const dropped = await vault.ask('renewal:drop', null);
    toast(
      dropped.ok
        ? { text: 'What was prepared is deleted. The present keys stay.' }
        : { tone: 'bad', text: sentenceOf(dropped.error) },
    );
  };
  return (
    <section className={styles['section']} aria-labelledby="renew">
      <h2 id="renew">All keys</h2>
      <Card className={styles['key']}>
        <span className={styles['line']}>
          {isBegun ? (
            <b>A renewal was begun and is not finished. The present keys count.</b>
          ) : (
            'When somebody who was here must not read on, or a passphrase or the recovery key may be known to others: seal everything again under new keys.'
          )}
        </span>
        <span className={styles['acts']}>
          {isBegun && <Button onClick={() => void drop()}>Delete what was prepared</Button>}
          <Button
            onClick={() => {
              onWish({ kind: 'renew' });
            }}
          >
            {isBegun ? 'Go on renewing…' : 'Renew all keys…'}
          </Button>
        </span>
      </Card>
    </section>
  );
}

interface WishDialogProps {
  readonly wish: Wish;
  readonly view: KeysView;
  readonly onClose: () => void;
  readonly onRenew: () => void;
}

function WishDialog({ wish, view, onClose, onRenew }: WishDialogProps) {
  switch (wish.kind) {
    case 'add': {
      const taken = view.people.map(({ person }) => person);
      return <AddDialog person={wish.person} taken={taken} onClose={onClose} />;
    }
    case 'change':
      return <ChangeDialog onClose={onClose} />;
    case 'name':
      return <PersonDialog person={wish.person} isYou={wish.isYou} onClose={onClose} />;
    case 'label':
      return <LabelDialog keyView={wish.keyView} onClose={onClose} />;
    case 'remove':
      return (
        <RemoveDialog
          keyView={wish.keyView}
          person={wish.person}
          onClose={onClose}
          onRenew={onRenew}
        />
      );
    case 'check-recovery':
      return <CheckRecoveryDialog onClose={onClose} />;
    case 'renew':
      return <RenewDialog view={view} onClose={onClose} />;
    case 'replace-recovery':
      return <ReplaceRecoveryDialog onClose={onClose} />;
  }
}
