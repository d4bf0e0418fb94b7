// A disk in memory that something lies on, and what lies on one.
import path from 'node:path';
import { FaultyDisk } from './faulty-disk.ts';

export type Lying = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

/** These files, by their whole paths, and every folder above them; `empty` are folders that nothing lies in. */
export function diskHolding(files: Lying, ...empty: readonly string[]): FaultyDisk {
  const folders = new Set(['/']);
  const above = (name: string): void => {
    if (folders.has(name)) return;
    folders.add(name);
    above(path.dirname(name));
  };
  for (const name of Object.keys(files)) above(path.dirname(name));
  for (const folder of empty) above(folder);
  const stored = Object.entries(files).map(
    ([name, bytes]) => [name, { bytes: bytes.slice(), synced: bytes.length }] as const,
  );
  return new FaultyDisk(undefined, { folders, files: new Map(stored) });
}

/** Every file below the folder, by its name in there. */
export async function lyingIn(disk: FaultyDisk, folder: string): Promise<Lying> {
  const lying: Record<string, Uint8Array<ArrayBuffer>> = {};
  for (const name of disk.paths().filter((each) => each.startsWith(`${folder}/`))) {
    const file = await disk.openOld(name);
    lying[name.slice(folder.length + 1)] = await file.read(0, await disk.size(name));
  }
  return lying;
}

/** The same files in another folder. */
export function inFolder(folder: string, files: Lying): Lying {
  return Object.fromEntries(
    Object.entries(files).map(([name, bytes]) => [`${folder}/${name}`, bytes]),
  );
}

/** Writes over what may be there, as another program would. */
export async function putOn(
  disk: FaultyDisk,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  if (disk.paths().includes(name)) await disk.remove(name);
  await (await disk.openNew(name)).write(bytes);
}
