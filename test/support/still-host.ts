import type { SafekeepingHost } from '../../renderer/vault/safekeeping.ts';
import { fail, ok } from '../../shared/result.ts';

const absent = () => Promise.resolve(fail('backup-absent'));

/** For tests that have nothing to do with safekeeping: the person never chooses a folder, and no time passes. */
export const stillHost: SafekeepingHost = {
  backup: {
    choose: () => Promise.resolve(fail('cancelled')),
    list: absent,
    read: absent,
    store: absent,
    fetch: absent,
    drop: absent,
    release: () => Promise.resolve(ok(null)),
  },
  now: () => 0,
  elapsed: () => 0,
  wait: () => new Promise(() => undefined),
};
