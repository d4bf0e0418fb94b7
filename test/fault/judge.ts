// Opens what a mutation left of a locker and says what is wrong with the answer, if anything.
import type { Bytes } from '../../shared/bytes.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Change } from '../../shared/journal/change.ts';
import { cutFrames } from '../../shared/journal/frame.ts';
import { epochName, slotName, type FolderName } from '../../shared/locker/folder.ts';
import { openLocker, type LockerSecret } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { LockerReport } from '../../shared/locker/report.ts';
import { ok, type Result } from '../../shared/result.ts';
import { deviceA, passphraseBytes, testHost } from '../support/small-locker.ts';
import { bytesOf, headerBytes, type Mutation } from './mutations.ts';
import { folderOf, noViews, type Snapshot, type Stored } from './snapshot.ts';
import { expectedOf, twinOf } from './expected.ts';

/** How a folder is opened: by the headless check, which writes nothing, or as the program does, which mends what it can. */
export type Manner = 'reading' | 'writing';

/** What a reader made of a folder. */
export interface Found {
  /** Why the passphrase did not open it, if so; the rest was then found by the recovery key. */
  readonly refused: ErrorCode | undefined;
  /** As it was when it was opened, and when everything was read again. */
  readonly reports: readonly LockerReport[];
  readonly changes: readonly Change[];
  /** By file, the bytes that came out; absent where it was refused. */
  readonly documents: ReadonlyMap<string, Bytes>;
}

export type Reader = (files: Stored, snapshot: Snapshot, manner: Manner) => Promise<Result<Found>>;

/** Opens and checks with the program's own core: by the passphrase, else by the recovery key. */
export const readWithCore: Reader = async (files, snapshot, manner) => {
  const { passphrase, recoveryKey, documents, purgedFile } = snapshot;
  const secrets: readonly LockerSecret[] = [
    { passphrase: passphraseBytes(passphrase) },
    { recoveryKey },
  ];
  const folder = folderOf(files);
  let refused: ErrorCode | undefined;
  let opened: Result<OpenLocker> | undefined;
  for (const secret of secrets) {
    const host = await testHost(folder, deviceA);
    const reader = { ...host, device: undefined };
    const writer = { ...host, views: noViews };
    opened = await openLocker(manner === 'reading' ? reader : writer, secret);
    if (opened.ok) break;
    refused ??= opened.error;
  }
  if (!opened?.ok) return opened ?? { ok: false, error: 'internal' };
  const checked = await opened.value.check();
  if (!checked.ok) return checked;
  const read = new Map<string, Bytes>();
  for (const file of [...documents.keys(), purgedFile]) {
    const document = await opened.value.openFile(file);
    if (document.ok) read.set(file, document.value.bytes);
  }
  const { changes, report } = opened.value;
  return ok({ refused, reports: [report, checked.value], changes, documents: read });
};

export interface Verdict {
  readonly detected: boolean;
  /** What the documentation says nobody can notice. */
  readonly limit?: string;
  /** Promises broken beside going undetected. */
  readonly wrong: readonly string[];
}

