// What the reading of a locker found, in words for the person who has just unlocked it.
import type { Person } from '../../shared/evidence/person.ts';
import { displayTitle, sourceFiles } from '../../shared/evidence/source.ts';
import type { LibraryState } from '../../shared/library/library-state.ts';
import { fileName, type FolderName } from '../../shared/locker/folder.ts';
import type { OpenLocker } from '../../shared/locker/open-locker.ts';
import type { Damage, DamageReason } from '../../shared/locker/report.ts';
import type { OpenReport } from './calls/opening.ts';

/** More alarms than this are counted, not listed. */
const mostAlarms = 20;

/** Ends the sentence "A part of the journal …", or names what else is damaged. */
const reasons: Readonly<Record<DamageReason, string>> = {
  header: 'A part of the journal is not what its name says.',
  length: 'A part of the journal is damaged; acts after the damage cannot be read.',
  chain: 'An act in the journal does not follow from the one before it.',
  altered: 'An act in the journal was changed and cannot be opened.',
  misplaced: 'An act in the journal was removed, repeated or moved.',
  unreadable: 'An act in the journal is of a kind this version cannot read.',
  'after-closing': 'Something was added to the journal after a session had closed.',
  slot: 'A key slot is damaged; its passphrase may no longer open the locker.',
  keys: 'A file of keys is damaged; what was sealed under them cannot be opened.',
  'keys-copy':
    'One of the two copies of a file of keys is damaged or gone. The other one is whole; nothing is lost.',
  epoch: 'The key of rebuildable views is damaged. It is made again; nothing is lost.',
  shortened: 'A part of the journal is shorter than it was.',
  rewritten: 'A part of the journal was exchanged for another.',
  content: 'A file is damaged.',
};

/** By a merge, or because the program ended between saying so and doing it. The opening has deleted it again. */
const slotCameBack =
  'A passphrase or recovery key that had been replaced or taken away lay in the locker’s folder again. It opens older copies of the locker.';

export function describeOpening(
  { report, state, rebuilt }: Pick<OpenLocker, 'report' | 'state' | 'rebuilt'>,
  person: Person,
): OpenReport {
  const alarms = [
    ...new Set([
      ...report.damage.map((damage) => describeDamage(damage, state)),
      ...report.missing.map((name) => `${describeFile(name, state)} is missing.`),
      ...report.stray.filter((name) => name.startsWith('slots/')).map(() => slotCameBack),
    ]),
  ];
  const more = alarms.length - mostAlarms;
  return {
    person,
    unclosed: report.unclosed.map(({ device, lastAt }) => ({ device, lastAt })),
    alarms: more > 0 ? [...alarms.slice(0, mostAlarms), `And ${more} more.`] : alarms,
    notArrived: report.notArrived.length,
    rebuilt,
  };
}

function describeDamage({ name, why }: Damage, state: LibraryState): string {
  return why === 'content' ? `${describeFile(name, state)} is damaged.` : reasons[why];
}

function describeFile(name: FolderName, state: LibraryState): string {
  const source = [...state.sources.values()].find((each) =>
    sourceFiles(each).map(fileName).includes(name),
  );
  if (source === undefined) return 'A part of the locker';
  const isText = source.working !== undefined && fileName(source.working.file) === name;
  return `The ${isText ? 'text' : 'original'} of “${displayTitle(source)}”`;
}
