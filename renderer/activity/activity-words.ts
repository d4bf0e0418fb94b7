import type { ActivityGroup } from '../../shared/activity/filter.ts';
import type { ChangeKind } from '../../shared/journal/change.ts';
import type { ChainBreak } from '../../shared/locker/runs.ts';

/** What somebody did, as it follows the name. Total by type. */
export const didWords: Readonly<Record<ChangeKind, string>> = {
  'locker-created': 'created the locker',
  'person-named': 'set a name or colour',
  'tag-made': 'made a tag',
  'tag-renamed': 'renamed a tag to',
  'source-imported': 'added a source',
  'source-described': 'changed details of',
  'source-renewed': 'replaced the version of',
  'sources-related': 'said what two sources are to each other:',
  'source-removed': 'removed',
  'source-restored': 'brought back',
  purged: 'deleted a source for good',
  marked: 'marked',
  'marks-placed': 'placed marks in the text of',
  'mark-coloured': 'changed the colour of',
  noted: 'wrote a note on',
  tagged: 'tagged',
  untagged: 'took a tag off',
  unmarked: 'removed the mark',
  remarked: 'brought back the mark',
  'quote-made': 'made the quote',
  'quote-changed': 'changed the quote',
  translated: 'wrote the translation of',
  'quote-removed': 'removed the quote',
  'quote-restored': 'brought back the quote',
  'statement-made': 'stated that something is not mentioned in',
  'statement-removed': 'took back a statement on',
  exported: 'exported',
  'backed-up': 'made a backup',
  'passphrase-changed': 'changed the passphrase',
  'slot-added': 'added a passphrase or recovery key',
  'slot-named': 'named a passphrase',
  'slot-removed': 'removed a passphrase or recovery key',
  'renewal-begun': 'began to renew the keys',
  'keys-renewed': 'renewed all keys; the last seal phrase before was',
  'settings-changed': 'changed the settings',
  'phrase-taken': 'took the seal phrase',
};

export const groupWords: Readonly<Record<ActivityGroup, string>> = {
  sources: 'sources',
  marks: 'marks, notes and quotes',
  tags: 'tags',
  exports: 'exports and backups',
  keys: 'passphrases and keys',
  locker: 'locker, people and settings',
};

/** What is wrong at the first break; "session" stands for a run of the program. */
export const breakWords: Readonly<Record<ChainBreak['why'], string>> = {
  header: 'the beginning of a session is not what its name says',
  length: 'the record of a session was altered; nothing after that place can be read',
  chain: 'an act does not follow from the one before it',
  altered: 'an act was altered and cannot be opened',
  misplaced: 'an act was removed, repeated or moved',
  unreadable: 'an act is of a kind this version cannot read',
  'after-closing': 'something was added after a session had closed',
  slot: 'a key slot is damaged',
  keys: 'a file of keys is damaged',
  'keys-copy': 'one of the two copies of a file of keys is damaged or gone',
  epoch: 'the key of this device’s rebuildable views is damaged',
  shortened: 'acts that a later session had seen are gone',
  rewritten: 'a session was exchanged for another',
  content: 'a sealed file was altered',
  missing: 'the record of a whole session is gone',
};
