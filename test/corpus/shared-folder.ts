// Real documents that are no part of the project: beside it in `../shared`. `npm run test:corpus` says so when they are
// absent, and runs nothing.
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../shared');

/** Full paths of the files in a folder of `../shared` that end so. */
export function filesIn(name: string, ending: string): string[] {
  const full = path.join(folder, name);
  const names = readdirSync(full).filter((file) => file.endsWith(ending));
  return names.map((file) => path.join(full, file));
}

/** Whether there is such a folder in `../shared`. */
export function isShared(name: string): boolean {
  return existsSync(path.join(folder, name));
}
