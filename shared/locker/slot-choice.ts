// While keys are being renewed two lockers lie in one folder. Which of them counts is told by their slots alone.
import type { Slot } from '../crypto/slots.ts';

export interface SlotChoice {
  /** Slots to try, those of a locker that nothing follows first. */
  readonly usable: readonly Slot[];
  /** A locker that another one took the place of: opened no more. */
  readonly isObsolete: (lockerId: string) => boolean;
}

/**
 * A renewal counts from the moment a passphrase's slot of the new locker is there that is not pending. Beside a locker that
 * follows one, any that follows none is older still.
 */
export function chooseSlots(slots: readonly Slot[]): SlotChoice {
  const final = slots.filter(({ body }) => counts(body));
  const finished = new Set(final.map(({ body }) => body.lockerId));
  const isBegun = ({ body }: Slot): boolean =>
    body.pending === true || (body.follows !== undefined && !finished.has(body.lockerId));
  const followers = final.filter(({ body }) => body.follows !== undefined);
  const following = new Set(followers.map(({ body }) => body.lockerId));
  const followed = new Set(followers.map(({ body }) => body.follows));
  const isObsolete = (lockerId: string): boolean =>
    followed.has(lockerId) || (following.size > 0 && !following.has(lockerId));
  const usable = slots.filter((slot) => !isBegun(slot));
  const isOld = ({ body }: Slot): boolean => isObsolete(body.lockerId);
  return {
    usable: [...usable.filter((slot) => !isOld(slot)), ...usable.filter(isOld)],
    isObsolete,
  };
}

/** A slot of a passphrase that is not only prepared: from the first of them on a locker counts. Of any body that was parsed. */
export function counts(body: { readonly kind?: unknown; readonly pending?: unknown }): boolean {
  return body.kind === 'passphrase' && body.pending !== true;
}
