import type { Response } from '../../shared/ipc.ts';
import type { ErrorCode } from '../../shared/errors.ts';
import { fail, ok, type Result } from '../../shared/result.ts';
import { ExportFolder } from './export-folder.ts';

/** Asks where to; undefined when the person thinks better of it. */
type ChooseFolder = () => Promise<string | undefined>;

/** The export under way, if any: there is one at a time. */
export class Exporter {
  readonly #choose: ChooseFolder;
  #current: ExportFolder | undefined;

  constructor(choose: ChooseFolder) {
    this.#choose = choose;
  }

  async begin(name: string): Promise<Result<null>> {
    await this.discard();
    const parent = await this.#choose();
    if (parent === undefined) return fail('cancelled');
    return attempt(async () => {
      this.#current = await ExportFolder.begin(parent, name);
      return null;
    });
  }

  async write(file: string, bytes: Uint8Array): Promise<Result<null>> {
    const current = this.#current;
    if (current === undefined) return fail('export-failed');
    return attempt(async () => {
      await current.write(file, bytes);
      return null;
    });
  }

  async commit(): Promise<Result<Response<'export:commit'>>> {
    const current = this.#current;
    if (current === undefined) return fail('export-failed');
    const saved = await attempt(() => current.commit());
    if (saved.ok) this.#current = undefined;
    else await this.discard();
    return saved;
  }

  /** Removes what was written so far; also when the page ended in the middle. */
  async discard(): Promise<void> {
    const current = this.#current;
    this.#current = undefined;
    await attempt(async () => current?.discard());
  }
}

async function attempt<T>(act: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await act());
  } catch (error) {
    return fail(toErrorCode(error));
  }
}

function toErrorCode(error: unknown): ErrorCode {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'disk-full' : 'export-failed';
}
