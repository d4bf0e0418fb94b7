// One life of a writer, to be killed: `node killed-life.ts LIFE` with the JSON of a `Life`. It opens or creates a locker in a real
// folder, acts at random, and writes down in `said` what it was told is saved, each time it is told.
import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import sodium from 'libsodium-wrappers-sumo';
import { withAcks } from '../../electron/acks.ts';
import { nodeDisk, type Disk } from '../../electron/locker/disk.ts';
import { diskFolder } from '../../electron/locker/folder.ts';
import { argon2id } from '../../shared/crypto/argon2.ts';
import { randomId, type MarkId, type SourceId } from '../../shared/evidence/ids.ts';
import type { Act, Change } from '../../shared/journal/change.ts';
import type { LockerFolder } from '../../shared/locker/folder.ts';
import {
  lookAtLocker,
  openLocker,
  prepareLocker,
  type LockerHost,
} from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { recoveryKeyBytes } from '../../shared/crypto/recovery-key.ts';
import { dropRenewal, lookAtRenewal, renewKeys } from '../../shared/locker/renew-keys.ts';
import { ok } from '../../shared/result.ts';
import {
  cheapCost,
  deviceA,
  importedAct,
  markAct,
  must,
  noteAct,
  passphraseBytes,
  streamOf,
  testPerson,
} from '../support/small-locker.ts';
import { mortalDisk } from './mortal-disk.ts';
import type { NamedAct } from './named-steps.ts';
import { Random } from './random.ts';
import { noViews } from './snapshot.ts';

export interface Life {
  readonly folder: string;
  /** Gets a line of JSON, a `Saying`, for every answer. */
  readonly said: string;
  /** Gets the program's own lines `device seq kind`. */
  readonly acks: string;
  readonly seed: number;
  readonly passphrase: string;
  /** Dies at this operation of the folder, in the middle of it where it can be torn. */
  readonly dieAt?: number;
  /** Does this act first, with the file there while it does: for a death at a named step of it (`dying-files.ts`). */
  readonly first?: { readonly act: NamedAct; readonly armed: string };
  /** Ends by itself after so many answers, if nothing kills it. */
  readonly mostAnswers: number;
  /** A fault for the campaign's own test: answers before the disk has it, and dies with the next answer. */
  readonly answersEarly?: boolean;
  /** Another: files are written under the name they are to have. */
  readonly writesInPlace?: boolean;
}

export type Saying =
  | { readonly saved: readonly Change[] }
  /** Said before it is asked for: from then on what is of the source may be gone. */
  | { readonly purging: SourceId }
  /** And that nothing is here of it any more. */
  | { readonly purged: SourceId }
  /** The locker whose keys count no more. */
  | { readonly renewed: string }
  | { readonly changing: string }
  | { readonly changed: string }
  /** By the campaign: which passphrase it found after a kill in the middle. */
  | { readonly settled: string };

const life = JSON.parse(process.argv[2] ?? '{}') as Life;
const random = new Random(life.seed);
let answers = 0;
/** Of a life that answers early: those after them are told to be saved and never reach the disk. */
const honestAppends = 2;
let isUnsaved = false;

function say(saying: Saying): void {
  appendFileSync(life.said, `${JSON.stringify(saying)}\n`);
  answers++;
  if (isUnsaved) process.kill(process.pid, 'SIGKILL');
}

function folderOfLife(): LockerFolder {
  const honest = life.dieAt === undefined ? nodeDisk : mortalDisk(life.dieAt);
  const disk = life.writesInPlace === true ? inPlace(honest) : honest;
  const folder = diskFolder(life.folder, { disk });
  if (life.answersEarly !== true) return withAcks(folder, () => deviceA, life.acks);
  let appends = 0;
  const append: LockerFolder['append'] = (name, bytes, acks) => {
    isUnsaved ||= ++appends > honestAppends;
    return isUnsaved ? Promise.resolve(ok(null)) : folder.append(name, bytes, acks);
  };
  return withAcks({ ...folder, append }, () => deviceA, life.acks);
}

function inPlace(disk: Disk): Disk {
  const final = (name: string): string => name.replace(/\.tmp$/, '');
  return {
    ...disk,
    openNew: async (name) => {
      await disk.remove(final(name)).catch(() => undefined);
      return disk.openNew(final(name));
    },
    rename: (from, to) => (final(from) === to ? Promise.resolve() : disk.rename(from, to)),
  };
}

async function during<T>(act: NamedAct, work: () => Promise<T>): Promise<T> {
  if (life.first?.act !== act) return work();
  writeFileSync(life.first.armed, '');
  const done = await work();
  rmSync(life.first.armed);
  return done;
}

const argon2: LockerHost['argon2'] = (secret, salt, cost) =>
  Promise.resolve(argon2id(sodium, secret, salt, cost));

