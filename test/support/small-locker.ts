// A small locker to act in: one person, cheap key derivation, a clock that counts.
import sodium from 'libsodium-wrappers-sumo';
import { argon2id, type Argon2Cost } from '../../shared/crypto/argon2.ts';
import { emptyDetails } from '../../shared/evidence/source.ts';
import {
  randomId,
  type DeviceId,
  type FileId,
  type MarkId,
  type SourceId,
} from '../../shared/evidence/ids.ts';
import type { Person } from '../../shared/evidence/person.ts';
import { generalCase, type Act } from '../../shared/journal/change.ts';
import type { LockerFolder } from '../../shared/locker/folder.ts';
import { openLocker, prepareLocker, type LockerHost } from '../../shared/locker/locker.ts';
import type { SealedFile } from '../../shared/locker/locker-files.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { Result } from '../../shared/result.ts';
import { encodeWorkingText } from '../../shared/text/codec.ts';
import type { WorkingText } from '../../shared/text/working-text.ts';

export const cheapCost: Argon2Cost = { memoryKiB: 8, passes: 1 };
export const testPerson: Person = {
  id: 'aa000000000000000000000000000000' as Person['id'],
  name: 'R. Ito',
  colour: '#17616b',
};
export const deviceA = 'd0000000000000000000000000000001' as DeviceId;
export const deviceB = 'd0000000000000000000000000000002' as DeviceId;
export const passphraseBytes = (text = 'correct horse battery staple') =>
  new TextEncoder().encode(text);

export async function testHost(
  folder: LockerFolder,
  device: DeviceId | undefined = deviceA,
): Promise<LockerHost> {
  await sodium.ready;
  let now = 1_700_000_000_000;
  return {
    folder,
    device,
    argon2: (passphrase, salt, cost) => Promise.resolve(argon2id(sodium, passphrase, salt, cost)),
    now: () => (now += 1_000),
    withAckLines: true,
    leastCost: cheapCost,
  };
}

export async function createSmallLocker(
  host: LockerHost,
  cost = cheapCost,
): Promise<{ locker: OpenLocker; recoveryKey: string }> {
  const prepared = await prepareLocker(host, {
    passphrase: passphraseBytes(),
    cost,
    person: testPerson,
    name: 'Case notes',
  });
  return { locker: must(await prepared.write()), recoveryKey: prepared.recoveryKey };
}

export async function reopen(
  folder: LockerFolder,
  device: DeviceId | undefined = deviceA,
): Promise<OpenLocker> {
  return must(await openLocker(await testHost(folder, device), { passphrase: passphraseBytes() }));
}

export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error);
  return result.value;
}

export function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('it should be there');
  return value;
}

export async function* streamOf(
  ...pieces: readonly Uint8Array<ArrayBuffer>[]
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  for (const piece of pieces) yield await Promise.resolve(piece);
}

/** Seals `bytes` as an original and imports it; with a text, also its working copy. */
export async function importSource(
  locker: OpenLocker,
  bytes: Uint8Array<ArrayBuffer>,
  name = 'report.txt',
  text?: WorkingText,
): Promise<{ source: SourceId; file: FileId }> {
  const source: SourceId = randomId();
  const seal = async (plain: typeof bytes): Promise<SealedFile> =>
    must(
      await locker.sealFile(`source/${source}`, { name, mediaType: 'text/plain' }, streamOf(plain)),
    );
  const original = await seal(bytes);
  const working = text === undefined ? undefined : await seal(encodeWorkingText(text));
  must(await locker.act([importedAct(source, original, name, text, working)], testPerson.id));
  return { source, file: original.file };
}

export function importedAct(
  source: SourceId,
  sealed: SealedFile,
  name: string,
  text?: WorkingText,
  working?: SealedFile,
): Act {
  const copy = text !== undefined &&
    working !== undefined && {
      working: {
        file: working.file,
        extractor: text.extractor,
        pages: text.pages.length,
        words: text.words,
        unreadable: text.unreadable,
      },
    };
  return {
    subject: `source/${source}`,
    kind: 'source-imported',
    payload: {
      source,
      format: 'plain',
      original: { ...sealed, name, mediaType: 'text/plain' },
      status: copy === false ? 'no-text' : 'text',
      details: { ...emptyDetails, title: name },
      ...copy,
    },
  };
}

export function markAct(source: SourceId, exact: string, mark: MarkId = randomId()): Act {
  return {
    subject: `marks/${source}/${generalCase}`,
    kind: 'marked',
    payload: {
      mark: {
        id: mark,
        source,
        workingFile: randomId(),
        firstPage: 0,
        lastPage: 0,
        pageLabel: '',
        colour: 'key',
        anchor: { start: 0, end: exact.length, exact, prefix: '', suffix: '' },
      },
    },
  };
}

export function noteAct(source: SourceId, mark: MarkId, text: string): Act {
  return { subject: `marks/${source}/${generalCase}`, kind: 'noted', payload: { mark, text } };
}
