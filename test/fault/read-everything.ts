// Every byte that lies below some folders, and every name: what somebody who took the disk would have.
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import path from 'node:path';
import type { Hit, Scanner } from './scanner.ts';

export interface Find extends Hit {
  readonly where: string;
}

/** Scans files once for as long as their size and time stay the same. */
export class DiskReader {
  readonly #scanner: Scanner;
  readonly #seen = new Map<string, { readonly as: string; readonly hits: readonly Hit[] }>();
  filesRead = 0;
  bytesRead = 0;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** `leaveOut`: paths not looked into, by their beginnings. */
  read(folders: readonly string[], leaveOut: readonly string[]): readonly Find[] {
    return folders.flatMap((folder) => this.#read(folder, leaveOut));
  }

  /** For what is no file: logs, titles, command lines. */
  readText(where: string, text: string): readonly Find[] {
    return this.#scanner.scan(Buffer.from(text)).map((hit) => ({ ...hit, where }));
  }

  #read(place: string, leaveOut: readonly string[]): readonly Find[] {
    if (leaveOut.some((start) => place.startsWith(start))) return [];
    const named = this.readText(`name ${place}`, path.basename(place));
    try {
      const entry = lstatSync(place);
      if (entry.isDirectory()) {
        const inner = readdirSync(place).map((name) => path.join(place, name));
        return [...named, ...inner.flatMap((each) => this.#read(each, leaveOut))];
      }
      if (entry.isSymbolicLink()) return [...named, ...this.readText(place, readlinkSync(place))];
      if (!entry.isFile()) return named;
      const as = `${String(entry.size)} ${String(entry.mtimeMs)} ${String(entry.ino)}`;
      const known = this.#seen.get(place);
      const hits = known?.as === as ? known.hits : this.#readFile(place);
      this.#seen.set(place, { as, hits });
      return [...named, ...hits.map((hit) => ({ ...hit, where: place }))];
    } catch {
      return named; // gone meanwhile: Chromium tidies while it runs
    }
  }

  #readFile(file: string): readonly Hit[] {
    const bytes = readFileSync(file);
    this.filesRead++;
    this.bytesRead += bytes.length;
    return this.#scanner.scan(bytes);
  }
}
