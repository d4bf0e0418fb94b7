import type { Response } from '../../shared/ipc.ts';
import { ok, type Result } from '../../shared/result.ts';
import { ask } from './ask.ts';

interface ExportFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

const partBytes = 2 * 1024 * 1024;

/**
 * Asks the person for a folder and writes the files into a new folder in it, proposed to be called `name`: all of them
 * or none. Answers the names they really got; the page never learns the path. Errors: `cancelled`, `disk-full`,
 * `folder-read-only`, `export-failed`.
 */
export async function saveExport(
  name: string,
  files: readonly ExportFile[],
  askMain = ask,
): Promise<Result<Response<'export:commit'>>> {
  const begun = await askMain('export:begin', { name });
  if (!begun.ok) return begun;
  for (const file of files) {
    const written = await writeInParts(file, askMain);
    if (written.ok) continue;
    await askMain('export:discard', null);
    return written;
  }
  return askMain('export:commit', null);
}

async function writeInParts(
  { name, bytes }: ExportFile,
  askMain: typeof ask,
): Promise<Result<null>> {
  let offset = 0;
  do {
    const part = bytes.slice(offset, offset + partBytes);
    const written = await askMain('export:write', { file: name, bytes: part });
    if (!written.ok) return written;
    offset += partBytes;
  } while (offset < bytes.byteLength);
  return ok(null);
}
