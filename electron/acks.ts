import { appendFileSync } from 'node:fs';
import type { LockerFolder } from '../shared/locker/folder.ts';

/**
 * The same folder, which also writes a line `device seq kind` to `file` for every change once it is on the disk and before
 * the page hears of it. Demo and tests only: kinds of acts are content.
 */
export function withAcks(folder: LockerFolder, device: () => string, file: string): LockerFolder {
  return {
    ...folder,
    append: async (segment, bytes, acks) => {
      const appended = await folder.append(segment, bytes, acks);
      if (appended.ok) {
        appendFileSync(file, acks.map(({ seq, kind }) => `${device()} ${seq} ${kind}\n`).join(''));
      }
      return appended;
    },
  };
}