export async function judge(
  snapshot: Snapshot,
  mutation: Mutation,
  read: Reader,
  manner: Manner,
): Promise<Verdict> {
  const found = await read(mutation.files, snapshot, manner);
  const slots = mutation.touched.filter((name) => name.startsWith(slotName('')));
  if (!found.ok) {
    const isRight = found.error === 'locker-damaged' && slots.length > 0;
    return { detected: true, wrong: isRight ? [] : [`refused as ${found.error}`] };
  }
  const { refused, reports, changes, documents } = found.value;
  const usual = await usualNamings(snapshot, read, manner);
  const told = new Set(reports.flatMap(namings).filter((naming) => !usual.has(naming)));
  const self = manner === 'writing' ? deviceA : undefined;
  const expected = expectedOf(snapshot, mutation, self).filter(
    ({ name, oneOf: [first] }) =>
      manner === 'reading' || (name !== ownEpoch && first !== 'unpurged'),
  );
  const unmet = expected.filter(
    ({ name, oneOf, limit }) =>
      limit === undefined && !oneOf.some((naming) => told.has(`${naming}: ${name}`)),
  );
  const isNoticed = expected.some(({ limit }) => limit === undefined);
  const [limited] = expected.flatMap(({ limit }) => limit ?? []);
  const last = reports.slice(-1);
  const wrong = [
    ...wrongPlaintexts(snapshot, changes, documents),
    ...unreadableRest(snapshot, mutation, found.value),
    ...last.flatMap((report) => falselyAccused(snapshot, mutation, report)),
    ...purgedAgain(snapshot, mutation, found.value),
    ...(manner === 'writing' ? last.flatMap(notMended) : []),
  ];
  const isThere = (name: FolderName) => mutation.files.has(name) && snapshot.files.has(name);
  if (refused === 'secret-wrong' && slots.some(isThere)) {
    wrong.push('a damaged slot was called a wrong passphrase');
  }
  if (unmet.length > 0) {
    const what = unmet.map(({ name, oneOf }) => `${name} is not told as ${oneOf.join(' or ')}`);
    return { detected: false, wrong: [...wrong, ...what] };
  }
  const limit = isNoticed ? undefined : (limited ?? mended);
  return { detected: isNoticed, wrong, ...(limit === undefined ? {} : { limit }) };
}

const ownEpoch = epochName(deviceA);

/** A device's own key of views, what was purged and came back. */
const mended = 'made right by opening to write, without a word';

const usuals = new WeakMap<Snapshot, Map<Manner, ReadonlySet<string>>>();

/** What is told of the locker as it is: the run that was not closed. */
async function usualNamings(
  snapshot: Snapshot,
  read: Reader,
  manner: Manner,
): Promise<ReadonlySet<string>> {
  const known = usuals.get(snapshot)?.get(manner);
  if (known !== undefined) return known;
  const found = await read(snapshot.files, snapshot, manner);
  const usual = new Set(found.ok ? found.value.reports.flatMap(namings) : []);
  const isQuiet = Array.from(usual).every((each) => each === `unclosed: ${snapshot.newest}`);
  if (!isQuiet) throw new Error(`a whole locker is told of: ${Array.from(usual).join(', ')}`);
  const byManner = usuals.get(snapshot) ?? new Map<Manner, ReadonlySet<string>>();
  usuals.set(snapshot, byManner.set(manner, usual));
  return usual;
}

/** Everything a report names, and how. */
function namings(report: LockerReport): readonly string[] {
  return [
    ...report.damage.flatMap(({ name, why }) => [`damage: ${name}`, `damage ${why}: ${name}`]),
    ...report.unclosed.map(({ name }) => `unclosed: ${name}`),
    ...report.unexplained.map(({ name, what }) => `unexplained ${what}: ${name}`),
    ...(['missing', 'notArrived', 'stray', 'torn', 'unpurged'] as const).flatMap((list) =>
      report[list].map((name) => `${list}: ${name}`),
    ),
  ];
}

/** A purged source comes back only where the run that purged it is not as it was. */
function purgedAgain(
  { changes: kept, turning, purgedFile, everSaid }: Snapshot,
  { touched }: Mutation,
  { changes, documents }: Found,
): readonly string[] {
  const isUnread = touched.some(
    (name) => name.startsWith('keys/') && touched.includes(twinOf(name)),
  );
  if (touched.includes(turning) || isUnread) return [];
  const alive = new Set(kept.map(({ id }) => id));
  const gone = new Set(everSaid.map(({ id }) => id).filter((id) => !alive.has(id)));
  const again = changes.filter(({ id }) => gone.has(id)).map(({ id }) => `purged, and read: ${id}`);
  return documents.has(purgedFile) ? [...again, `purged, and read: ${purgedFile}`] : again;
}

function notMended({ unpurged, damage }: LockerReport): readonly string[] {
  const left = damage.filter(({ name, why }) => why === 'keys-copy' || name === ownEpoch);
  return [...unpurged, ...left.map(({ name }) => name)].map((name) => `not mended: ${name}`);
}

