// `check`: the files of a locker on a disk are changed as a hand or a failing disk changes them, and the headless check must say
// so: with exit code 1 and the name for everything that is damaged or gone, by its name at least for everything that was put there.
import { execFileSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { diskFolder } from '../../electron/locker/folder.ts';
import { openLocker } from '../../shared/locker/locker.ts';
import { checkLocker, checkUnopened, type Checked } from '../../tools/check-locker.ts';
import { leastCost } from '../../shared/crypto/argon2.ts';
import { must, passphraseBytes, testHost } from '../support/small-locker.ts';
import { count, newTally, type Campaign, type FaultContext, type Tally } from './campaign.ts';
import { bytesOf } from './mutations.ts';
import { randomOfStep, type Random } from './random.ts';
import { seedCrypto } from './seeded-crypto.ts';
import { makeSnapshot, type Snapshot } from './snapshot.ts';
import { runSteps } from './steps.ts';

export const check: Campaign = {
  name: 'check',
  promise: 'the headless check names every file that was changed, taken away or put there',
  shortN: 100,
  fullN: 2_000,
  run: (context) => runCheck(context, checkFolder),
};

/** How many steps go through the command itself, a process each. */
const throughCommand = 3;

type Check = (root: string, passphrase: string) => Promise<Checked>;

/** A hand in the folder: what it does, and what must be told of it. */
interface Deed {
  readonly what: string;
  /** Of these names, or of one of them where it moves one. */
  readonly names: readonly string[];
  readonly exitCodes: readonly number[];
}

/** The check is a parameter so that a test can hand in one that is silent. */
export async function runCheck(context: FaultContext, look: Check): Promise<Tally> {
  const tally = newTally();
  const { costly, cheap } = await seededSnapshots(context.seed);
  await runSteps(context, tally, async (step, random) => {
    const root = path.join(context.scratch, `step-${String(step)}`);
    const isSlow = step < throughCommand;
    const snapshot = isSlow ? costly : cheap;
    for (const [name, bytes] of snapshot.files) put(root, name, bytes);
    const deed = disturb(root, snapshot, random);
    const found = isSlow
      ? byCommand(root, snapshot.passphrase)
      : await look(root, snapshot.passphrase);
    count(tally.figures, isSlow ? `${deed.what}, by the command` : deed.what);
    tally.mutations++;
    const told = found.lines.join('\n');
    const isNamed = deed.names.every((name) => told.includes(name));
    if (isNamed && deed.exitCodes.includes(found.exitCode)) tally.detected++;
    else {
      tally.undetected++;
      const what = `${deed.what} (${deed.names.join(', ')}): exit code ${String(found.exitCode)}: ${told}`;
      tally.failures.push({ step, what });
    }
    rmSync(root, { recursive: true, force: true, maxRetries: 5 });
  });
  return tally;
}

/** One with the cost that the command insists on. */
async function seededSnapshots(seed: number): Promise<Record<'costly' | 'cheap', Snapshot>> {
  const random = randomOfStep(seed, -1);
  const seeded = seedCrypto(random);
  try {
    const costly = await makeSnapshot(random, 'closed', leastCost);
    return { costly, cheap: await makeSnapshot(random, 'closed') };
  } finally {
    seeded.restore();
  }
}

export async function checkFolder(root: string, passphrase: string): Promise<Checked> {
  const folder = diskFolder(root, { readOnly: true });
  const host = { ...(await testHost(folder)), device: undefined };
  const opened = await openLocker(host, { passphrase: passphraseBytes(passphrase) });
  return opened.ok
    ? must(await checkLocker(opened.value, root))
    : checkUnopened(opened.error, folder, root);
}

function byCommand(root: string, passphrase: string): Checked {
  const tool = path.resolve(import.meta.dirname, '../../tools/run.mjs');
  const args = [tool, 'locker', 'check', '--locker', root, '--passphrase-stdin'];
  const options = { input: `${passphrase}\n`, encoding: 'utf8', stdio: 'pipe' } as const;
  try {
    return { json: null, lines: [execFileSync(process.execPath, args, options)], exitCode: 0 };
  } catch (error) {
    const { status, stdout, stderr } = error as Record<'stdout' | 'stderr', string> & {
      status: 1 | 2;
    };
    return { json: null, lines: [stdout, stderr], exitCode: status };
  }
}

function disturb(root: string, snapshot: Snapshot, random: Random): Deed {
  const { files, newest, runs } = snapshot;
  const own = runs.at(-1)?.device ?? '';
  const others = runs.filter(({ device }) => device !== own).flatMap(({ made }) => made);
  // Of the newest run, and of what another device made, less can be promised: `flip` has them.
  const name = random.pick(
    Array.from(files.keys()).filter((each) => each !== newest && !others.includes(each)),
  );
  const at = path.join(root, ...name.split('/'));
  const bytes = bytesOf(files, name);
  /** What of a file that is gone is told: keys of views are made again, a slot may be one that opens. */
  const gone = (what: string, ...more: string[]): Deed => {
    if (name.startsWith('epoch/')) return { what, names: more, exitCodes: [0] };
    if (!name.startsWith('slots/')) return { what, names: [name, ...more], exitCodes: [1] };
    return { what, names: more, exitCodes: [0, 1] };
  };
  const changed = (what: string, with_: Uint8Array): Deed => {
    writeFileSync(at, with_);
    return { what, names: [name], exitCodes: [1] };
  };
  switch (random.below(11)) {
    case 0: {
      const place = random.below(bytes.length);
      return changed(
        'a bit flipped',
        bytes.with(place, (bytes[place] ?? 0) ^ (1 << random.below(8))),
      );
    }
    case 1:
      return changed('cut', bytes.subarray(0, random.below(bytes.length)));
    case 2:
      return changed('cut to nothing', new Uint8Array());
    case 3: {
      const isOpen = runs.some(
        ({ segment, frames }) => segment === name && frames.at(-1)?.length !== 0,
      );
      const more = Buffer.concat([bytes, Buffer.alloc(random.between(1, 600))]);
      return { ...changed('zeros behind it', more), ...(isOpen ? { exitCodes: [0, 1] } : {}) };
    }
    case 4:
      rmSync(at);
      return gone('deleted');
    case 5:
      rmSync(at);
      mkdirSync(at);
      return gone('a folder in its place', name);
    case 6: {
      renameSync(at, `${at}.moved`);
      symlinkSync(`${path.basename(at)}.moved`, at);
      return gone('a link in its place', name);
    }
    case 7: {
      const upper = name.replace(/[^/]+$/, (last) => last.toUpperCase());
      renameSync(at, path.join(root, ...upper.split('/')));
      return upper === name ? gone('deleted') : gone('called in capitals', upper);
    }
    case 8: {
      const copy = `${name} (conflicted copy)`;
      put(root, copy, bytes);
      return { what: 'a copy beside it', names: [copy], exitCodes: [0] };
    }
    case 9: {
      const stranger = random.pick(['.DS_Store', 'files/readme.txt', 'journal/x', `${name}.tmp`]);
      put(root, stranger, bytes);
      return { what: 'a foreign file', names: [stranger], exitCodes: [0] };
    }
    default: {
      const id = Buffer.from(random.bytes(16)).toString('hex');
      const twin = name.replace(/[0-9a-f]{32}(?=(?:\.seg|\.2)?$)/, id);
      put(root, twin, bytes);
      return { what: 'the same under another id', names: [twin], exitCodes: [0, 1] };
    }
  }
}

function put(root: string, name: string, bytes: Uint8Array): void {
  const at = path.join(root, ...name.split('/'));
  mkdirSync(path.dirname(at), { recursive: true });
  writeFileSync(at, bytes);
}
