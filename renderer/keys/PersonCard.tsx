import type { Person } from '../../shared/evidence/person.ts';
import { dateAndTime } from '../app/clock-time.ts';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Pill } from '../ui/Pill.tsx';
import type { KeyView, PersonKeys } from '../vault/calls/keys.ts';
import styles from './KeysScreen.module.css';

export type KeyWish =
  | { readonly kind: 'add'; readonly person: Person | undefined }
  | { readonly kind: 'change' }
  | { readonly kind: 'name'; readonly person: Person; readonly isYou: boolean }
  | { readonly kind: 'label'; readonly keyView: KeyView }
  | { readonly kind: 'remove'; readonly keyView: KeyView; readonly person: Person | undefined };

interface PersonCardProps {
  readonly keys: PersonKeys;
  /** The only passphrase there is cannot be taken away. */
  readonly isLast: boolean;
  readonly onWish: (wish: KeyWish) => void;
}

export function PersonCard({ keys: { person, isYou, keys }, isLast, onWish }: PersonCardProps) {
  return (
    <Card className={styles['person']}>
      <div className={styles['head']}>
        <span className={styles['swatch']} style={{ background: person.colour }} aria-hidden="true">
          {Array.from(person.name.trim())[0]?.toUpperCase() ?? ''}
        </span>
        <h3 className={styles['name']}>{person.name}</h3>
        {isYou && <Pill tone="accent">you</Pill>}
        <span className={styles['acts']}>
          <Button
            variant="quiet"
            aria-label={`Name and colour of ${person.name}`}
            onClick={() => {
              onWish({ kind: 'name', person, isYou });
            }}
          >
            Name and colour…
          </Button>
          <Button
            variant="quiet"
            aria-label={`Add a passphrase for ${person.name}`}
            onClick={() => {
              onWish({ kind: 'add', person });
            }}
          >
            Add a passphrase…
          </Button>
        </span>
      </div>
      {keys.length === 0 && (
        <p className={styles['quiet']}>Has no passphrase: cannot open the locker.</p>
      )}
      <ul className={styles['keys']}>
        {keys.map((keyView) => (
          <li key={keyView.slot} className={styles['key']}>
            <KeyLine keyView={keyView} />
            <span className={styles['acts']}>
              {isYou && (
                <Button
                  aria-label="Change your passphrase"
                  onClick={() => {
                    onWish({ kind: 'change' });
                  }}
                >
                  Change…
                </Button>
              )}
              {keyView.addedAt !== null && (
                <Button
                  variant="quiet"
                  aria-label={`Rename ${keyView.label} of ${person.name}`}
                  onClick={() => {
                    onWish({ kind: 'label', keyView });
                  }}
                >
                  Rename…
                </Button>
              )}
              <Button
                variant="quiet"
                disabled={isLast}
                title={isLast ? 'The last passphrase stays.' : undefined}
                aria-label={`Take away ${keyView.label} of ${person.name}`}
                onClick={() => {
                  onWish({ kind: 'remove', keyView, person });
                }}
              >
                Take away…
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** What it is called and since when. */
export function KeyLine({
  keyView: { label, addedAt, openedThis },
}: {
  readonly keyView: KeyView;
}) {
  return (
    <span className={styles['line']}>
      <b>{label}</b>
      <span className={styles['quiet']}>
        {addedAt === null ? 'since the beginning' : `since ${dateAndTime(addedAt)}`}
      </span>
      {openedThis && <Pill tone="good">opened this session</Pill>}
    </span>
  );
}
