import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

export interface SourceFile {
  /** Relative to the folder given, with `/`. */
  readonly file: string;
  readonly path: string;
  readonly sha256: string;
}

/** Every regular file below the folder, in the order of their names. Hidden ones (`.DS_Store`) are the system's own. */
export function listSourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !path.basename(name).startsWith('.'))
    .map((name) => ({ file: name.split(path.sep).join('/'), path: path.join(folder, name) }))
    .filter((file) => statSync(file.path).isFile())
    .sort((a, b) => (a.file < b.file ? -1 : 1))
    .map((file) => ({
      ...file,
      sha256: createHash('sha256').update(readFileSync(file.path)).digest('hex'),
    }));
}
