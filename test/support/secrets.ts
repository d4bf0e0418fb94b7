// The vault's side of secret fields for tests of screens: what was typed, in the clear, to be compared.
import type { SecretEdit, SecretField, SecretState } from '../../renderer/vault/calls/opening.ts';
import { ok, type Result } from '../../shared/result.ts';

const offered = 'marble lantern ochre river upright quilt';

/** Accepts passphrases of 20 characters and more. */
export class TypedSecrets {
  readonly edits: SecretEdit[] = [];
  readonly #typed = new Map<SecretField, string[]>();

  text(field: SecretField): string {
    return this.#typed.get(field)?.join('') ?? '';
  }

  edit = (edit: SecretEdit): Result<SecretState> => {
    this.edits.push(edit);
    const typed = this.#typed.get(edit.field) ?? [];
    typed.splice(edit.from, edit.to - edit.from, ...Array.from(edit.insert));
    this.#typed.set(edit.field, typed);
    const { length } = typed;
    const accepted = length >= 20;
    if (edit.field === 'passphrase') {
      return ok({ length, strength: { score: accepted ? 4 : 1, accepted, advice: '' } });
    }
    if (edit.field === 'repeat') {
      return ok({ length, matches: this.text('repeat') === this.text('passphrase') });
    }
    return ok({ length });
  };

  clear = (): Result<null> => {
    this.#typed.clear();
    return ok(null);
  };

  offer = (): Result<{ readonly words: string }> => {
    this.#typed.set('passphrase', Array.from(offered));
    return ok({ words: offered });
  };
}
