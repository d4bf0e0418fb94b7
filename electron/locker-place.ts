import path from 'node:path';

/** Seen by whoever sees the disk, so it says nothing of what is in it. */
const neutralName = 'Notes.locker';

/** Where the locker lies: where the command line says, else in the person's documents. */
export function findLockerPlace(named: string | undefined, documents: string): string {
  return named ?? path.join(documents, neutralName);
}
