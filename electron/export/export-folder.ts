// A finished export on its way to the disk: everything is written into a folder under a temporary name, which gets its
// real name when all of it is there. So an export is whole or absent, and nothing that was there is overwritten.
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { randomId } from '../../shared/evidence/ids.ts';
import { nodeDisk } from '../locker/disk.ts';
import { toFreeName, toSafeName } from './safe-name.ts';

const draftName = /^\.evidence-export-[0-9a-f]{32}$/;

interface SavedExport {
  readonly folder: string;
  readonly files: readonly string[];
}

export class ExportFolder {
  readonly #parent: string;
  readonly #name: string;
  readonly #draft: string;
  readonly #files = new Map<string, { readonly name: string; readonly handle: FileHandle }>();

  private constructor(parent: string, name: string, draft: string) {
    this.#parent = parent;
    this.#name = name;
    this.#draft = draft;
  }

  /** Begins an export in `parent`, removing what an export that was killed left there: it is plain text. */
  static async begin(parent: string, proposal: string): Promise<ExportFolder> {
    await mkdir(parent, { recursive: true });
    for (const entry of await readdir(parent, { withFileTypes: true })) {
      if (!entry.isDirectory() || !draftName.test(entry.name)) continue;
      await rm(path.join(parent, entry.name), { recursive: true, force: true });
    }
    const draft = path.join(parent, `.evidence-export-${randomId()}`);
    await mkdir(draft);
    return new ExportFolder(parent, toSafeName(proposal), draft);
  }

  async write(file: string, bytes: Uint8Array): Promise<void> {
    const { handle } = this.#files.get(file) ?? (await this.#create(file));
    await handle.appendFile(bytes);
  }

  async commit(): Promise<SavedExport> {
    const files = [...this.#files.values()];
    for (const { handle } of files) {
      await handle.sync();
      await handle.close();
    }
    await nodeDisk.syncFolder(this.#draft);
    // Names are compared by the file system itself, which knows its own rules about capitals.
    const folder = toFreeName(this.#name, (name) => existsSync(path.join(this.#parent, name)));
    await rename(this.#draft, path.join(this.#parent, folder));
    await nodeDisk.syncFolder(this.#parent);
    return { folder, files: files.map(({ name }) => name) };
  }

  async discard(): Promise<void> {
    // One that cannot be closed must not keep the plain text there.
    await Promise.allSettled(Array.from(this.#files.values(), ({ handle }) => handle.close()));
    await rm(this.#draft, { recursive: true });
  }

  async #create(file: string) {
    const taken = new Set([...this.#files.values()].map(({ name }) => name.toLowerCase()));
    const name = toFreeName(toSafeName(file), (candidate) => taken.has(candidate.toLowerCase()));
    const created = { name, handle: await open(path.join(this.#draft, name), 'ax') };
    this.#files.set(file, created);
    return created;
  }
}
