// What the lives of one locker were told, and what is wrong with what they left.
import { existsSync, readFileSync } from 'node:fs';
import { diskFolder } from '../../electron/locker/folder.ts';
import type { Change } from '../../shared/journal/change.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import { must, passphraseBytes, testHost } from '../support/small-locker.ts';
import type { Life, Saying } from './killed-life.ts';
import { isSameChange } from './same-change.ts';

export const firstPassphrase = 'the first passphrase of all';

interface Told {
  readonly saved: readonly Change[];
  /** Sources whose purge was asked for, and those that were told to be gone. */
  readonly doomed: readonly string[];
  readonly purged: readonly string[];
  /** Lockers whose keys were told to be renewed. */
  readonly obsolete: readonly string[];
  /** Lines `device seq kind` of the program itself. */
  readonly acks: readonly string[];
  /** The passphrase, and while it was being changed the next one. */
  readonly passphrases: readonly string[];
  /** Those that were replaced before the end. */
  readonly replaced: readonly string[];
}

/** What all lives of this locker were told. A line without its end was never heard by anybody. */
export function hear({ said, acks }: Life): Told {
  const told = {
    ...{ saved: [] as Change[], doomed: [] as string[], purged: [] as string[] },
    ...{ obsolete: [] as string[], replaced: [] as string[] },
  };
  let passphrases = [firstPassphrase];
  for (const line of linesOf(said)) {
    const saying = JSON.parse(line) as Saying;
    if ('saved' in saying) told.saved.push(...saying.saved);
    else if ('purging' in saying) told.doomed.push(saying.purging);
    else if ('purged' in saying) told.purged.push(saying.purged);
    else if ('renewed' in saying) told.obsolete.push(saying.renewed);
    else if ('changing' in saying) passphrases = [...passphrases, saying.changing];
    else if ('settled' in saying) passphrases = [saying.settled];
    else {
      told.replaced.push(...passphrases.filter((each) => each !== saying.changed));
      passphrases = [saying.changed];
    }
  }
  return { ...told, acks: linesOf(acks), passphrases };
}

function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : [];
}

interface Left {
  /** Ids or ack lines of what is gone. */
  readonly lost: readonly string[];
  readonly wrong: readonly string[];
  readonly passphrase?: string;
}

/**
 * Opens what is left as a program that only reads, and compares it with what was told. `subjects`, by ack line, is what earlier lives
 * left: a line may have been written and its act never answered before its source was purged.
 */
export async function lookAt(
  { folder }: Life,
  { saved, doomed, purged, obsolete, acks, passphrases, replaced }: Told,
  subjects: Map<string, string>,
): Promise<Left> {
  const open = async (passphrase: string) => {
    const host = await testHost(diskFolder(folder, { readOnly: true }));
    return openLocker(host, { passphrase: passphraseBytes(passphrase) });
  };
  let opened: { readonly locker: OpenLocker; readonly passphrase: string } | undefined;
  for (const passphrase of passphrases) {
    const tried = await open(passphrase);
    if (tried.ok) opened ??= { locker: tried.value, passphrase };
  }
  if (opened === undefined) {
    const lost = [...saved.map(({ id }) => id), ...acks];
    return { lost, wrong: lost.length > 0 ? ['the locker does not open'] : [] };
  }
  const { locker, passphrase } = opened;
  const { changes } = locker;
  const kept = new Map(changes.map((change) => [change.id, change]));
  const lines = new Set(changes.map(lineOf));
  for (const change of [...saved, ...changes]) subjects.set(lineOf(change), change.subject);
  const mayBeGone = (subject = '') => doomed.some((source) => subject.includes(source));
  const lost = [
    ...saved
      .filter((told) => !mayBeGone(told.subject) && !isSameChange(kept.get(told.id), told))
      .map(({ id }) => id),
    ...acks.filter((line) => !lines.has(line) && !mayBeGone(subjects.get(line))),
  ];
  const report = must(await locker.check());
  const found = [...report.damage, ...report.missing, ...report.notArrived];
  const back = purged.filter((source) => changes.some(({ subject }) => subject.includes(source)));
  const wrong = [
    ...found.map((each) => `check finds ${JSON.stringify(each)}`),
    ...back.map((source) => `${source} is read, and was purged`),
  ];
  if (lost.length > 0)
    wrong.push(`lost: ${lost.slice(0, 3).join(', ')} and ${String(lost.length - 1)} more`);
  if (obsolete.includes(locker.lockerId)) wrong.push('the keys of before count');
  const last = replaced.at(-1);
  if (last !== undefined && (await open(last)).ok)
    wrong.push('a replaced passphrase still opens it');
  return { lost, wrong, passphrase };
}

function lineOf({ device, seq, kind }: Change): string {
  return `${device} ${String(seq)} ${kind}`;
}