async function open(passphrase: string): Promise<OpenLocker> {
  const host: LockerHost = {
    ...{ folder: folderOfLife(), argon2, now: Date.now, device: deviceA },
    ...{ withAckLines: true, leastCost: cheapCost, views: noViews },
  };
  const secret = { passphrase: passphraseBytes(passphrase) };
  if (must(await lookAtLocker(host.folder)) === 'closed')
    return must(await openLocker(host, secret));
  const named = { cost: cheapCost, person: testPerson, name: 'Case notes' };
  const prepared = await prepareLocker(host, { ...secret, ...named });
  const locker = must(await during('create', () => prepared.write()));
  say({ saved: locker.changes });
  return locker;
}

async function live(): Promise<void> {
  await sodium.ready;
  let { passphrase } = life;
  let locker = await open(passphrase);
  const sources: SourceId[] = Array.from(locker.state.sources.keys());
  const marks: { source: SourceId; mark: MarkId }[] = Array.from(locker.state.marks.values()).map(
    ({ source, id: mark }) => ({ source, mark }),
  );
  const act = async (acts: readonly Act[]): Promise<void> => {
    say({ saved: must(await locker.act(acts, testPerson.id)) });
  };
  const importOne = async (mayDiscard: boolean): Promise<void> => {
    const source: SourceId = randomId();
    const bytes = random.bytes(random.pick([0, 100, 5_000, 60_000]));
    const named = { name: 'report.txt', mediaType: 'text/plain' };
    const sealed = must(await locker.sealFile(`source/${source}`, named, streamOf(bytes)));
    if (mayDiscard && random.oneIn(6)) {
      must(await locker.discardFile(sealed.file));
      return;
    }
    await act([importedAct(source, sealed, 'report.txt')]);
    sources.push(source);
  };
  const markSome = async (): Promise<void> => {
    const source = random.pick(sources);
    const many = Array.from({ length: random.pick([1, 1, 3, 12, 30]) }, (): MarkId => randomId());
    await Promise.all(many.map((mark) => act([markAct(source, `words ${random.bits()}`, mark)])));
    marks.push(...many.map((mark) => ({ source, mark })));
  };
  const change = async (): Promise<void> => {
    const next = `a passphrase of number ${random.bits()}`;
    say({ changing: next });
    const current = { kind: 'passphrase', passphrase: passphraseBytes(passphrase) } as const;
    const asked = { passphrase: passphraseBytes(next), cost: cheapCost };
    must(await locker.slots.changePassphrase(current, asked, testPerson.id));
    say({ changed: next });
    passphrase = next;
  };
  // A creation that was cut off after its slots leaves nobody: whoever opens it then says who they are.
  if (locker.state.people.size === 0) {
    await act([{ subject: 'library', kind: 'person-named', payload: { person: testPerson } }]);
  }
  const purge = async (): Promise<void> => {
    const [source] = sources.splice(random.below(sources.length), 1);
    if (source === undefined) return;
    say({ purging: source });
    const here = must(await locker.purge(source, testPerson.id));
    if (here.length === 0) say({ purged: source });
    const left = marks.filter((each) => each.source !== source);
    marks.splice(0, marks.length, ...left);
  };
  /** New keys for everything; the locker is opened anew afterwards, as the program does. */
  const renew = async (): Promise<void> => {
    const own = passphraseBytes(passphrase);
    const stretching = { argon2, least: cheapCost };
    const looked = must(await lookAtRenewal(locker.eyes, own, stretching));
    const recovery = looked === 'fresh' ? random.bytes(recoveryKeyBytes) : undefined;
    const renewal = { passphrase: own, cost: cheapCost, recovery, stretching, now: Date.now };
    must(await renewKeys(locker, { ...renewal, person: testPerson.id }));
    say({ renewed: locker.lockerId });
    locker = await open(passphrase);
  };
  const named: Partial<Readonly<Record<NamedAct, () => Promise<void>>>> = {
    ...{ import: () => importOne(false), mark: markSome, passphrase: change },
    ...{ purge, renewal: renew },
  };
  await importOne(life.first === undefined);
  const { act: first = 'create' } = life.first ?? {};
  // One that a life before began takes fewer steps than are named: here it is done from its beginning.
  if (first === 'renewal') must(await dropRenewal(locker.eyes));
  await during(first, named[first] ?? (() => Promise.resolve()));
  process.stdout.write('acting\n');
  while (answers < life.mostAnswers) {
    const dice = random.below(20);
    if (dice < 4 || sources.length === 0) await importOne(true);
    else if (dice === 4) await change();
    else if (dice === 6 && sources.length > 2) await purge();
    else if (dice === 7 && random.oneIn(8)) await renew();
    else if (dice === 5) {
      must(await locker.close());
      locker = await open(passphrase);
    } else if (dice < 10 && marks.length > 0) {
      const { source, mark } = random.pick(marks);
      await act([
        noteAct(source, mark, `a note of ${random.bits()}`),
        noteAct(source, mark, 'and what it became'),
      ]);
    } else await markSome();
  }
  must(await locker.close());
}

await live();
