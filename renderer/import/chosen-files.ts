// Files as they come from the system: chosen, dropped (folders too) or pasted.

/** Names the system leaves behind in folders; nobody means to add them. */
const droppings = /^(?:\..*|Thumbs\.db|desktop\.ini)$/i;

export function withoutDroppings(files: Iterable<File>): readonly File[] {
  return [...files].filter(({ name }) => !droppings.test(name));
}

/** All files of a drop, those in dropped folders included, in the order the system gives. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  // Taken at once: the transfer is emptied as soon as the event handler waits. What lies on no disk has no entry.
  const dropped = [...transfer.items].map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
  const files = await Promise.all(dropped.map(filesOf));
  return withoutDroppings(files.flat());
}

async function filesOf(entry: FileSystemEntry | File | null): Promise<readonly File[]> {
  if (entry === null) return [];
  if (entry instanceof File) return [entry];
  if (isFile(entry)) {
    return new Promise((resolve) => {
      entry.file(
        (file) => {
          resolve([file]);
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

/** Files on the clipboard, else its text as a plain-text file named after the moment. */
export function pastedFiles(transfer: DataTransfer, now: Date): readonly File[] {
  if (transfer.files.length > 0) return withoutDroppings(transfer.files);
  const text = transfer.getData('text/plain');
  if (text.trim() === '') return [];
  const two = (number: number) => `${number}`.padStart(2, '0');
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join('.');
  return [new File([text], `Pasted text ${day} ${time}.txt`, { type: 'text/plain' })];
}
