// A small locker that two people open, each with a passphrase of their own.
import type { Argon2Cost } from '../../shared/crypto/argon2.ts';
import { randomId } from '../../shared/evidence/ids.ts';
import type { Person } from '../../shared/evidence/person.ts';
import type { FolderName } from '../../shared/locker/folder.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { Result } from '../../shared/result.ts';
import type { MemoryFolder } from './memory-folder.ts';
import { cheapCost, passphraseBytes, testHost, testPerson } from './small-locker.ts';

export const second: Person = { id: randomId(), name: 'B. Oyelaran', colour: '#8e3b73' };
/** What the first person, who made the locker, says. */
export const mine = { kind: 'passphrase', passphrase: passphraseBytes() } as const;
/** What the second person says. */
export const theirs = {
  kind: 'passphrase',
  passphrase: passphraseBytes('what the second person says'),
} as const;

/** Adds a slot for the second person; proven by the first's passphrase unless by another secret. */
export function addSecond(
  { slots }: OpenLocker,
  {
    person = second,
    proof = mine,
    cost = cheapCost,
  }: { person?: Person; proof?: typeof mine; cost?: Argon2Cost } = {},
): Promise<Result<null>> {
  const { passphrase } = theirs;
  const next = { passphrase, cost, person, label: 'At the office' };
  return slots.add(proof, next, testPerson.id);
}

export async function openWith(
  folder: MemoryFolder,
  secret: { readonly passphrase: Uint8Array<ArrayBuffer> } | { readonly recoveryKey: string },
): Promise<Result<OpenLocker>> {
  return openLocker(await testHost(folder), secret);
}

export function slotsIn({ files }: MemoryFolder): FolderName[] {
  return Array.from(files.keys()).filter((name) => name.startsWith('slots/'));
}
