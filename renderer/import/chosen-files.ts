// Files as they come from the system: chosen, dropped (folders too) or pasted.

import { setPagePartsApart, type Chosen, type ChosenFile } from './page-parts.ts';

/** Names the system leaves behind in folders; nobody means to add them. */
const droppings = /^(?:\..*|Thumbs\.db|desktop\.ini)$/i;

/** What a file chooser gives, of a folder with the paths below it. */
export function pickedFiles(files: Iterable<File>): Chosen {
  return setPagePartsApart(
    Array.from(files, (file) => ({ file, path: file.webkitRelativePath || file.name })).filter(
      isMeant,
    ),
  );
}

function isMeant({ file }: ChosenFile): boolean {
  return !droppings.test(file.name);
}

/** All files of a drop, those in dropped folders included, in the order the system gives. */
export async function droppedFiles(transfer: DataTransfer): Promise<Chosen> {
  // Taken at once: the transfer is emptied as soon as the event handler waits. What lies on no disk has no entry.
  const dropped = [...transfer.items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const files = await Promise.all(dropped.map(filesOf));
  return setPagePartsApart(files.flat().filter(isMeant));
}

async function filesOf(entry: FileSystemEntry | File | null): Promise<readonly ChosenFile[]> {
  if (entry === null) return [];
  if (entry instanceof File) return [{ file: entry, path: entry.name }];
  if (isFile(entry)) {
    return new Promise((resolve) => {
      entry.file(
        (file) => {
          resolve([{ file, path: entry.fullPath.replace(/^\//, '') }]);
        },
        () => {
          resolve([]);
        },
      );
    });
  }
  if (!isFolder(entry)) return [];
  const inside = await readFolder(entry.createReader());
  const files = await Promise.all(inside.map(filesOf));
  return files.flat();
}

/** Readers answer in batches (100 in Chromium) until one is empty. A folder that cannot be read holds nothing. */
async function readFolder(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<readonly FileSystemEntry[]>((resolve) => {
      reader.readEntries(resolve, () => {
        resolve([]);
      });
    });
    if (batch.length === 0) return all;
    all.push(...batch);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

/**
 * Files on the clipboard, else its page, else its text, as a file named after the moment. Where a page was copied from,
 * Chromium does not tell.
 */
export function pastedFiles(transfer: DataTransfer, now: Date): readonly File[] {
  if (transfer.files.length > 0) {
    return [...transfer.files].filter(({ name }) => !droppings.test(name));
  }
  const two = (number: number) => `${number}`.padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.');
  const html = transfer.getData('text/html');
  // Editors of code put every plain line on the clipboard as HTML too: without blocks and links that is no page.
  if (/<(?:p|h[1-6]|li|table|blockquote|article|a\s)\b/i.test(html)) {
    const content = `<!doctype html><meta charset="utf-8">\n${html}`;
    return [new File([content], `Pasted page ${day} ${time}.html`, { type: 'text/html' })];
  }
  const text = transfer.getData('text/plain');
  if (text.trim() === '') return [];
  return [new File([text], `Pasted text ${day} ${time}.txt`, { type: 'text/plain' })];
}
