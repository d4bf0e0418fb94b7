import type { ChangeKind } from '../../shared/journal/change.ts';

/** What a change did, as it follows "Undone:" or "Done again:". Total by type. */
export const changeWords: Readonly<Record<ChangeKind, string>> = {
  'locker-created': 'creating the locker',
  'person-named': 'changing a name or colour',
  'tag-made': 'making a tag',
  'tag-renamed': 'renaming a tag',
  'source-imported': 'adding a source',
  'source-described': 'changing a source’s details',
  'source-removed': 'removing a source',
  'source-restored': 'bringing a source back',
  marked: 'marking a passage',
  'mark-coloured': 'changing a mark’s colour',
  noted: 'writing a note',
  tagged: 'tagging a mark',
  untagged: 'taking a tag off a mark',
  unmarked: 'removing a mark',
  remarked: 'bringing a mark back',
  exported: 'an export',
  'backed-up': 'a backup',
  purged: 'deleting a source for good',
  'passphrase-changed': 'changing the passphrase',
  'slot-added': 'adding a passphrase or recovery key',
  'slot-named': 'naming a passphrase',
  'slot-removed': 'removing a passphrase or recovery key',
  'settings-changed': 'changing the settings',
  'phrase-taken': 'taking the seal phrase',
};
