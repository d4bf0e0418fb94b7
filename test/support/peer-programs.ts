// Programs of others that read our exports back. They are no part of the project: where one is not on the machine, its part
// of a test is left out, and that is said.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';

export function hasProgram(name: 'pdftotext' | 'soffice' | 'qpdf'): boolean {
  const found = (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .some((folder) => isExecutable(path.join(folder, name)));
  if (!found) console.warn(`skipped: ${name} is not on this machine`);
  return found;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
