// What is left of a locker whose program was killed, looked at through the headless command, as an outsider would.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Place } from '../support/running-app.ts';
import type { Locker } from './kill-app-acts.ts';

export function lookAt({ place, acks, passphrases, doomed, subjects }: Locker): {
  readonly lost: number;
  readonly acks: number;
  readonly found: readonly string[];
} {
  const lines = existsSync(acks) ? readFileSync(acks, 'utf8').split('\n').slice(0, -1) : [];
  const json = path.join(path.dirname(acks), 'journal.json');
  for (const passphrase of passphrases) {
    const journal = command('journal', place, passphrase, json);
    if (journal.status !== 0) continue;
    const kept = readSubjects(json);
    // Of a source that is being purged nothing need be there; its removal was told within the same life.
    const mayBeGone = (line: string) =>
      doomed !== undefined &&
      (subjects.get(line)?.includes(doomed) === true || line.endsWith(' source-removed'));
    const lost = lines.filter((line) => !kept.has(line) && !mayBeGone(line));
    const check = command('check', place, passphrase, path.join(path.dirname(acks), 'check.json'));
    const found = check.status === 0 ? [] : [`check: ${check.printed}`];
    if (lost.length > 0) found.push(`lost: ${lost.join(', ')}`);
    return { lost: lost.length, acks: lines.length, found };
  }
  const found = lines.length === 0 ? [] : [`${String(lines.length)} acks, and it does not open`];
  return { lost: lines.length, acks: lines.length, found };
}

function command(
  name: 'journal' | 'check',
  { locker }: Place,
  passphrase: string,
  json: string,
): { readonly status: number; readonly printed: string } {
  const tool = path.resolve(import.meta.dirname, '../../tools/run.mjs');
  const args = [tool, 'locker', name, '--locker', locker, '--passphrase-stdin', '--json', json];
  try {
    const printed = execFileSync(process.execPath, args, {
      input: `${passphrase}\n`,
      encoding: 'utf8',
      stdio: 'pipe',
    });
    return { status: 0, printed };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { status, printed: `${stdout}${stderr}` };
  }
}

/** The subject of every change of a journal, by the line main acknowledges it with. */
function readSubjects(json: string): ReadonlyMap<string, string> {
  const { changes } = JSON.parse(readFileSync(json, 'utf8')) as {
    changes: readonly { device: string; seq: number; kind: string; subject: string }[];
  };
  return new Map(
    changes.map(({ device, seq, kind, subject }) => [`${device} ${String(seq)} ${kind}`, subject]),
  );
}

export function subjectsOf(
  { place, acks }: Locker,
  passphrase: string,
): ReadonlyMap<string, string> {
  const json = path.join(path.dirname(acks), 'subjects.json');
  const { status, printed } = command('journal', place, passphrase, json);
  if (status !== 0) throw new Error(printed);
  return readSubjects(json);
}

export function opens({ place, acks }: Locker, passphrase: string): boolean {
  return (
    command('journal', place, passphrase, path.join(path.dirname(acks), 'opens.json')).status === 0
  );
}
