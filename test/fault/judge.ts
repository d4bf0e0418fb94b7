// Opens what a mutation left of a locker and says what is wrong with the answer, if anything.
import type { Bytes } from '../../shared/bytes.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import type { Change } from '../../shared/journal/change.ts';
import { cutFrames } from '../../shared/journal/frame.ts';
import { slotName, type FolderName } from '../../shared/locker/folder.ts';
import { openLocker, type LockerSecret } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { LockerReport } from '../../shared/locker/report.ts';
import { ok, type Result } from '../../shared/result.ts';
import { deviceA, passphraseBytes, testHost } from '../support/small-locker.ts';
import { bytesOf, headerBytes, type Mutation } from './mutations.ts';
import { folderOf, type Snapshot, type Stored } from './snapshot.ts';

/** What a reader made of a folder. */
export interface Found {
  /** Why the passphrase did not open it, if so; the rest was then found by the recovery key. */
  readonly refused: ErrorCode | undefined;
  readonly report: LockerReport;
  readonly changes: readonly Change[];
  /** By file, the bytes that came out; absent where it was refused. */
  readonly documents: ReadonlyMap<string, Bytes>;
}

export type Reader = (files: Stored, snapshot: Snapshot) => Promise<Result<Found>>;

/** Opens and checks with the program's own core: by the passphrase, else by the recovery key. */
export const readWithCore: Reader = async (files, { passphrase, recoveryKey, documents }) => {
  const secrets: readonly LockerSecret[] = [
    { passphrase: passphraseBytes(passphrase) },
    { recoveryKey },
  ];
  let refused: ErrorCode | undefined;
  let opened: Result<OpenLocker> | undefined;
  for (const secret of secrets) {
    opened = await openLocker(await testHost(folderOf(files), deviceA), secret);
    if (opened.ok) break;
    refused ??= opened.error;
  }
  if (!opened?.ok) return opened ?? { ok: false, error: 'internal' };
  const checked = await opened.value.check();
  if (!checked.ok) return checked;
  const read = new Map<string, Bytes>();
  for (const file of documents.keys()) {
    const document = await opened.value.openFile(file);
    if (document.ok) read.set(file, document.value.bytes);
  }
  const { changes, report: atOpening } = opened.value;
  // A slot that came back is told of at the opening, and gone by the time of the check.
  const stray = Array.from(new Set([...atOpening.stray, ...checked.value.stray]));
  // A damaged copy of keys is told at the opening and made again from the other one: the check finds it whole.
  const mended = atOpening.damage.filter(({ why }) => why === 'keys-copy');
  const damage = [...mended, ...checked.value.damage];
  const report = { ...checked.value, stray, damage };
  return ok({ refused, report, changes, documents: read });
};

export interface Verdict {
  readonly detected: boolean;
  /** What the documentation says nobody can notice. */
  readonly limit?: string;
  /** Promises broken beside going undetected. */
  readonly wrong: readonly string[];
}

/** What the documentation says of folders that anybody can write to. */
export const limits = {
  all: 'the whole folder set back to an older copy',
  newest: 'the newest run taken away',
  shortened: 'the newest unclosed run shortened',
  slot: 'a slot taken away',
  copy: 'one of the two copies of keys taken away, and made again from the other',
} as const;

export async function judge(
  snapshot: Snapshot,
  mutation: Mutation,
  read: Reader,
): Promise<Verdict> {
  const found = await read(mutation.files, snapshot);
  const slots = mutation.touched.filter((name) => name.startsWith(slotName('')));
  if (!found.ok) {
    const isRight = found.error === 'locker-damaged' && slots.length > 0;
    return { detected: true, wrong: isRight ? [] : [`refused as ${found.error}`] };
  }
  const { refused, report, changes, documents } = found.value;
  const named = namesIn(report);
  const isQuiet = (name: FolderName) => !named.has(name) && isMadeAgain(mutation, name);
  const unnamed = mutation.touched.filter((name) => !named.has(name) && !isQuiet(name));
  const limit = mutation.touched.every(isQuiet)
    ? limits.copy
    : unnamed.length === 0
      ? undefined
      : limitOf(snapshot, mutation, report);
  const wrong = [
    ...wrongPlaintexts(snapshot, changes, documents),
    ...unreadableRest(snapshot, mutation, found.value),
    ...falselyAccused(snapshot, mutation, report),
  ];
  const isThere = (name: FolderName) => mutation.files.has(name) && snapshot.files.has(name);
  if (refused === 'secret-wrong' && slots.some(isThere)) {
    wrong.push('a damaged slot was called a wrong passphrase');
  }
  const detected = unnamed.length === 0 || isCovered(mutation, unnamed);
  return { detected, wrong, ...(limit === undefined ? {} : { limit }) };
}

