import type { Bytes } from '../../shared/bytes.ts';
import type { ViewStore } from '../../shared/locker/segment-memory.ts';

export function viewsInMemory(): ViewStore {
  const rows = new Map<string, Bytes>();
  return {
    read: (id) => Promise.resolve(rows.get(id)),
    write: (id, sealed) => Promise.resolve(rows.set(id, sealed)),
    wipe: () => {
      rows.clear();
      return Promise.resolve();
    },
  };
}
