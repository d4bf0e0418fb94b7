// Looks for a seal phrase in a locker's folder: which frame, if any, it was taken of.
import type { LockerKeys } from '../crypto/locker-keys.ts';
import type { DeviceId } from '../evidence/ids.ts';
import { openFrame } from '../journal/frame.ts';
import { followChain, phraseOf, readPhrase } from './seal-phrase.ts';
import { ok, type Result } from '../result.ts';
import { inside, type LockerFolder } from './folder.ts';
import { readWhole } from './read-whole.ts';

export type PhraseFinding =
  | { readonly kind: 'no-phrase'; readonly words: number; readonly unknown: readonly string[] }
  /** The locker was set back to before that moment, or is another one, or the run has not arrived or is damaged. */
  | { readonly kind: 'not-here' }
  /** The locker stood there: after the device's change number `seq`, at this moment of its clock. */
  | {
      readonly kind: 'here';
      readonly device: DeviceId;
      readonly at: number;
      readonly seq: number;
    };

/** Reads the folder anew: what counts is what lies there now. */
export async function findPhrase(
  folder: LockerFolder,
  keys: LockerKeys,
  typed: string,
): Promise<Result<PhraseFinding>> {
  const wanted = readPhrase(typed);
  if (wanted.kind === 'no-phrase') return ok(wanted);
  const listing = await folder.list();
  if (!listing.ok) return listing;
  for (const entry of inside(listing.value, 'journal/')) {
    const [, device, run] = /^journal\/(\w+)\/(\w+)\.seg$/.exec(entry.name) ?? [];
    if (device === undefined || run === undefined) continue;
    const bytes = await readWhole(folder, entry);
    if (!bytes.ok) return bytes;
    const chain = await followChain(bytes.value);
    const found = chain.find(({ hash }) => phraseOf(hash) === wanted.phrase);
    if (found === undefined) continue;
    const name = { lockerId: keys.lockerId, device: device as DeviceId, run };
    const outer = await openFrame(keys.journal, name, found.frame.outer);
    // A frame that does not open here belongs to another locker, whatever folder it lies in.
    if (outer !== undefined) {
      return ok({ kind: 'here', device: name.device, at: outer.at, seq: outer.seq });
    }
  }
  return ok({ kind: 'not-here' });
}
