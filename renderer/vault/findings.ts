// A report in words for a person: what is not whole, what that means for their work, and what to do.
import { displayTitle, sourceFiles } from '../../shared/evidence/source.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import { fileName, type FolderName } from '../../shared/locker/folder.ts';
import type { Damage, LockerReport } from '../../shared/locker/report.ts';
import type { Run } from '../../shared/locker/runs.ts';
import type { Finding } from './calls/safekeeping.ts';

const fromBackup = 'Bring it back from a backup.';
const wait = 'If the folder is being synchronised, wait until all of it has arrived.';

/** Worst first; none where all is well. `runs`: the sessions that are known. */
export function findingsOf(
  report: LockerReport,
  state: LibraryState,
  runs: readonly Run[],
): readonly Finding[] {
  const session = (name: FolderName) => sessionOf(name, runs, state);
  return [
    ...oncePerSegment(report.damage).map((damage) => damaged(damage, state, session(damage.name))),
    ...report.missing.map((name) => absent(name, 'missing', state)),
    ...report.notArrived.map((name) => absent(name, 'not-arrived', state)),
    ...report.unclosed.map(({ name, lastAt }): Finding => ({
      kind: 'unclosed',
      at: lastAt,
      what: `A ${session(name).whose} ended without closing`,
      means: 'Everything that was saved in it up to this moment is here.',
      todo: 'Nothing, unless you remember later work: then check your other copies.',
    })),
    ...report.torn.map((): Finding => ({
      kind: 'torn',
      what: 'The last act of a session is cut off',
      means: 'The program ended while it was being written. It was never shown as saved.',
      todo: 'Nothing.',
    })),
    ...leftOver(report),
  ];
}

/** A segment with ten damaged frames is one session that lost acts. What nothing can be read after is the worst of it. */
function oncePerSegment(damage: readonly Damage[]): readonly Damage[] {
  const worst = new Map<FolderName, Damage>();
  for (const each of damage) if (!worst.has(each.name) || cutsOff(each)) worst.set(each.name, each);
  return [...worst.values()];
}

function cutsOff({ why }: Damage): boolean {
  return why === 'shortened' || why === 'length' || why === 'header';
}

interface SessionWords {
  /** "session of R. Ito" */
  readonly whose: string;
  readonly at: number;
}

/** Whose session a segment holds, and when it began, as far as anything in it can be read. */
function sessionOf(name: FolderName, runs: readonly Run[], state: LibraryState): SessionWords {
  const run = runs.find((each) => each.name === name);
  const people = (run?.people ?? []).map((id) => state.people.get(id)?.name ?? 'someone');
  return {
    whose: people.length === 0 ? 'session' : `session of ${people.join(' and ')}`,
    at: run?.beganAt ?? 0,
  };
}

function damaged({ name, why }: Damage, state: LibraryState, { whose, at }: SessionWords): Finding {
  if (name.startsWith('files/')) return ofFile(name, 'damaged', state);
  if (name.startsWith('slots/')) {
    return {
      kind: 'damaged',
      what: 'A passphrase or recovery key’s own file is damaged',
      means: 'One passphrase or recovery key may no longer open the locker. The others do.',
      todo: fromBackup,
    };
  }
  if (name.startsWith('epoch/')) {
    return {
      kind: 'damaged',
      what: 'A key of rebuildable views is damaged',
      means: 'Nothing is lost.',
      todo: 'Nothing: its device makes it again when it next unlocks the locker.',
    };
  }
  if (why === 'keys-copy') {
    return {
      kind: 'damaged',
      what: 'One of the two copies of a file of keys is damaged or gone',
      means: 'The other copy is whole and is used. Nothing is lost.',
      todo: 'Nothing: it is made again from the other one when the locker is next unlocked.',
    };
  }
  if (name.startsWith('keys/')) {
    return {
      kind: 'damaged',
      what: 'A file of keys is damaged',
      means: 'Sources and marks that were sealed under these keys cannot be read.',
      todo: fromBackup,
    };
  }
  return {
    kind: 'damaged',
    at,
    what: `The record of a ${whose} is damaged`,
    means: cutsOff({ name, why })
      ? 'Acts at its end cannot be read: marks, notes or details may be missing. What came before is used.'
      : 'One or more of its acts cannot be trusted and are left out. Its other acts are used.',
    todo: fromBackup,
  };
}

function absent(name: FolderName, kind: 'missing' | 'not-arrived', state: LibraryState): Finding {
  if (name.startsWith('files/')) return ofFile(name, kind, state);
  const todo = kind === 'missing' ? fromBackup : wait;
  return name.startsWith('keys/')
    ? {
        kind,
        what: kind === 'missing' ? 'A file of keys is missing' : 'A file of keys has not arrived',
        means: 'Sources and marks that were sealed under these keys cannot be read.',
        todo,
      }
    : {
        kind,
        what:
          kind === 'missing'
            ? 'The record of a session is missing'
            : 'The record of a session on another device has not arrived, or not all of it',
        means: 'The work of that session is not shown.',
        todo,
      };
}

function ofFile(
  name: FolderName,
  kind: 'damaged' | 'missing' | 'not-arrived',
  state: LibraryState,
): Finding {
  const source = Array.from(state.sources.values()).find((each) =>
    sourceFiles(each).map(fileName).includes(name),
  );
  const todo = kind === 'not-arrived' ? wait : fromBackup;
  const state_ = { damaged: 'is damaged', missing: 'is missing', 'not-arrived': 'has not arrived' }[
    kind
  ];
  if (source === undefined) {
    return { kind, what: `A sealed file ${state_}`, means: 'No source here uses it.', todo };
  }
  const isText = source.working !== undefined && fileName(source.working.file) === name;
  return {
    kind,
    source: source.id,
    what: `The ${isText ? 'text' : 'original'} of “${displayTitle(source)}” ${state_}`,
    means: isText
      ? 'It cannot be opened in the reader. Its marks are kept, with their words; quotes from it say that the source could not be verified.'
      : 'Its text and marks can be used, but they cannot be compared with the original; quotes from it say that the source could not be verified.',
    todo,
  };
}

function leftOver({ stray, foreign }: LockerReport): readonly Finding[] {
  const count = stray.length + foreign;
  if (count === 0) return [];
  return [
    {
      kind: 'stray',
      what:
        count === 1
          ? 'One file is not part of this locker’s record'
          : `${String(count)} files are not part of this locker’s record`,
      means:
        'They were left by an import or key that was given up, or put there. They are never opened.',
      todo: 'Nothing.',
    },
  ];
}