function wrongPlaintexts(
  snapshot: Snapshot,
  changes: readonly Change[],
  documents: Found['documents'],
): readonly string[] {
  const truth = truthOf(snapshot);
  const wrong: string[] = [];
  for (const change of changes) {
    if (truth.get(change.id) !== JSON.stringify(change))
      wrong.push(`wrong plaintext: change ${change.id}`);
  }
  if (new Set(changes.map(({ id }) => id)).size < changes.length)
    wrong.push('a change counts twice');
  for (const [file, bytes] of snapshot.documents) {
    const read = documents.get(file);
    if (read !== undefined && Buffer.compare(read, bytes) !== 0)
      wrong.push(`wrong plaintext: file ${file}`);
  }
  return wrong;
}

const truths = new WeakMap<Snapshot, ReadonlyMap<string, string>>();

function truthOf(snapshot: Snapshot): ReadonlyMap<string, string> {
  const known = truths.get(snapshot);
  if (known !== undefined) return known;
  const truth = new Map(
    snapshot.everSaid.map((change) => [change.id as string, JSON.stringify(change)]),
  );
  truths.set(snapshot, truth);
  return truth;
}

/** What the mutation did not touch must still be there: other runs, other frames, other files. */
function unreadableRest(
  snapshot: Snapshot,
  mutation: Mutation,
  { changes, documents, reports }: Found,
): readonly string[] {
  const report = reports.at(-1);
  const alive = new Set(snapshot.changes.map(({ id }) => id));
  const kept = new Set(changes.map(({ id }) => id));
  const { touched } = mutation;
  const firstPool = snapshot.runs.findIndex(({ made }) =>
    made.some(
      (name) =>
        name.startsWith('keys/') && touched.includes(name) && touched.includes(twinOf(name)),
    ),
  );
  const wrong: string[] = [];
  for (const [index, run] of snapshot.runs.entries()) {
    if (firstPool !== -1 && index >= firstPool) break; // later runs may have used its keys
    const frames = touched.includes(run.segment)
      ? survivors(snapshot, mutation, run.segment, report)
      : () => true;
    for (const [frame, own] of run.frames.entries()) {
      const gone = own.filter(({ id }) => alive.has(id) && !kept.has(id));
      if (gone.length > 0 && frames(frame))
        wrong.push(`unreadable: frame ${String(frame)} of ${run.segment}`);
    }
    for (const { kind, payload } of run.frames.flat()) {
      if (kind !== 'source-imported' || touched.includes(run.segment)) continue;
      const { file } = payload.original;
      if (file === snapshot.purgedFile) continue;
      if (!touched.includes(`files/${file}` as FolderName) && !documents.has(file))
        wrong.push(`unreadable: file ${file}`);
    }
  }
  return wrong;
}

/** Which frames of a flipped segment must still be readable: all but the one hit, or those before a length that was hit. */
function survivors(
  { files }: Snapshot,
  { flippedAt }: Mutation,
  segment: FolderName,
  report: LockerReport | undefined,
): (frame: number) => boolean {
  if (flippedAt === undefined) return () => false;
  const { frames } = cutFrames(bytesOf(files, segment), headerBytes);
  const hit = frames.findIndex(({ from, to }) => flippedAt >= from && flippedAt < to);
  const isCutOff = report?.damage.some(({ name, why }) => name === segment && why === 'length');
  return (frame) => (isCutOff === true ? frame < hit : frame !== hit);
}

/**
 * Damage and absence are told of the files they befell and of no others; but keys that were purged are lost keys to who cannot
 * read that they were purged.
 */
function falselyAccused(
  { files, turning }: Snapshot,
  { touched }: Mutation,
  { damage, missing }: LockerReport,
): readonly string[] {
  const names = [...damage.map(({ name }) => name), ...missing];
  return names
    .filter((name) => !touched.includes(name) && files.has(name))
    .filter((name) => !(name.startsWith('keys/') && touched.includes(turning)))
    .map((name) => `accused though untouched: ${name}`);
}
