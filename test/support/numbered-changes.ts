// Acts as one device's journal numbers them: by one person, one after the other.
import type { AnyId } from '../../shared/evidence/ids.ts';
import type { Act, Change } from '../../shared/journal/change.ts';
import { deviceA, testPerson } from './small-locker.ts';

export function changes(...acts: readonly Act[]): Change[] {
  return acts.map((act, index) => {
    const seq = index + 1;
    const id = seq.toString(16).padStart(32, '0') as AnyId;
    return { ...act, id, device: deviceA, seq, clock: seq, at: seq, person: testPerson.id };
  });
}