/** Unclosed ends count: a run that was closed is not in that list. */
function namesIn({
  damage,
  missing,
  notArrived,
  stray,
  torn,
  unclosed,
}: LockerReport): ReadonlySet<FolderName> {
  const names = [...damage, ...unclosed].map(({ name }) => name);
  return new Set([...names, ...missing, ...notArrived, ...stray, ...torn]);
}

function limitOf(
  snapshot: Snapshot,
  { kind, how, files, touched }: Mutation,
  report: LockerReport,
): string | undefined {
  const { newest } = snapshot;
  if (kind === 'set-back' && how === 'everything') return limits.all;
  const isNewestGone = !files.has(newest);
  if (isNewestGone) return limits.newest;
  const isUnclosed = report.unclosed.some(({ name }) => name === newest);
  if (touched.includes(newest) && isUnclosed) return limits.shortened;
  const slots = touched.filter((name) => name.startsWith(slotName('')));
  if (slots.length > 0 && slots.every((name) => !files.has(name))) return limits.slot;
  return undefined;
}

/** One copy of a pool that is gone while the other was not touched. */
function isMadeAgain({ files, touched }: Mutation, name: FolderName): boolean {
  const twin = twinOf(name);
  return !files.has(name) && files.has(twin) && !touched.includes(twin);
}

/** The other copy of a pool. */
function twinOf(name: FolderName): FolderName {
  return (name.endsWith('.2') ? name.slice(0, -2) : `${name}.2`) as FolderName;
}

/**
 * Of several files set back together it is enough that some are named: what is gone with the run or the pool that named it
 * cannot be missed by its own name, nor can a slot be known as replaced without the run that says so.
 */
function isCovered({ kind, files, touched }: Mutation, unnamed: readonly FolderName[]): boolean {
  const cannotBeNamed = (name: FolderName) => !files.has(name) || name.startsWith(slotName(''));
  return kind === 'set-back' && unnamed.length < touched.length && unnamed.every(cannotBeNamed);
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
    snapshot.changes.map((change) => [change.id as string, JSON.stringify(change)]),
  );
  truths.set(snapshot, truth);
  return truth;
}

/** What the mutation did not touch must still be there: other runs, other frames, other files. */
function unreadableRest(
  snapshot: Snapshot,
  mutation: Mutation,
  { changes, documents, report }: Found,
): readonly string[] {
  const kept = new Set(changes.map(({ id }) => id));
  const { touched } = mutation;
  const firstPool = snapshot.runs.findIndex(({ pools }) =>
    pools.some((name) => touched.includes(name) && touched.includes(twinOf(name))),
  );
  const wrong: string[] = [];
  for (const [index, run] of snapshot.runs.entries()) {
    if (firstPool !== -1 && index >= firstPool) break; // later runs may have used its keys
    const frames = touched.includes(run.segment)
      ? survivors(snapshot, mutation, run.segment, report)
      : () => true;
    for (const [frame, own] of run.frames.entries()) {
      const gone = own.filter(({ id }) => !kept.has(id));
      if (gone.length > 0 && frames(frame))
        wrong.push(`unreadable: frame ${String(frame)} of ${run.segment}`);
    }
    for (const { kind, payload } of run.frames.flat()) {
      if (kind !== 'source-imported' || touched.includes(run.segment)) continue;
      const { file } = payload.original;
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
  report: LockerReport,
): (frame: number) => boolean {
  if (flippedAt === undefined) return () => false;
  const { frames } = cutFrames(bytesOf(files, segment), headerBytes);
  const hit = frames.findIndex(({ from, to }) => flippedAt >= from && flippedAt < to);
  const isCutOff = report.damage.some(({ name, why }) => name === segment && why === 'length');
  return (frame) => (isCutOff ? frame < hit : frame !== hit);
}

/** Damage and absence are told of the files they befell and of no others. */
function falselyAccused(
  { files }: Snapshot,
  { touched }: Mutation,
  { damage, missing }: LockerReport,
): readonly string[] {
  const names = [...damage.map(({ name }) => name), ...missing];
  return names
    .filter((name) => !touched.includes(name) && files.has(name))
    .map((name) => `accused though untouched: ${name}`);
}
