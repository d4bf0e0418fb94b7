// New keys for a small locker, as the program asks for them: opened, proven, a recovery key at hand.
import type { FolderName } from '../../shared/locker/folder.ts';
import { lookAtRenewal, renewKeys } from '../../shared/locker/renew-keys.ts';
import type { RenewalSteps } from '../../shared/locker/renewed-content.ts';
import type { Result } from '../../shared/result.ts';
import { isObject } from '../../shared/shape.ts';
import type { MemoryFolder } from './memory-folder.ts';
import { cheapCost, must, passphraseBytes, reopen, testHost, testPerson } from './small-locker.ts';

/** `goesOn`: the one that was begun has a recovery key, and no other is given. */
export async function renew(
  folder: MemoryFolder,
  { goesOn = false, ...steps }: RenewalSteps & { readonly goesOn?: boolean } = {},
): Promise<Result<null>> {
  const { argon2 } = await testHost(folder);
  const recovery = new Uint8Array(32).fill(7);
  const renewal = {
    ...{ passphrase: passphraseBytes(), cost: cheapCost, person: testPerson.id, now: () => 0 },
    ...{ recovery: goesOn ? undefined : recovery, stretching: { argon2, least: cheapCost } },
  };
  const renewed = await renewKeys(await reopen(folder), renewal, steps);
  recovery.fill(0);
  return renewed;
}

export async function look(folder: MemoryFolder): Promise<'fresh' | 'begun'> {
  const { argon2 } = await testHost(folder);
  const { eyes } = await reopen(folder);
  return must(await lookAtRenewal(eyes, passphraseBytes(), { argon2, least: cheapCost }));
}

/** Stops it when so much of a stage is done. */
export function stoppedIn(stage: 'sealing' | 'verifying', at: number): RenewalSteps {
  let isThere = false;
  return {
    progress: (now, done) => {
      isThere ||= now === stage && done >= at;
    },
    cancelled: () => isThere,
  };
}

/** `then`, when all is prepared and verified and only the slot that counts is to be written; true stops it there. */
export function atLastMoment(then: () => boolean): RenewalSteps {
  let isVerified = false;
  return {
    progress: (stage, done, total) => {
      isVerified ||= stage === 'verifying' && done === total;
    },
    cancelled: () => isVerified && then(),
  };
}

/** The file of a slot of the locker to come. */
export function slotToCome(
  { files }: MemoryFolder,
  follows: string,
  kind: 'passphrase' | 'recovery',
): FolderName {
  for (const [name, bytes] of files) {
    if (!name.startsWith('slots/')) continue;
    const body: unknown = JSON.parse(new TextDecoder().decode(bytes).split('\n', 1)[0] ?? '');
    if (isObject(body) && body['kind'] === kind && body['follows'] === follows) return name;
  }
  throw new Error('it should be there');
}
