// What `npm run locker -- check` finds: everything the locker's own reading names, what else lies in its folder, and, where
// the passphrase does not open it, which key slots are damaged or gone.
import { nodeDisk } from '../electron/locker/disk.ts';
import { walk } from '../electron/locker/walk.ts';
import { explain, type ErrorCode } from '../shared/errors.ts';
import type { LockerFolder } from '../shared/locker/folder.ts';
import type { OpenLocker } from '../shared/locker/open-locker.ts';
import { describeReport } from '../shared/locker/report.ts';
import { readSlots } from '../shared/locker/slot-files.ts';
import { ok, type Result } from '../shared/result.ts';

export interface Checked {
  readonly json: unknown;
  readonly lines: readonly string[];
  /** 0 whole (an unclosed end is), 1 damaged or incomplete, 2 not opened. */
  readonly exitCode: 0 | 1 | 2;
}

/** `root`: the folder the locker lies in, for what is none of its files. */
export async function checkLocker(locker: OpenLocker, root: string): Promise<Result<Checked>> {
  const checked = await locker.check();
  if (!checked.ok) return checked;
  const report = checked.value;
  const foreign = await foreignNames(root);
  const exitCode = report.damage.length + report.missing.length > 0 ? 1 : 0;
  const lines = [...foreign.map(describeForeign), ...describeReport(report)];
  return ok({ json: { ...report, foreignNames: foreign }, lines, exitCode });
}

/** Why it was not opened, and what can be told without a key. */
export async function checkUnopened(
  error: ErrorCode,
  folder: LockerFolder,
  root: string,
): Promise<Checked> {
  const { sentence, nextStep } = explain(error);
  const told = [`${sentence} ${nextStep}`];
  if (error === 'locker-newer' || error === 'locker-absent') {
    return { json: { refused: error }, lines: told, exitCode: 2 };
  }
  const listing = await folder.list();
  const slots = listing.ok ? await readSlots(folder, listing.value) : listing;
  const foreign = await foreignNames(root);
  const damaged = slots.ok ? slots.value.damaged : [];
  const isDoorGone =
    slots.ok &&
    damaged.length === 0 &&
    !slots.value.slots.some(({ body }) => body.kind === 'passphrase');
  const lines = [
    ...told,
    ...foreign.map(describeForeign),
    ...damaged.map((name) => `damaged: ${name}: this key slot was altered`),
    ...(isDoorGone ? ['missing: slots/…: no key slot of any passphrase is here'] : []),
  ];
  const isDamaged = error === 'locker-damaged' || damaged.length > 0 || isDoorGone;
  const damage = damaged.map((name) => ({ name, why: 'slot' }));
  const json = { refused: error, damage, foreignNames: foreign };
  return { json, lines, exitCode: isDamaged ? 1 : 2 };
}

/** Files, folders and links that are none of the format's, and writes that did not finish. */
async function foreignNames(root: string): Promise<readonly string[]> {
  try {
    const { foreign, temporary } = await walk(nodeDisk, root);
    return [...foreign, ...temporary].sort();
  } catch {
    return []; // the locker's own reading says what is wrong with the folder
  }
}

/** A name may hold anything: what would steer a terminal is shown as its number. */
function describeForeign(name: string): string {
  const shown = JSON.stringify(name).replaceAll(
    /[^\p{L}\p{N}\p{P}\p{S}\p{M} ]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  return `not a file of the locker: ${shown}`;
}
