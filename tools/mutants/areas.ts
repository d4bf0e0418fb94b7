// Which rooms are tried, and which tests must notice. What a mutant changes there must turn one of them red.
export interface Area {
  readonly name: string;
  readonly files: readonly string[];
  readonly tests: readonly string[];
  /** Tests that take long: tried on what the others let through. */
  readonly slow?: readonly string[];
}

export const areas: readonly Area[] = [
  {
    name: 'policy',
    files: [
      'electron/security/*.ts',
      'electron/ipc/handle.ts',
      'electron/main.ts',
      'electron/main-window.ts',
      'electron/auto-lock.ts',
      'electron/selection.ts',
    ],
    tests: [
      'test/unit/electron/security',
      'test/unit/electron/ipc',
      'test/unit/electron/main.test.ts',
      'test/unit/electron/main-rooms.test.ts',
      'test/unit/electron/main-window.test.ts',
      'test/unit/electron/auto-lock.test.ts',
    ],
  },
  {
    name: 'main',
    files: [
      'electron/acks.ts',
      'electron/attempts.ts',
      'electron/describe-failure.ts',
      'electron/device.ts',
      'electron/launch-options.ts',
      'electron/locker-place.ts',
      'electron/lockers.ts',
      'electron/menu.ts',
      'electron/ipc/handlers.ts',
      'electron/export/*.ts',
      'electron/safekeeping/*.ts',
    ],
    tests: [
      'test/unit/electron/acks.test.ts',
      'test/unit/electron/device.test.ts',
      'test/unit/electron/launch-options.test.ts',
      'test/unit/electron/lockers.test.ts',
      'test/unit/electron/main.test.ts',
      'test/unit/electron/main-rooms.test.ts',
      'test/unit/electron/main-window.test.ts',
      'test/unit/electron/export',
      'test/unit/electron/ipc',
      'test/unit/electron/safekeeping',
    ],
  },
  {
    name: 'crypto',
    files: ['shared/crypto/*.ts'],
    tests: ['test/unit/shared/crypto', 'test/unit/shared/locker/key-slots.test.ts'],
    slow: ['test/unit/shared/locker', 'test/unit/golden'],
  },
  {
    name: 'journal',
    files: ['shared/journal/*.ts', 'shared/library/*.ts'],
    tests: [
      'test/unit/shared/journal',
      'test/unit/shared/library',
      'test/unit/shared/activity',
      'test/unit/shared/evidence',
      'test/unit/renderer/vault/relations.test.ts',
    ],
    slow: ['test/unit/shared/locker', 'test/unit/golden'],
  },
  {
    name: 'backup',
    files: [
      'shared/locker/back-up.ts',
      'shared/locker/bring-back.ts',
      'shared/locker/segment-choice.ts',
    ],
    tests: [
      'test/unit/shared/locker/back-up.test.ts',
      'test/unit/shared/locker/bring-back.test.ts',
      'test/unit/shared/locker/segment-choice.test.ts',
    ],
    slow: ['test/unit/electron/safekeeping'],
  },
  {
    name: 'locker',
    files: ['shared/locker/!(back-up|bring-back|segment-choice).ts'],
    tests: [
      'test/unit/shared/locker',
      'test/unit/electron/safekeeping/copy.test.ts',
      'test/unit/golden',
    ],
    slow: [
      'test/unit/shared/locker/damage.test.ts',
      'test/unit/shared/locker/endings.test.ts',
      'test/unit/shared/locker/purge-merge.test.ts',
      'test/unit/electron/locker',
      'test/unit/electron/safekeeping',
      'test/unit/fault',
    ],
  },
  {
    name: 'folder',
    files: ['electron/locker/*.ts'],
    tests: ['test/unit/electron/locker', 'test/unit/electron/device.test.ts'],
    slow: [
      'test/unit/electron/locker/faults.test.ts',
      'test/unit/electron/locker/key-faults.test.ts',
      'test/unit/electron/locker/purge-faults.test.ts',
      'test/unit/electron/locker/renew-faults.test.ts',
      'test/unit/electron/safekeeping',
    ],
  },
  {
    name: 'vault',
    files: [
      'renderer/vault/acts.ts',
      'renderer/vault/backup-relay.ts',
      'renderer/vault/derive-key.ts',
      'renderer/vault/door.ts',
      'renderer/vault/folder-relay.ts',
      'renderer/vault/idle-check.ts',
      'renderer/vault/key-acts.ts',
      'renderer/vault/open-report.ts',
      'renderer/vault/pace.ts',
      'renderer/vault/passphrase.ts',
      'renderer/vault/renewing.ts',
      'renderer/vault/safekeeping.ts',
      'renderer/vault/secrets.ts',
      'renderer/vault/session.ts',
      'renderer/vault/undo-stack.ts',
      'renderer/vault/wire.ts',
      'renderer/vault/worker-vault.ts',
    ],
    tests: ['test/unit/renderer/vault'],
  },
];
